package no.kravbro.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.kravbro.access.Right;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.routing.Successor;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Left;
import no.kravbro.creditor.Leftovers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** {@code /api/v1/creditors/{creditor}/agencies}: who serves a creditor, who takes its new claims, and what is left where. */
@Service
public class MandatesApi {

    private final KnownCreditors creditors;
    private final Leftovers leftovers;
    private final Clock clock;

    /** @param clock the business clock */
    MandatesApi(KnownCreditors creditors, JdbcClient sql, Clock clock) {
        this.creditors = creditors;
        this.leftovers = new Leftovers(sql);
        this.clock = clock;
    }

    /**
     * One agency of a creditor. Amounts in øre.
     *
     * @param takesNew whether it gets claims today
     * @param replacedBy who gets its claims from {@code replacedFrom} on, or null
     * @param left what it still has to end
     * @param removable whether the creditors file may do without it
     */
    public record View(
            String agency, boolean takesNew, String replacedBy, LocalDate replacedFrom, Left left, boolean removable) {}

    /** In the order of the creditors file. */
    public List<View> list(String id, Caller caller) {
        caller.need(Right.READ_CREDITORS);
        return creditors.known(id, caller).everywhere().stream().map(this::view).toList();
    }

    /** An agency that a creditor is leaving. */
    public record Leaving(String creditorId, View agency) {}

    /** All that are being left, of the creditors that the caller sees: by agency, and there by creditor. */
    public Map<String, List<Leaving>> leaving(Caller caller) {
        caller.need(Right.READ_CREDITORS);
        return creditors.seen(caller).stream()
                .flatMap(whole -> whole.everywhere().stream())
                .filter(each -> each.routing().successors().containsKey(each.agency()))
                .map(each -> new Leaving(each.id(), view(each)))
                .sorted(Comparator.comparing(Leaving::creditorId))
                .collect(Collectors.groupingBy(each -> each.agency().agency(), TreeMap::new, Collectors.toList()));
    }

    private View view(Creditor creditor) {
        Successor successor = creditor.routing().successors().get(creditor.agency());
        Left left = leftovers.of(creditor.id(), creditor.agency());
        return new View(
                creditor.agency(),
                creditor.routing().takesNew(creditor.agency(), OsloDay.today(clock)),
                successor == null ? null : successor.agency(),
                successor == null ? null : successor.from(),
                left,
                left.none());
    }
}
