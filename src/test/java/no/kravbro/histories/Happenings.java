package no.kravbro.histories;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import no.kravbro.claim.ClaimKey;
import no.kravbro.crash.DrivenTown;
import no.kravbro.sandbox.Standing;

/** What debtors and the accountant of one firm do, as the dice fall; all of it is written down in the account. */
final class Happenings {

    private static final long LEAST = 100;
    private static final int OUTCOMES = 15;
    private static final int WRITES_OFF = 12;
    private static final int OPENS = 13;
    private static final int BOUNCES = 14;

    private final DrivenTown town;
    private final Firm firm;
    private final Account account;
    private final Random random;
    private final List<Payment> payments = new ArrayList<>();

    private record Payment(String key, long voucher, long ore) {}

    Happenings(DrivenTown town, Firm firm, Account account, Random random) {
        this.town = town;
        this.firm = firm;
        this.account = account;
        this.random = random;
    }

    void next() {
        List<String> claims = town.eyes()
                .sql(
                        "select claim_key from claim where creditor_id = :creditor and state = 'ACCEPTED' order by claim_key")
                .param("creditor", firm.creditor())
                .query(String.class)
                .list();
        claims.forEach(account::follow);
        int dice = random.nextInt(OUTCOMES);
        if (dice == 0) {
            takeBack();
        } else if (dice == OPENS) {
            opens(claims);
        } else if (!claims.isEmpty()) {
            String key = claims.get(random.nextInt(claims.size()));
            if (dice == BOUNCES) {
                bounces(key);
                return;
            }
            Standing standing = firm.standing().apply(key);
            long open = account.open(key);
            if (standing.ended() == null
                    && firm.collects().test(key)
                    && Math.min(open, standing.principalOre()) > LEAST) {
                money(key, dice, open, standing.principalOre());
            }
        }
    }

    /** The agency has to give back what it had received, and corrects what it has settled. */
    private void bounces(String key) {
        if (firm.standing().apply(key).ended() == null
                && firm.collects().test(key)
                && firm.takesBack().test(key)) {
            account.tells(key, town.town().clock().today() + " bounced");
        }
    }

    /** Everything only where both sides are in step, else so little that nobody pays more than there is. */
    private void money(String key, int dice, long open, long principal) {
        if (open != principal) {
            money(key, Math.max(dice, 2), part(Math.min(open, principal)) / 4);
        } else {
            money(key, dice, random.nextInt(8) == 0 ? open : part(open));
        }
    }

    private long part(long most) {
        return LEAST + random.nextInt(100) * (most - LEAST) / 200;
    }

    private void money(String key, int dice, long ore) {
        LocalDate today = town.town().clock().today();
        account.tells(key, today + " " + dice + " " + ore);
        long invoice = ClaimKey.parse(key).invoiceId();
        switch (dice) {
            case 1 -> {
                town.debtorPays(firm.agency(), key, firm.owes().applyAsLong(key));
                account.happened(key, Event.PAID_AT_AGENCY);
            }
            case 2, 3, 4 -> {
                town.debtorPays(firm.agency(), key, ore);
                account.happened(key, Event.PAID_AT_AGENCY);
            }
            case 5, 6, 7, 8 -> {
                payments.add(new Payment(key, firm.books().directPayment(invoice, today, ore), ore));
                account.counts(key, Event.PAID_DIRECTLY, ore);
            }
            case WRITES_OFF -> {
                long open = account.open(key);
                if (firm.books().outstanding(invoice) == open) {
                    firm.books().writeOff(invoice, today);
                    account.counts(key, Event.WRITTEN_OFF, open);
                }
            }
            default -> {
                firm.books().partialCredit(invoice, today, ore);
                account.counts(key, Event.CREDITED, ore);
            }
        }
    }

    /** The accountant opens what is matched on an invoice of the agency's, whatever was matched. */
    private void opens(List<String> claims) {
        List<String> matched = claims.stream()
                .filter(key -> firm.books().matchings(ClaimKey.parse(key).invoiceId()) > 0)
                .toList();
        if (!matched.isEmpty()) {
            String key = matched.get(random.nextInt(matched.size()));
            account.tells(key, town.town().clock().today() + " opened");
            account.happened(key, Event.OPENED);
            firm.books().unmatchAll(ClaimKey.parse(key).invoiceId());
        }
    }

    private void takeBack() {
        if (!payments.isEmpty()) {
            Payment payment = payments.remove(random.nextInt(payments.size()));
            firm.books().reverse(payment.voucher(), town.town().clock().today());
            account.counts(payment.key(), Event.TAKEN_BACK, -payment.ore());
            account.tells(payment.key(), town.town().clock().today() + " back " + payment.ore());
        }
    }
}
