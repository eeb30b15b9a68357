package no.kravbro.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kravbro.claim.ClaimKey;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.routing.Route;
import no.kravbro.claim.routing.Routing;
import no.kravbro.claim.routing.Traits;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import org.springframework.stereotype.Service;

/**
 * Which of a creditor's agencies an invoice goes to: the one its claim has already, else the one that the rules choose. One
 * agency per claim for ever: only what none has, and what one has given back, is chosen for anew.
 */
@Service
public class AgencyChoice {

    private final Claims claims;
    private final Clock clock;

    /** @param clock the business clock */
    public AgencyChoice(Claims claims, Clock clock) {
        this.claims = claims;
        this.clock = clock;
    }

    /**
     * What was chosen for an invoice.
     *
     * @param creditor as the chosen agency serves it
     * @param had the agency that its claim had until now, or null
     */
    public record Choice(Creditor creditor, Route route, String had) {

        /** Whether another agency had the claim and has given it back. */
        public boolean isMove() {
            return had != null && !had.equals(route.agency());
        }
    }

    /** By invoice id. */
    public Map<Long, Choice> of(Creditor creditor, List<Invoice> invoices) {
        if (creditor.everywhere().size() == 1) {
            Choice only = new Choice(creditor, Route.only(creditor.agency()), null);
            return invoices.stream().collect(Collectors.toMap(Invoice::id, each -> only, (one, same) -> one));
        }
        Map<String, ClaimRow> known = claims
                .find(invoices.stream().map(each -> key(creditor, each)).toList())
                .stream()
                .collect(Collectors.toMap(ClaimRow::key, Function.identity()));
        Routing routing = creditor.routing();
        LocalDate today = OsloDay.today(clock);
        Map<Long, Choice> choices = new HashMap<>();
        for (Invoice invoice : invoices) {
            ClaimRow claim = known.get(key(creditor, invoice));
            Route route = claim != null && stays(creditor, routing, claim, today)
                    ? Route.kept(claim.agency())
                    : routing.choose(Traits.of(invoice), today);
            choices.put(
                    invoice.id(),
                    new Choice(creditor.serving(route.agency()), route, claim == null ? null : claim.agency()));
        }
        return choices;
    }

    public Choice of(Creditor creditor, Invoice invoice) {
        return of(creditor, List.of(invoice)).get(invoice.id());
    }

    /** What an agency never had may go to another when its own takes no new claims; then it is as good as new. */
    private static boolean stays(Creditor creditor, Routing routing, ClaimRow claim, LocalDate today) {
        return switch (claim.state()) {
            case PENDING, ACCEPTED -> true;
            case REFUSED, STOPPED ->
                creditor.findAt(claim.agency()).isPresent() && routing.takesNew(claim.agency(), today);
            case CLOSED -> false;
        };
    }

    private static String key(Creditor creditor, Invoice invoice) {
        return new ClaimKey(creditor.organizationNumber(), invoice.id()).toString();
    }
}
