package no.kravbro.reconcile.change;

import java.util.List;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.Invoice;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.delivery.Timeline;
import no.kravbro.delivery.Work;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The last look before an agency is told of a change: is it still so? What is no longer so is cancelled, and remembered as
 * what the agency believes instead.
 */
@Service
public class ReportLook {

    /** Why a report was cancelled by the last look. */
    static final String NO_LONGER_SO = "NO_LONGER_SO";

    private final Claims claims;
    private final Deliveries deliveries;
    private final ClaimPostings memory;
    private final TooLate tooLate;
    private final Timeline timeline;
    private final TransactionTemplate transaction;

    ReportLook(
            Claims claims,
            Deliveries deliveries,
            ClaimPostings memory,
            TooLate tooLate,
            Timeline timeline,
            TransactionTemplate transaction) {
        this.claims = claims;
        this.deliveries = deliveries;
        this.memory = memory;
        this.tooLate = tooLate;
        this.timeline = timeline;
        this.transaction = transaction;
    }

    /**
     * True when the agency is to be told.
     *
     * @param now the invoice as just read, or null when the accounting system does not show it any more
     */
    public boolean stillSo(Work work, Delivery member, Invoice now) {
        boolean so = isSo(member, now);
        if (!so) {
            Report report = Report.parse(member.payload());
            boolean late = isClosed(report) && report.reverses() != null && toBeTakenBack(report, now);
            transaction.executeWithoutResult(status -> {
                stop(work, member, report);
                if (late) {
                    tooLate.ask(member, report);
                }
            });
        }
        return so;
    }

    /** The same, and writes nothing. */
    public boolean isSo(Delivery member, Invoice now) {
        Report report = Report.parse(member.payload());
        ClaimRow claim = claims.find(report.key()).orElseThrow();
        boolean there = claim.state() == ClaimState.ACCEPTED && claim.submission() == report.submission();
        return there && (report.reverses() == null ? stands(report.postingId(), now) : toBeTakenBack(report, now));
    }

    private boolean isClosed(Report report) {
        ClaimRow claim = claims.find(report.key()).orElseThrow();
        return claim.state() == ClaimState.CLOSED && claim.submission() == report.submission();
    }

    private void stop(Work work, Delivery member, Report report) {
        deliveries.cancel(work, member.id(), NO_LONGER_SO);
        long believed = report.reverses() != null && wasTold(report) ? report.amountOre() : 0;
        memory.told(report.key(), report.submission(), report.postingId(), believed);
        timeline.note(member.claimKey(), "REPORT_STOPPED", report.event());
    }

    private static boolean stands(long postingId, Invoice now) {
        return now != null && now.postings().stream().anyMatch(posting -> posting.id() == postingId);
    }

    /** Only what the agency was told can be taken back; and what is right again only if it is going to be told anew. */
    private boolean toBeTakenBack(Report report, Invoice now) {
        boolean rightAgain = report.byItself() && stands(report.postingId(), now) && !isToldAnew(report);
        return wasTold(report) && !rightAgain;
    }

    private boolean wasTold(Report report) {
        return payments(report).stream()
                .anyMatch(each -> each.submission() == report.round() && each.state() == DeliveryState.DONE);
    }

    private boolean isToldAnew(Report report) {
        return payments(report).stream()
                .anyMatch(each -> each.submission() > report.round() && each.state() != DeliveryState.CANCELLED);
    }

    private List<Delivery> payments(Report report) {
        String key = ReportKeys.payment(report.key(), report.postingId());
        return deliveries.ofClaim(report.key()).stream()
                .filter(each ->
                        each.kind() == DeliveryKind.REPORT_PAYMENT && each.key().equals(key))
                .toList();
    }
}
