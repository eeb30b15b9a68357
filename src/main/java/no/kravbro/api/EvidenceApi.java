package no.kravbro.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kravbro.Masking;
import no.kravbro.Texts;
import no.kravbro.access.Right;
import no.kravbro.api.story.CaseHistory;
import no.kravbro.api.story.Sight;
import no.kravbro.audit.AuditEntry;
import no.kravbro.audit.AuditTrail;
import no.kravbro.audit.Deed;
import no.kravbro.claim.Debtor;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.story.Teller;
import no.kravbro.creditor.Creditors;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.InvoiceRow;
import no.kravbro.delivery.Invoices;
import no.kravbro.money.NorwegianFormat;
import no.kravbro.reconcile.Booking;
import no.kravbro.reconcile.Bookings;
import no.kravbro.transfer.dispute.Dispute;
import no.kravbro.transfer.dispute.Disputes;
import no.kravbro.transfer.instruct.Attachment;
import no.kravbro.transfer.instruct.Attachments;
import no.kravbro.transfer.instruct.Instruction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * {@code /api/v1/claims/{key}/evidence}: all that the conciliation board or a court asks for in one download, in Norwegian: the
 * invoice, what was sent, what was said, what was paid, and when.
 */
@Service
public class EvidenceApi {

    private final Claims claims;
    private final Invoices invoices;
    private final Disputes disputes;
    private final Attachments attachments;
    private final Deliveries deliveries;
    private final Bookings bookings;
    private final CaseHistory history;
    private final Creditors creditors;
    private final ObjectProvider<InvoicePapers> papers;
    private final AuditTrail audit;
    private final Texts texts;

    EvidenceApi(
            Claims claims,
            Invoices invoices,
            Disputes disputes,
            Attachments attachments,
            Deliveries deliveries,
            Bookings bookings,
            CaseHistory history,
            Creditors creditors,
            ObjectProvider<InvoicePapers> papers,
            AuditTrail audit,
            Texts texts) {
        this.claims = claims;
        this.invoices = invoices;
        this.disputes = disputes;
        this.attachments = attachments;
        this.deliveries = deliveries;
        this.bookings = bookings;
        this.history = history;
        this.creditors = creditors;
        this.papers = papers;
        this.audit = audit;
        this.texts = texts;
    }

