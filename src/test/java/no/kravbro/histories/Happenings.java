package no.kravbro.histories;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import no.kravbro.claim.ClaimKey;
import no.kravbro.claim.ClaimState;
import no.kravbro.crash.DrivenTown;
import no.kravbro.sandbox.Standing;

/** What debtors and the accountant of one firm do, as the dice fall; all of it is written down in the account. */
final class Happenings {

    private static final long LEAST = 100;
    private static final int OUTCOMES = 17;
    private static final int PAYS_DIRECTLY = 5;
    private static final int CREDITS = 9;
    private static final int WRITES_OFF = 12;
    private static final int[] LATE_OUTCOMES = {PAYS_DIRECTLY, PAYS_DIRECTLY, CREDITS, WRITES_OFF};
    private static final int OPENS = 13;
    private static final int BOUNCES = 14;
    /** From here on: on a claim whose case has ended. */
    private static final int LATE = 15;

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
        List<String> claims = claims(ClaimState.ACCEPTED);
        claims.forEach(account::follow);
        int dice = random.nextInt(OUTCOMES);
        if (dice == 0) {
            takeBack();
        } else if (dice == OPENS) {
            opens(claims);
        } else if (dice >= LATE) {
            late();
        } else if (!claims.isEmpty()) {
            on(claims.get(random.nextInt(claims.size())), dice);
        }
    }

    private void on(String key, int dice) {
        if (dice == BOUNCES) {
            bounces(key);
            return;
        }
        Standing standing = firm.standing().apply(key);
        long open = account.open(key);
        if (standing.ended() == null && firm.collects().test(key) && Math.min(open, standing.principalOre()) > LEAST) {
            money(key, dice, open, standing.principalOre());
        }
    }

    /** The accountant and the debtor do not ask whether the agency's case has ended. */
    private void late() {
        List<String> ended = claims(ClaimState.CLOSED).stream()
                .filter(account.claims()::contains)
                .toList();
        if (!ended.isEmpty()) {
            String key = ended.get(random.nextInt(ended.size()));
            long open = account.open(key);
            int dice = LATE_OUTCOMES[random.nextInt(LATE_OUTCOMES.length)];
            if (dice != WRITES_OFF || open > 0) {
                account.happened(key, Event.AFTER_THE_END);
                inTheBooks(key, dice, random.nextBoolean() && open > LEAST ? open : part(LEAST * 10));
            }
        }
    }

    private List<String> claims(ClaimState state) {
        return town.eyes()
                .sql("select claim_key from claim where creditor_id = :creditor and state = :state order by claim_key")
                .param("creditor", firm.creditor())
                .param("state", state.name())
                .query(String.class)
                .list();
    }

    /** The agency has to give back what it had received, and corrects what it has settled. */
    private void bounces(String key) {
        if (firm.standing().apply(key).ended() == null
                && firm.collects().test(key)
                && firm.takesBack().test(key)) {
            account.tells(key, today() + " bounced");
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
        if (dice < PAYS_DIRECTLY) {
            account.tells(key, today() + " " + dice + " " + ore);
            town.debtorPays(firm.agency(), key, dice == 1 ? firm.owes().applyAsLong(key) : ore);
            account.happened(key, Event.PAID_AT_AGENCY);
        } else {
            inTheBooks(key, dice, ore);
        }
    }

    private void inTheBooks(String key, int dice, long ore) {
        account.tells(key, today() + " " + dice + " " + ore);
        long invoice = ClaimKey.parse(key).invoiceId();
        switch (dice) {
            case PAYS_DIRECTLY, 6, 7, 8 -> {
                payments.add(new Payment(key, firm.books().directPayment(invoice, today(), ore), ore));
                account.counts(key, Event.PAID_DIRECTLY, ore);
            }
            case WRITES_OFF -> {
                long open = account.open(key);
                if (firm.books().outstanding(invoice) == open) {
                    firm.books().writeOff(invoice, today());
                    account.counts(key, Event.WRITTEN_OFF, open);
                }
            }
            default -> {
                firm.books().partialCredit(invoice, today(), ore);
                account.counts(key, Event.CREDITED, ore);
            }
        }
    }

    private LocalDate today() {
        return town.town().clock().today();
    }

    /** The accountant opens what is matched on an invoice of the agency's, whatever was matched. */
    private void opens(List<String> claims) {
        List<String> matched = claims.stream()
                .filter(key -> firm.books().matchings(ClaimKey.parse(key).invoiceId()) > 0)
                .toList();
        if (!matched.isEmpty()) {
            String key = matched.get(random.nextInt(matched.size()));
            account.tells(key, today() + " opened");
            account.happened(key, Event.OPENED);
            firm.books().unmatchAll(ClaimKey.parse(key).invoiceId());
        }
    }

    private void takeBack() {
        if (!payments.isEmpty()) {
            Payment payment = payments.remove(random.nextInt(payments.size()));
            firm.books().reverse(payment.voucher(), today());
            account.counts(payment.key(), Event.TAKEN_BACK, -payment.ore());
            account.tells(payment.key(), today() + " back " + payment.ore());
        }
    }
}
