package no.kravbro.tripletex;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditor.BookingWay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Ledger facts per creditor, asked for once a business day and kept in SQL, so that bookings do not pay for them. Before
 * a booking is refused they are to be read again, see {@link #forget}.
 */
@Repository
public class LedgerFactStore {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final String ACCOUNTS = "accounts";
    private static final String PERIODS = "periods";
    private static final String TYPES = "payment-types";
    private static final int PERIODS_BACK_DAYS = 400;

    private final JdbcClient sql;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** Facts as this node read them last; another node's newer ones need not be had, for ours are read again before a refusal. */
    private record Known(List<Creditor> everywhere, LocalDate day, LedgerFacts facts) {}

    /** @param clock the business clock */
    public LedgerFactStore(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A fact that is still to be read, by performing the request and handing the body of its 200 to {@link #keep}. */
    public record Need(String fact, TripletexRequest request) {}

    /** The next fact to read before {@link #today} can tell, or empty when all were read today. */
    public Optional<Need> missing(Creditor creditor) {
        if (known(creditor) != null) {
            return Optional.empty();
        }
        return needs(creditor).stream()
                .filter(need -> kept(creditor, need).isEmpty())
                .findFirst();
    }

    /** Keeps an answer for the rest of the day; {@link MalformedAnswer}, and nothing kept, when it cannot be read. */
    public void keep(Creditor creditor, Need need, String answer) {
        InvoiceReader.list(answer);
        known.remove(creditor.id());
        String content = asked(need) + answer;
        String update = "update ledger_fact set content = :content, read_on = :day"
                + " where creditor_id = :creditor and fact = :fact";
        String insert = "insert into ledger_fact (creditor_id, fact, content, read_on)"
                + " values (:creditor, :fact, :content, :day) on conflict do nothing";
        if (write(update, creditor, need.fact(), content) == 0) {
            write(insert, creditor, need.fact(), content);
        }
    }

    /** All facts must be read anew: done before a booking is refused, for the accountant may have mended it since. */
    public void forget(String creditorId) {
        known.remove(creditorId);
        sql.sql("delete from ledger_fact where creditor_id = :creditor")
                .param("creditor", creditorId)
                .update();
    }

    /** Today's facts; throws {@link IllegalStateException} while one is {@link #missing}. */
    public LedgerFacts today(Creditor creditor) {
        LedgerFacts facts = known(creditor);
        if (facts == null) {
            LocalDate day = day();
            facts = read(creditor);
            known.put(creditor.id(), new Known(creditor.everywhere(), day, facts));
        }
        return facts;
    }

    private LedgerFacts known(Creditor creditor) {
        Known held = known.get(creditor.id());
        boolean current =
                held != null && held.day().equals(day()) && held.everywhere().equals(creditor.everywhere());
        return current ? held.facts() : null;
    }

    private LedgerFacts read(Creditor creditor) {
        Map<String, String> answers = new HashMap<>();
        for (Need need : needs(creditor)) {
            answers.put(
                    need.fact(),
                    kept(creditor, need)
                            .orElseThrow(() -> new IllegalStateException("Fact " + need.fact() + " was not read")));
        }
        return new LedgerFacts(
                LedgerFacts.readAccounts(answers.get(ACCOUNTS)),
                LedgerFacts.readPeriods(answers.get(PERIODS)),
                answers.containsKey(TYPES) ? LedgerFacts.readPaymentTypes(answers.get(TYPES)) : Map.of(),
                numbered(answers));
    }

    private static Map<Dimension, Map<String, Long>> numbered(Map<String, String> answers) {
        Map<Dimension, Map<String, Long>> numbered = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            if (answers.containsKey(dimension.fact())) {
                numbered.put(dimension, dimension.read(answers.get(dimension.fact())));
            }
        }
        return numbered;
    }

    private List<Need> needs(Creditor creditor) {
        DayWindow periods = DayWindow.through(day().minusDays(PERIODS_BACK_DAYS), day());
        List<Need> needs = new ArrayList<>();
        needs.add(new Need(
                ACCOUNTS,
                TripletexRequests.accounts(creditor.everywhere().stream()
                        .flatMap(each -> each.accounts().values().stream())
                        .distinct()
                        .toList())));
        needs.add(new Need(PERIODS, TripletexRequests.accountingPeriods(periods)));
        if (creditor.everywhere().stream().anyMatch(each -> each.bookingWay() == BookingWay.INVOICE_PAYMENT)) {
            needs.add(new Need(TYPES, TripletexRequests.paymentTypes()));
        }
        Stream.of(Dimension.values())
                .filter(dimension -> dimension.used(creditor.bookkeeping()))
                .forEach(dimension -> needs.add(new Need(dimension.fact(), dimension.request())));
        return needs;
    }

    private Optional<String> kept(Creditor creditor, Need need) {
        String query = "select content from ledger_fact"
                + " where creditor_id = :creditor and fact = :fact and read_on = :day";
        return sql.sql(query)
                .param("creditor", creditor.id())
                .param("fact", need.fact())
                .param("day", day())
                .query(String.class)
                .optional()
                .filter(content -> content.startsWith(asked(need)))
                .map(content -> content.substring(asked(need).length()));
    }

    /** What was asked stands before the answer, so that other account numbers in the settings ask anew. */
    private static String asked(Need need) {
        return need.request().pathAndQuery() + "\n";
    }

    private int write(String statement, Creditor creditor, String fact, String content) {
        return sql.sql(statement)
                .param("creditor", creditor.id())
                .param("fact", fact)
                .param("content", content)
                .param("day", day())
                .update();
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), OSLO);
    }
}