    /** A ZIP file. Throws {@link ApiProblem}, also when the accounting system does not answer. */
    public byte[] pack(String key, Caller caller) {
        caller.need(Right.READ_CLAIMS);
        caller.need(Right.READ_MONEY);
        ClaimRow claim = claims.find(key)
                .orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, "There is no claim with this key"));
        caller.needSight(claim.creditorId(), "There is no claim with this key");
        InvoicePapers.Papers paper = papers.getObject().of(claim);
        audit.record(AuditEntry.done(caller.actor(), Deed.EXPORT, "claims/" + key + "/evidence")
                .ofCreditor(claim.creditorId()));
        EvidencePack pack = new EvidencePack(
                say("evidence.title", claim.invoiceNumber()), say("evidence.leftOut"), say("evidence.unsearched"));
        pack.document("01-faktura-" + claim.invoiceNumber() + ".pdf", paper.invoice(), say("evidence.noInvoice"));
        pack.text("02-krav.txt", claim(claim));
        pack.text("03-varsler.txt", notices(paper.notices()));
        pack.text("04-dialog.txt", dialogue(claim));
        enclosed(claim).forEach(each -> pack.document(each.name(), each.content(), ""));
        pack.text("05-reskontro.csv", ledger(claim));
        pack.text("06-tidslinje.csv", events(claim));
        return pack.zip();
    }

    private String say(String key, Object... arguments) {
        return texts.of(key, Texts.NB, arguments);
    }

    private List<String> claim(ClaimRow claim) {
        List<String> lines = new ArrayList<>();
        creditors
                .find(claim.creditorId())
                .ifPresent(each -> lines.add(say("evidence.creditor", each.name(), each.organizationNumber())));
        Optional<Invoice> invoice =
                invoices.find(claim.creditorId(), claim.invoiceId()).map(InvoiceRow::invoice);
        invoice.map(Invoice::debtor).ifPresent(each -> lines.add(say("evidence.debtor", address(each))));
        lines.add(say("evidence.invoice", claim.invoiceNumber(), NorwegianFormat.kroner(claim.principalOre())));
        invoice.ifPresent(each -> lines.add(say("evidence.days", day(each.invoiceDate()), day(each.dueDate()))));
        lines.add(say("evidence.agency", claim.agency(), text(claim.caseNumber()), text(claim.stage())));
        lines.add(say("evidence.handedOver", day(OsloDay.of(claim.createdAt()))));
        return lines;
    }

    private static String address(Debtor debtor) {
        return String.join(
                ", ",
                Stream.of(
                                debtor.name(),
                                debtor.organizationNumber(),
                                debtor.addressLine1(),
                                debtor.addressLine2(),
                                debtor.postalCode(),
                                debtor.city())
                        .filter(each -> each != null && !each.isBlank())
                        .toList());
    }

    private List<String> notices(List<InvoicePapers.Notice> notices) {
        return notices.isEmpty()
                ? List.of(say("evidence.noNotices"))
                : notices.stream()
                        .map(each -> say(
                                "evidence.notice",
                                day(each.day()),
                                each.type(),
                                day(each.payBy()),
                                text(each.charge())))
                        .toList();
    }

    private List<String> dialogue(ClaimRow claim) {
        List<String> lines = new ArrayList<>();
        for (Dispute each : disputes.of(claim.key())) {
            String part = each.amountOre() == null ? say("evidence.all") : NorwegianFormat.kroner(each.amountOre());
            lines.add(say("evidence.dispute", day(each.raisedOn()), part, each.reason()));
            lines.add(
                    each.answer() == null
                            ? say("evidence.unanswered")
                            : say("evidence.answer", day(each.answeredOn()), each.outcome(), each.answer()));
        }
        for (Delivery each : instructions(claim)) {
            Instruction told = Instruction.parse(each.payload());
            if (told.text() != null) {
                lines.add(say("evidence.message", say("action." + told.action()), each.state(), told.text()));
            }
        }
        return lines.isEmpty() ? List.of(say("evidence.noDialogue")) : lines;
    }

    private List<Delivery> instructions(ClaimRow claim) {
        return deliveries.ofClaim(claim.key()).stream()
                .filter(each -> each.kind() == DeliveryKind.INSTRUCT)
                .toList();
    }

    private List<Attachment> enclosed(ClaimRow claim) {
        List<String> ids = Stream.concat(
                        disputes.of(claim.key()).stream().map(Dispute::attachments),
                        instructions(claim).stream()
                                .map(each -> Instruction.parse(each.payload()).attachments()))
                .flatMap(List::stream)
                .distinct()
                .toList();
        List<Attachment> found = attachments.of(claim.key(), ids);
        List<Attachment> named = new ArrayList<>();
        for (int at = 0; at < found.size(); at++) {
            Attachment each = found.get(at);
            String name = Masking.mask(each.name()).replaceAll("[^\\p{L}\\p{N}._-]", "_");
            named.add(new Attachment(each.id(), "vedlegg/" + (at + 1) + "-" + name, each.mediaType(), each.content()));
        }
        return named;
    }

    private List<String> ledger(ClaimRow claim) {
        List<String> lines = new ArrayList<>();
        lines.add(say("evidence.ledger"));
        lines.add(
                cells(day(OsloDay.of(claim.createdAt())), say("evidence.principal"), "", amount(claim.principalOre())));
        long left = claim.principalOre();
        for (Booking each : bookings.ofClaim(claim.key())) {
            if (!each.state().booked()) {
                continue;
            }
            left -= each.intent().principalOre();
            lines.add(cells(
                    day(each.bookedOn()),
                    say("bookingstate." + each.state()),
                    text(each.voucherNumber()),
                    amount(-each.intent().principalOre())));
        }
        long other = Math.min(outstanding(claim, left), left) - left;
        if (other != 0) {
            lines.add(cells("", say("evidence.other"), "", amount(other)));
        }
        lines.add(cells("", say("evidence.left"), "", amount(left + other)));
        return lines;
    }

    /** What the books say; they lag behind a booking that is not matched yet, and nothing more than is owed may be claimed. */
    private long outstanding(ClaimRow claim, long otherwise) {
        return invoices.find(claim.creditorId(), claim.invoiceId())
                .map(each -> each.invoice().outstandingOre())
                .orElse(otherwise);
    }

    /** What both sides did; not what people here were asked or have said to each other. */
    private List<String> events(ClaimRow claim) {
        List<String> lines = new ArrayList<>();
        lines.add(say("evidence.events"));
        history.of(claim, Sight.NOTHING_INTERNAL).stream()
                .filter(each -> each.teller() != Teller.PERSON)
                .forEach(each -> lines.add(cells(
                        each.happenedOn() == null ? "–" : day(each.happenedOn()),
                        each.receivedAt() == null ? "–" : time(each.receivedAt()),
                        time(each.recordedAt()),
                        each.teller() == Teller.AGENCY ? claim.agency() : say("teller." + each.teller()),
                        each.words().stream()
                                .map(key ->
                                        texts.find(key, Texts.NB).orElseGet(() -> key.substring(key.indexOf('.') + 1)))
                                .collect(Collectors.joining(": ")),
                        text(each.reference()),
                        each.amountOre() == null ? "–" : amount(each.amountOre()),
                        each.leftOre() == null ? "–" : amount(each.leftOre()))));
        return lines;
    }

    private static String cells(String... cells) {
        return String.join(";", Stream.of(cells).map(SafeCell::of).toList());
    }

    private static String amount(long ore) {
        return NorwegianFormat.amount(ore).replaceAll("[\\s\u00a0]", "").replace(NorwegianFormat.MINUS, '-');
    }

    private static String time(Instant at) {
        return at.atZone(OsloDay.ZONE).toLocalDateTime().withNano(0).toString();
    }

    private static String day(LocalDate day) {
        return day == null ? "–" : NorwegianFormat.day(day);
    }

    private static String text(Object text) {
        return text == null ? "–" : text.toString();
    }
}
