package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.kravbro.agency.WireAnswer;
import no.kravbro.claim.ClaimKey;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.OsloDay;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import no.kravbro.deadletter.DryRun;
import no.kravbro.deadletter.Trial;
import no.kravbro.deadletter.Trial.Finding;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.InboxEntry;
import no.kravbro.delivery.NewClaim;
import no.kravbro.delivery.Refusal;
import no.kravbro.reconcile.change.ReportLook;
import no.kravbro.transfer.LastLook;
import no.kravbro.transfer.instruct.InstructionLook;
import no.kravbro.tripletex.InvoiceReader;
import no.kravbro.tripletex.Scan;
import no.kravbro.tripletex.TripletexRequests;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tries deliveries out on the running routes: the last look and the mapping are the real ones, and the flow ends before it keeps anything. */
@Component
class TrialDesk implements DryRun {

    private static final int OLDEST_DAYS = 3650;

    private final Creditors creditors;
    private final ServedBy servedBy;
    private final LastLook lastLook;
    private final ReportLook reportLook;
    private final InstructionLook instructionLook;
    private final Deliveries deliveries;
    private final TrialRoutes routes;
    private final ProducerTemplate producer;
    private final Clock business;

    TrialDesk(
            Creditors creditors,
            ServedBy servedBy,
            LastLook lastLook,
            ReportLook reportLook,
            InstructionLook instructionLook,
            Deliveries deliveries,
            TrialRoutes routes,
            @Lazy ProducerTemplate producer,
            Clock business) {
        this.creditors = creditors;
        this.servedBy = servedBy;
        this.lastLook = lastLook;
        this.reportLook = reportLook;
        this.instructionLook = instructionLook;
        this.deliveries = deliveries;
        this.routes = routes;
        this.producer = producer;
        this.business = business;
    }

    @Override
    public Map<Long, Trial> of(List<Delivery> some) {
        Map<Long, Trial> trials = new HashMap<>();
        some.stream().collect(Collectors.groupingBy(Delivery::creditorId)).forEach((id, theirs) -> {
            Creditor creditor = creditors.byId(id);
            try {
                Map<Long, Invoice> now = read(creditor, theirs);
                theirs.forEach(each -> trials.put(each.id(), trial(each, now.get(invoice(each)))));
            } catch (ReadFailed failed) {
                theirs.forEach(each -> trials.put(each.id(), Trial.of(Finding.NOT_LOOKED, failed.cause())));
            }
        });
        return trials;
    }

    @Override
    public Trial of(InboxEntry received) {
        return routes.received(received);
    }

    private static boolean looked(Delivery delivery) {
        return switch (delivery.kind()) {
            case SUBMIT_CLAIM, REPORT_PAYMENT, REVERSE_PAYMENT, REPORT_CREDIT, INSTRUCT -> true;
            default -> false;
        };
    }

    private static long invoice(Delivery delivery) {
        return looked(delivery) ? ClaimKey.parse(delivery.claimKey()).invoiceId() : 0;
    }

    private Map<Long, Invoice> read(Creditor creditor, List<Delivery> theirs) {
        TreeSet<Long> ids = theirs.stream()
                .filter(TrialDesk::looked)
                .map(TrialDesk::invoice)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<Long, Invoice> now = new HashMap<>();
        List<Long> all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += TripletexRequests.IDS_PER_CALL) {
            List<Long> part = all.subList(from, Math.min(from + TripletexRequests.IDS_PER_CALL, all.size()));
            InvoiceReader.page(ask(creditor, part)).forEach(invoice -> now.put(invoice.id(), invoice));
        }
        return now;
    }

    private String ask(Creditor creditor, List<Long> ids) {
        var window = Scan.reachingBack(OsloDay.today(business), OLDEST_DAYS);
        Exchange answered = producer.send("direct:tripletex.call", exchange -> {
            exchange.setVariable(Notebook.CREDITOR, creditor);
            exchange.setVariable(Notebook.REQUEST, TripletexRequests.invoicesById(ids, window));
        });
        if (answered.getException() != null) {
            throw answered.getException() instanceof ReadFailed failed
                    ? failed
                    : new ReadFailed(answered.getException().toString(), null);
        }
        WireAnswer answer = answered.getMessage().getBody(WireAnswer.class);
        if (answer.status() != 200) {
            throw new ReadFailed(answer);
        }
        return answer.body();
    }

    private Trial trial(Delivery delivery, Invoice now) {
        try {
            return trial(servedBy.of(delivery), delivery, now);
        } catch (Refusal refused) {
            return Trial.of(Finding.STOPPED, refused.outcome().cause());
        }
    }

    private Trial trial(Creditor creditor, Delivery delivery, Invoice now) {
        if (delivery.kind() == DeliveryKind.SUBMIT_CLAIM) {
            return claim(creditor, delivery, now);
        }
        if (delivery.kind() == DeliveryKind.INSTRUCT) {
            // Its document is made with the price asked for at that moment.
            return instructionLook
                    .obstacle(delivery, now)
                    .map(why -> Trial.of(Finding.STOPPED, why))
                    .orElseGet(() -> Trial.right(null));
        }
        if (looked(delivery) && !reportLook.isSo(delivery, now)) {
            return Trial.of(Finding.STOPPED, "NO_LONGER_SO");
        }
        return routes.sent(creditor, delivery);
    }

    private Trial claim(Creditor creditor, Delivery delivery, Invoice now) {
        LastLook.Found found = lastLook.look(delivery, creditor, now);
        Long open = now == null ? null : now.outstandingOre();
        if (!found.goesOn()) {
            return new Trial(Finding.STOPPED, found.why(), open, null, null);
        }
        NewClaim fresh = lastLook.anew(delivery, creditor, now);
        boolean renewed = !found.right() || isNew(delivery, fresh);
        Trial mapped = routes.sent(creditor, renewed ? as(delivery, fresh) : delivery);
        Finding finding = found.right() || mapped.finding() != Finding.RIGHT ? mapped.finding() : Finding.CHANGED;
        String why = mapped.why() == null ? found.why() : mapped.why();
        return new Trial(finding, why, open, renewed ? fresh : null, mapped.content());
    }

    /** None of the submissions so far had this content. */
    private boolean isNew(Delivery delivery, NewClaim fresh) {
        return deliveries.ofClaim(delivery.claimKey()).stream()
                .filter(each -> each.kind() == delivery.kind() && each.key().equals(delivery.key()))
                .noneMatch(each -> content(each.payload()).equals(content(fresh.payload())));
    }

    private static Object content(String payload) {
        try {
            return TrialRoutes.withoutSubmission(payload);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("The payload of a claim is JSON", notOurs);
        }
    }

    private static Delivery as(Delivery was, NewClaim fresh) {
        return new Delivery(
                was.id(),
                was.kind(),
                was.key(),
                fresh.submission(),
                fresh.agency(),
                was.groupKey(),
                was.creditorId(),
                was.claimKey(),
                fresh.payload(),
                fresh.principalOre(),
                was.state(),
                was.purpose(),
                was.attempts(),
                was.inquiries(),
                was.absent(),
                null,
                was.cause());
    }
}
