package no.kravbro.sandbox.autocollect;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Reply;
import no.kravbro.sandbox.SandboxClock;
import no.kravbro.sandbox.trade.OsloDays;

/** The reading half of the wire: lists with their filters, and single objects. */
final class Queries {

    private static final String KEY = "[0-9]{9}-[0-9]{1,19}";

    private final SandboxClock clock;
    private final Memory memory;
    private final SettlementView settlementView;

    Queries(AutoCollectSettings settings, SandboxClock clock, Memory memory) {
        this.clock = clock;
        this.memory = memory;
        this.settlementView = new SettlementView(settings.bankAccount());
    }

    Reply invoices(Organization organization, Call call) {
        LocalDate from = day(call, "From");
        LocalDate to = day(call, "To");
        List<ClaimRow> found = memory.claimsOf(organization.id()).stream()
                .filter(is(call, "Status", claim -> claim.isOpen() ? "OPEN" : "CLOSED"))
                .filter(is(call, "Type", claim -> claim.requestedType))
                .filter(is(call, "InvoiceNumber", claim -> claim.invoiceNumber))
                .filter(is(checkedKey(call), "UniqueSourceInvoiceId", claim -> claim.key))
                .filter(is(call, "CustomerNumber", Queries::customer))
                .filter(claim -> from == null || !OsloDays.day(claim.receivedAt).isBefore(from))
                .filter(claim -> to == null || !OsloDays.day(claim.receivedAt).isAfter(to))
                .toList();
        return Pages.page(call, "PageSize", "PageToken", found, claim -> CaseView.invoice(claim, organization));
    }

    Reply invoice(Organization organization, String id) {
        ClaimRow claim = memory.claim(organization.id(), id);
        if (claim == null) {
            throw ApiError.notFound("invoice");
        }
        return Json.data(200, CaseView.invoice(claim, organization));
    }

    Reply batches(Organization organization, Call call) {
        List<BatchRow> found = new ArrayList<>(memory.batchesOf(organization.id()).stream()
                .filter(is(call, "State", batch -> batch.status().name()))
                .filter(is(call, "Type", batch -> batch.type().name()))
                .filter(is(call, "IdempotencyKey", BatchRow::idempotencyKey))
                .filter(batch -> call.param("SubjectId") == null || concerns(batch, call.param("SubjectId")))
                .toList());
        if (String.valueOf(call.param("SortDirection")).toLowerCase(Locale.ROOT).startsWith("desc")) {
            Collections.reverse(found);
        }
        return Pages.page(call, "PageSize", "PageToken", found, BatchView::of);
    }

    private static boolean concerns(BatchRow batch, String subject) {
        return batch.path().contains(subject)
                || batch.items().stream().anyMatch(item -> subject.equals(item.invoiceId()));
    }

    Reply batch(Organization organization, String id) {
        return memory.batchesOf(organization.id()).stream()
                .filter(batch -> batch.batchId().equals(id))
                .findFirst()
                .map(batch -> Json.data(200, BatchView.of(batch)))
                .orElseThrow(() -> ApiError.notFound("batch"));
    }

    Reply cases(Organization organization, Call call) {
        Instant from = instant(call, "FromCreatedAt");
        Instant to = instant(call, "ToCreatedAt");
        String term = call.param("SearchTerm");
        List<ClaimRow> found = memory.casesOf(organization.id()).stream()
                .filter(is(call, "Status", CaseView::status))
                .filter(is(call, "Type", claim -> claim.stage.name()))
                .filter(is(call, "CaseNumber", claim -> Long.toString(claim.caseNumber)))
                .filter(is(call, "CustomerNumber", Queries::customer))
                .filter(is(checkedKey(call), "UniqueSourceInvoiceId", claim -> claim.key))
                .filter(claim ->
                        term == null || Json.text(claim.debtors).contains(term) || term.equals(claim.invoiceNumber))
                .filter(claim -> from == null || !claim.openedAt.isBefore(from))
                .filter(claim -> to == null || !claim.openedAt.isAfter(to))
                .toList();
        return Pages.page(call, "PageSize", "PageToken", found, claim -> CaseView.of(claim, clock.today()));
    }

    Reply aCase(Organization organization, String id) {
        return Json.data(200, CaseView.of(memory.aCase(organization.id(), id), clock.today()));
    }

    Reply messages(Organization organization, String caseId) {
        memory.aCase(organization.id(), caseId);
        List<Map<String, Object>> data = memory.messagesOf(caseId).stream()
                .map(message -> Json.object(
                        "messageId", message.messageId(),
                        "kind", message.kind(),
                        "direction", message.direction(),
                        "createdAt", Json.stamp(message.createdAt()),
                        "text", message.text(),
                        "replyTo", message.replyTo(),
                        "answerDueDate",
                                message.answerDueDate() == null
                                        ? null
                                        : message.answerDueDate().toString()))
                .toList();
        Map<String, Object> summary = Json.object("status", "SUCCESS", "nextPageToken", Json.NULL);
        return Json.reply(200, Json.object("summary", summary, "data", data));
    }

    Reply settlements(Organization organization, Call call) {
        LocalDate from = day(call, "fromDate");
        LocalDate to = day(call, "toDate");
        List<SettlementRow> found = memory.settlements.all().stream()
                .filter(row -> row.organizationId().equals(organization.id()))
                .filter(row -> from == null || !row.settlementDate().isBefore(from))
                .filter(row -> to == null || !row.settlementDate().isAfter(to))
                .sorted(Comparator.comparing(SettlementRow::settlementId))
                .toList();
        return Pages.page(call, "pageSize", "pageToken", found, settlementView::of);
    }

    Reply settlement(Organization organization, String id) {
        SettlementRow row = memory.settlements.get(id);
        if (row == null || !row.organizationId().equals(organization.id())) {
            throw ApiError.notFound("settlement");
        }
        return Json.data(200, settlementView.of(row));
    }

    private static String customer(ClaimRow claim) {
        return (String) claim.debtors.get(0).get("customerNumber");
    }

    private static <T> Predicate<T> is(Call call, String name, Function<T, String> value) {
        String wanted = call.param(name);
        return row -> wanted == null || Objects.equals(wanted, value.apply(row));
    }

    private static Call checkedKey(Call call) {
        String key = call.param("UniqueSourceInvoiceId");
        if (key != null && !key.matches(KEY)) {
            throw ApiError.badRequest("Must match " + KEY, "UniqueSourceInvoiceId");
        }
        return call;
    }

    private static LocalDate day(Call call, String name) {
        try {
            return call.param(name) == null ? null : LocalDate.parse(call.param(name));
        } catch (DateTimeException e) {
            throw ApiError.badRequest("Must be a date", name);
        }
    }

    private static Instant instant(Call call, String name) {
        try {
            return call.param(name) == null
                    ? null
                    : OffsetDateTime.parse(call.param(name)).toInstant();
        } catch (DateTimeException e) {
            throw ApiError.badRequest("Must be a date and time", name);
        }
    }
}
