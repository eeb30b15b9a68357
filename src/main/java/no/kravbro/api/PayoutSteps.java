package no.kravbro.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.kravbro.bundle.ExactJson;
import no.kravbro.money.LineKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** From what debtors paid to what stands in the bank, step by step; what no step explains stands apart. */
@Repository
public class PayoutSteps {

    private final JdbcClient sql;
    private final SettlementsApi settlements;

    PayoutSteps(JdbcClient sql, SettlementsApi settlements) {
        this.sql = sql;
        this.settlements = settlements;
    }

    /** What a step is. Words under {@code payoutstep.<name>}; a deduction names its line too. */
    public enum Kind {
        GROSS,
        DEDUCTION,
        NET,
        CARRIED_IN,
        CARRIED_OUT,
        PAYOUT,
        ARRIVED,
        UNEXPLAINED
    }

    /**
     * @param line kind of a deducted line, or null
     * @param ore how much this step adds or takes, or the sum it ends at
     * @param from where its bar begins, in thousandths of the widest
     * @param width of its bar
     */
    public record Step(Kind kind, String line, long ore, boolean sum, long from, long width) {}

    /** @param unexplainedOre what the payout is more than its settlements say; the one that must be zero */
    public record Detail(
            SettlementsApi.SettlementView payout,
            List<SettlementsApi.BookingView> bookings,
            List<Step> steps,
            boolean complete,
            long unexplainedOre) {}

    public Detail show(String creditorId, String agency, String remittance, Caller caller) {
        Query one =
                Query.of(Map.of("creditorId", creditorId, "agency", agency, "remittance", remittance, "size", "500"));
        SettlementsApi.SettlementView payout = settlements.list(one, caller).items().stream()
                .findFirst()
                .orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, "There is no such payout"));
        List<SettlementsApi.BookingView> bookings =
                settlements.bookings(one, caller).items();
        Sums sums = sums(creditorId, agency, remittance);
        boolean complete = bookings.size() >= payout.expectedCount();
        long unexplained = payout.netPayoutOre() - (sums.net() + payout.carriedInOre() - payout.carriedOutOre());
        return new Detail(payout, bookings, steps(payout, sums, unexplained), complete, unexplained);
    }

    private record Sums(long gross, Map<String, Long> deductions) {
        long net() {
            return gross
                    - deductions.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private Sums sums(String creditorId, String agency, String remittance) {
        long gross = 0;
        Map<String, Long> deductions = new TreeMap<>();
        for (String event : sql.sql("select event from booking where creditor_id = :creditor and agency = :agency"
                        + " and remittance = :remittance")
                .param("creditor", creditorId)
                .param("agency", agency)
                .param("remittance", remittance)
                .query(String.class)
                .list()) {
            for (JsonNode line : lines(event)) {
                gross += line.path("paidOre").asLong();
                long kept = line.path("paidOre").asLong()
                        - line.path("toCreditorOre").asLong();
                if (kept != 0) {
                    deductions.merge(kind(line.path("kind").asText()), kept, Long::sum);
                }
            }
        }
        return new Sums(gross, deductions);
    }

    private static String kind(String word) {
        for (LineKind kind : LineKind.values()) {
            if (kind.name().equals(word)) {
                return word;
            }
        }
        return LineKind.AGENCY_DEDUCTION.name();
    }

    private static JsonNode lines(String event) {
        try {
            JsonNode json = ExactJson.read(event);
            return json.has("settled") ? json.at("/settled/lines") : json.path("lines");
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("The event of a booking is JSON", notOurs);
        }
    }

    private static List<Step> steps(SettlementsApi.SettlementView payout, Sums sums, long unexplained) {
        Bars bars = new Bars();
        bars.sum(Kind.GROSS, sums.gross());
        sums.deductions().forEach((line, ore) -> bars.change(Kind.DEDUCTION, line, -ore));
        bars.sum(Kind.NET, sums.net());
        bars.changeUnlessZero(Kind.CARRIED_IN, payout.carriedInOre());
        bars.changeUnlessZero(Kind.CARRIED_OUT, -payout.carriedOutOre());
        bars.changeUnlessZero(Kind.UNEXPLAINED, unexplained);
        bars.sum(Kind.PAYOUT, payout.netPayoutOre());
        bars.sum(Kind.ARRIVED, payout.arrivedOre());
        return bars.steps();
    }

    /** Bars that hang where the one before has ended. */
    private static final class Bars {

        private record Bar(Kind kind, String line, long ore, boolean sum, long low, long high) {}

        private final List<Bar> bars = new ArrayList<>();
        private long at;

        void sum(Kind kind, long ore) {
            at = ore;
            bars.add(new Bar(kind, null, ore, true, Math.min(0, ore), Math.max(0, ore)));
        }

        void changeUnlessZero(Kind kind, long ore) {
            if (ore != 0) {
                change(kind, null, ore);
            }
        }

        void change(Kind kind, String line, long ore) {
            bars.add(new Bar(kind, line, ore, false, Math.min(at, at + ore), Math.max(at, at + ore)));
            at += ore;
        }

        List<Step> steps() {
            long low = bars.stream().mapToLong(Bar::low).min().orElse(0);
            long high = bars.stream().mapToLong(Bar::high).max().orElse(0);
            long span = Math.max(1, high - low);
            return bars.stream()
                    .map(bar -> new Step(
                            bar.kind(),
                            bar.line(),
                            bar.ore(),
                            bar.sum(),
                            (bar.low() - low) * 1000 / span,
                            Math.max(bar.ore() == 0 ? 0 : 4, (bar.high() - bar.low()) * 1000 / span)))
                    .toList();
        }
    }
}
