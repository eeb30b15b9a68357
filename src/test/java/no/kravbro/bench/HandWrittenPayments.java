package no.kravbro.bench;

import static no.kravbro.bench.Batches.row;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import no.kravbro.bench.HandWrittenPayment.Open;
import no.kravbro.tripletex.TripletexRequests;

/** Reads pages of settlements; of each page lets in what is new, posts, matches, reads back and records, batch by batch. */
final class HandWrittenPayments {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String LIST = "/collection/v1/orgs/" + Side.AGENCY_REFERENCE
            + "/settlements?fromDate=2026-01-01&toDate=2026-02-02&pageSize=100";

    private final Api api;
    private final Batches database;
    private final Crew pages;
    private final ExecutorService callers;
    private final AtomicLong ids;

    HandWrittenPayments(Api api, Batches database, Crew pages, ExecutorService callers, AtomicLong ids) {
        this.api = api;
        this.database = database;
        this.pages = pages;
        this.callers = callers;
        this.ids = ids;
    }

    private record Page(List<HandWrittenSettlement> settlements, String next) {}

    void run() {
        String next = "";
        while (next != null) {
            Page page = api.get(LIST + (next.isEmpty() ? "" : "&pageToken=" + next), HandWrittenPayments::page);
            if (!page.settlements.isEmpty()) {
                pages.add(() -> page(page.settlements));
            }
            next = page.next;
        }
        pages.finish();
    }

