package no.kravbro.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.WorkingDay;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.money.NorwegianFormat;
import no.kravbro.transfer.dispute.Dispute;
import no.kravbro.transfer.dispute.Disputes;
import no.kravbro.transfer.instruct.WithdrawalPrices;
import org.springframework.stereotype.Component;

/**
 * Reminds of objections that wait for an answer: when one has come, three working days and one before the last day, on it, and
 * when it is over, with what silence costs; without a last day, when one, three and six weeks have passed.
 */
@Component
class DisputeTeller implements Teller {

    private final Disputes disputes;
    private final Claims claims;
    private final Creditors creditors;
    private final WithdrawalPrices prices;
    private final Secretary secretary;

    DisputeTeller(Disputes disputes, Claims claims, Creditors creditors, WithdrawalPrices prices, Secretary secretary) {
        this.disputes = disputes;
        this.claims = claims;
        this.creditors = creditors;
        this.prices = prices;
        this.secretary = secretary;
    }

    /** Words under {@code mail.dispute.<STEP>}. */
    private enum Step {
        RAISED,
        THREE_DAYS,
        ONE_DAY,
        TODAY,
        OVER,
        ONE_WEEK,
        THREE_WEEKS,
        SIX_WEEKS
    }

    /** Days that an objection without a last day has waited. A good answer takes a week. */
    private static final Map<Step, Integer> WAITED = Map.of(Step.ONE_WEEK, 7, Step.THREE_WEEKS, 21, Step.SIX_WEEKS, 42);

    @Override
    public void tell(Instant now) {
        for (Dispute dispute : disputes.waiting()) {
            creditors.find(dispute.creditorId()).ifPresent(creditor -> step(dispute, now)
                    .ifPresent(step -> {
                        String key = "dispute/" + dispute.id() + "/" + dispute.answerBy() + "/" + step;
                        if (!secretary.isTold(key)) {
                            tell(creditor, dispute, step, key);
                        }
                    }));
        }
    }

    /** The last that has come, if any; earlier ones that were missed are missed. */
    private static Optional<Step> step(Dispute dispute, Instant now) {
        if (dispute.answerBy() != null) {
            return Optional.of(step(dispute.answerBy(), now));
        }
        LocalDate opened = OsloDay.of(dispute.openedAt());
        return WAITED.keySet().stream()
                .filter(step -> !now.isBefore(Moments.morning(opened.plusDays(WAITED.get(step)))))
                .max(Comparator.naturalOrder());
    }

    private static Step step(LocalDate last, Instant now) {
        if (!now.isBefore(Moments.morning(last.plusDays(1)))) {
            return Step.OVER;
        }
        if (!now.isBefore(Moments.morning(last))) {
            return Step.TODAY;
        }
        if (!now.isBefore(Moments.morning(WorkingDay.before(last, 1)))) {
            return Step.ONE_DAY;
        }
        return now.isBefore(Moments.morning(WorkingDay.before(last, 3))) ? Step.RAISED : Step.THREE_DAYS;
    }

    private void tell(Creditor creditor, Dispute dispute, Step step, String key) {
        Optional<ClaimRow> claim = claims.find(dispute.claimKey());
        String invoice = claim.map(ClaimRow::invoiceNumber).orElse(dispute.claimKey());
        secretary.deadline(creditor, MailKind.DISPUTE_DUE, key, to -> {
            String until = dispute.answerBy() == null
                    ? to.say("mail.dispute.noDay")
                    : Moments.of(dispute.answerBy(), to.locale());
            List<String> said = new ArrayList<>();
            said.add(to.say("mail.dispute." + step, invoice, until));
            said.add(to.say("mail.dispute.every"));
            claim.filter(each -> each.state() == ClaimState.ACCEPTED)
                    .map(each -> prices.byRule(each).priceOre())
                    .filter(price -> price > 0)
                    .ifPresent(price -> said.add(to.say("mail.dispute.silence", NorwegianFormat.kroner(price))));
            said.add(to.say("mail.dispute.raised", NorwegianFormat.day(OsloDay.of(dispute.openedAt()))));
            String subject = dispute.answerBy() == null ? "mail.dispute.waits.subject" : "mail.DISPUTE_DUE.subject";
            return Content.of(to.say(subject, invoice, until), said, "/claims/" + dispute.claimKey());
        });
    }
}
