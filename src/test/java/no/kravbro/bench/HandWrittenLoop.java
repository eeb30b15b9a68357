package no.kravbro.bench;

import static no.kravbro.bench.InvoiceDocument.FIRST_DAY;
import static no.kravbro.bench.InvoiceDocument.TODAY;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import no.kravbro.tripletex.DayWindow;
import no.kravbro.tripletex.TripletexRequests;

/** The yardstick: the same calls, the same decisions and the same durable writes, in one loop with plain JDBC. */
final class HandWrittenLoop implements Contender {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String INSERT =
            "insert into invoice (creditor_id, invoice_id, invoice_number, due_date, outstanding_ore, decision,"
                    + " reasons, snapshot, seen_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE =
            "update invoice set invoice_number = ?, due_date = ?, outstanding_ore = ?, decision = ?, reasons = ?,"
                    + " snapshot = ?, seen_at = ? where creditor_id = ? and invoice_id = ?";

    private final OffsetDateTime now;

    HandWrittenLoop(Clock clock) {
        this.now = clock.instant().atOffset(ZoneOffset.UTC);
    }

    @Override
    public String name() {
        return "hand-written loop";
    }

    @Override
    public void run(Api api, DataSource database) {
        DayWindow window = DayWindow.through(FIRST_DAY, TODAY);
        int read = PAGE;
        for (int from = 0; read == PAGE; from += PAGE) {
            String call = TripletexRequests.invoices(window, from, PAGE).pathAndQuery();
            List<HandWrittenInvoice> page = api.get(call, HandWrittenLoop::read);
            save(database, page);
            read = page.size();
        }
    }

    private static List<HandWrittenInvoice> read(InputStream answer) {
        List<HandWrittenInvoice> page = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(answer)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_ARRAY && "values".equals(parser.currentName())) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        page.add(HandWrittenInvoice.read(parser));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page;
    }

    private void save(DataSource database, List<HandWrittenInvoice> page) {
        if (page.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Set<Long> known = known(connection, page);
            try (PreparedStatement update = connection.prepareStatement(UPDATE);
                    PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (HandWrittenInvoice invoice : page) {
                    if (known.contains(invoice.id)) {
                        add(update, invoice);
                    } else {
                        insert(insert, invoice);
                    }
                }
                if (!known.isEmpty()) {
                    update.executeBatch();
                }
                if (known.size() < page.size()) {
                    insert.executeBatch();
                }
            }
            connection.commit();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<Long> known(Connection connection, List<HandWrittenInvoice> page) throws SQLException {
        String marks = String.join(",", Collections.nCopies(page.size(), "?"));
        Set<Long> known = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select invoice_id from invoice where creditor_id = ? and invoice_id in (" + marks + ")")) {
            select.setString(1, CREDITOR);
            for (int i = 0; i < page.size(); i++) {
                select.setLong(i + 2, page.get(i).id);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    known.add(rows.getLong(1));
                }
            }
        }
        return known;
    }

    private void insert(PreparedStatement insert, HandWrittenInvoice invoice) throws SQLException, IOException {
        insert.setString(1, CREDITOR);
        insert.setLong(2, invoice.id);
        columns(insert, 3, invoice);
        insert.addBatch();
    }

    private void add(PreparedStatement update, HandWrittenInvoice invoice) throws SQLException, IOException {
        columns(update, 1, invoice);
        update.setString(8, CREDITOR);
        update.setLong(9, invoice.id);
        update.addBatch();
    }

    private void columns(PreparedStatement row, int at, HandWrittenInvoice invoice) throws SQLException, IOException {
        HandWrittenRules decided = HandWrittenRules.decide(invoice);
        row.setString(at, invoice.number);
        row.setDate(at + 1, Date.valueOf(LocalDate.parse(invoice.dueDate)));
        row.setLong(at + 2, invoice.outstandingOre);
        row.setString(at + 3, decided.decision());
        row.setString(at + 4, decided.reasons());
        row.setString(at + 5, invoice.snapshot());
        row.setObject(at + 6, now);
    }
}