    private static Page page(InputStream answer) throws IOException {
        byte[] bytes = answer.readAllBytes();
        List<HandWrittenSettlement> settlements = new ArrayList<>();
        String next = null;
        try (JsonParser parser = JSON.createParser(bytes)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_ARRAY && "data".equals(parser.currentName())) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        int from = (int) parser.currentTokenLocation().getByteOffset();
                        HandWrittenSettlement settlement = HandWrittenSettlement.read(parser);
                        int to = (int) parser.currentLocation().getByteOffset();
                        settlement.raw = new String(bytes, from, to - from, StandardCharsets.UTF_8);
                        settlements.add(settlement);
                    }
                } else if (parser.currentToken() == JsonToken.VALUE_STRING
                        && "nextPageToken".equals(parser.currentName())) {
                    next = parser.getText();
                }
            }
        }
        return new Page(settlements, next);
    }

    private void page(List<HandWrittenSettlement> settlements) {
        List<HandWrittenPayment> payments = new ArrayList<>();
        database.commit(connection -> payments.addAll(letIn(connection, settlements)));
        together(payments, payment -> {
            payment.posted(api.call(
                    "POST", "/v2/ledger/voucher?sendToLedger=true", payment.voucher, null, HandWrittenPayments::ids));
            return null;
        });
        database.commit(connection -> booked(connection, payments));
        together(payments, payment -> {
            api.call("PUT", "/v2/ledger/posting/:closePostings", payment.closing, null, InputStream::readAllBytes);
            String readBack =
                    TripletexRequests.invoiceReadBack(payment.open.invoice()).pathAndQuery();
            payment.left = api.get("/v2" + readBack, HandWrittenPayments::outstanding);
            return null;
        });
        database.commit(connection -> matched(connection, payments));
    }

    /** New ones only; with their bookings, the orders to post and what will be sent. */
    private List<HandWrittenPayment> letIn(Connection connection, List<HandWrittenSettlement> settlements)
            throws SQLException {
        OffsetDateTime now = HandWrittenClaims.now();
        List<String> keys = settlements.stream().map(each -> each.id).toList();
        List<String> known = Batches.read(
                connection,
                "select inbox_key from inbox where source = ? and inbox_key in " + Batches.marks(keys),
                row -> row.getString(1),
                row(keys, "autocollect.settlement"));
        Map<String, Open> open = open(connection, settlements);
        List<HandWrittenPayment> payments = settlements.stream()
                .filter(each -> !known.contains(each.id))
                .map(each -> new HandWrittenPayment(
                        each,
                        open.get(each.claimKey),
                        ids.addAndGet(2),
                        UUID.randomUUID().toString(),
                        UUID.randomUUID().toString()))
                .toList();
        keep(connection, payments, now);
        order(connection, payments, now);
        return payments;
    }

    private static void keep(Connection connection, List<HandWrittenPayment> payments, OffsetDateTime now)
            throws SQLException {
        Batches.write(
                connection,
                HandWrittenPaymentRows.INBOX,
                rows(payments, each -> HandWrittenPaymentRows.inbox(each, now)));
        Batches.write(
                connection,
                HandWrittenPaymentRows.REMITTANCE,
                rows(payments, each -> HandWrittenPaymentRows.remittance(each, now)));
        Batches.write(connection, HandWrittenPaymentRows.EVENT, rows(payments, each -> row(each.key)));
        Batches.write(
                connection,
                HandWrittenPaymentRows.BOOKING,
                rows(payments, each -> HandWrittenPaymentRows.booking(each, now)));
        Batches.write(
                connection,
                HandWrittenPaymentRows.COMPLETE,
                rows(payments, each -> row(each.settlement.remittance, each.settlement.remittance)));
    }

    private static void order(Connection connection, List<HandWrittenPayment> payments, OffsetDateTime now)
            throws SQLException {
        Batches.write(
                connection,
                HandWrittenPaymentRows.TIMELINE,
                rows(payments, each -> row(each.settlement.claimKey, now, each.settlement.id)));
        Batches.write(
                connection,
                HandWrittenRows.TRANSMISSION,
                rows(
                        payments,
                        each -> HandWrittenRows.transmission(
                                each.posting,
                                "BOOK_VOUCHER",
                                "tripletex",
                                each.voucher.getBytes(StandardCharsets.UTF_8),
                                1,
                                now)));
        Batches.write(
                connection,
                HandWrittenPaymentRows.DELIVERY,
                rows(
                        payments,
                        each -> HandWrittenPaymentRows.order(
                                each.id, "BOOK_VOUCHER", each, HandWrittenRows.json(each::order), each.posting, now)));
    }

    private static Map<String, Open> open(Connection connection, List<HandWrittenSettlement> settlements)
            throws SQLException {
        List<String> claims = settlements.stream().map(each -> each.claimKey).toList();
        Map<String, Open> open = new HashMap<>();
        Batches.read(
                        connection,
                        "select c.claim_key, i.invoice_id, i.outstanding_ore, i.snapshot from claim c join invoice i"
                                + " on i.creditor_id = c.creditor_id and i.invoice_id = c.invoice_id where c.claim_key in "
                                + Batches.marks(claims),
                        row -> Map.entry(row.getString(1), Open.read(row.getLong(2), row.getLong(3), row.getString(4))),
                        claims.toArray())
                .forEach(entry -> open.put(entry.getKey(), entry.getValue()));
        return open;
    }

    private static void booked(Connection connection, List<HandWrittenPayment> payments) throws SQLException {
        OffsetDateTime now = HandWrittenClaims.now();
        Batches.write(
                connection, HandWrittenPaymentRows.DONE, rows(payments, each -> row(each.reference(), now, each.id)));
        Batches.write(
                connection,
                HandWrittenRows.ATTEMPT,
                rows(payments, each -> HandWrittenRows.attempt(each.id, "SEND", "ACCEPTED", each.posting, now)));
        Batches.write(
                connection,
                HandWrittenPaymentRows.BOOKED,
                rows(payments, each -> HandWrittenPaymentRows.booked(each, now)));
        List<Object[]> postings = new ArrayList<>();
        payments.forEach(each -> postings.addAll(HandWrittenPaymentRows.postings(each)));
        Batches.write(connection, HandWrittenPaymentRows.POSTING, postings);
        Batches.write(
                connection,
                HandWrittenPaymentRows.CLAIM,
                rows(payments, each -> row(each.settlement.principalOre, now, each.settlement.claimKey)));
        Batches.write(
                connection,
                HandWrittenRows.TRANSMISSION,
                rows(
                        payments,
                        each -> HandWrittenRows.transmission(
                                each.matching,
                                "CLOSE_POSTINGS",
                                "tripletex",
                                each.closing.getBytes(StandardCharsets.UTF_8),
                                1,
                                now)));
        Batches.write(
                connection,
                HandWrittenPaymentRows.DELIVERY,
                rows(
                        payments,
                        each -> HandWrittenPaymentRows.order(
                                each.id + 1, "CLOSE_POSTINGS", each, "{}", each.matching, now)));
    }

    private static void matched(Connection connection, List<HandWrittenPayment> payments) throws SQLException {
        OffsetDateTime now = HandWrittenClaims.now();
        Batches.write(
                connection,
                HandWrittenPaymentRows.DONE,
                rows(
                        payments,
                        each -> row(
                                "{\"matched\":\"true\",\"outstandingOre\":\"" + each.left + "\"}", now, each.id + 1)));
        Batches.write(
                connection,
                HandWrittenRows.ATTEMPT,
                rows(payments, each -> HandWrittenRows.attempt(each.id + 1, "SEND", "ACCEPTED", each.matching, now)));
        Batches.write(
                connection,
                "update booking set state = 'MATCHED', updated_at = ? where booking_key = ?",
                rows(payments, each -> row(now, each.key)));
    }

    private static List<Object[]> rows(List<HandWrittenPayment> payments, Function<HandWrittenPayment, Object[]> row) {
        return payments.stream().map(row).toList();
    }

    /** The calls of a page side by side. */
    private void together(List<HandWrittenPayment> payments, Function<HandWrittenPayment, Void> call) {
        List<Callable<Void>> calls = new ArrayList<>();
        payments.forEach(payment -> calls.add(() -> call.apply(payment)));
        try {
            for (Future<Void> done : callers.invokeAll(calls)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Id and number of a voucher, and the ids of its postings. */
    private static List<Long> ids(InputStream answer) throws IOException {
        List<Long> ids = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(answer)) {
            while (parser.nextToken() != null) {
                boolean number = parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
                if (number && !"year".equals(parser.currentName())) {
                    ids.add(parser.getLongValue());
                }
            }
        }
        return ids;
    }

    private static long outstanding(InputStream answer) throws IOException {
        try (JsonParser parser = JSON.createParser(answer)) {
            long open = -1;
            while (parser.nextToken() != null) {
                if (parser.currentToken().isNumeric() && "amountOutstanding".equals(parser.currentName())) {
                    open = HandWrittenInvoice.ore(parser);
                }
            }
            return open;
        }
    }
}
