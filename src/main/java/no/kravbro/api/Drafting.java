package no.kravbro.api;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import no.kravbro.access.Right;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.creditor.Creditor;
import org.springframework.stereotype.Service;

/** Whose invoices wait to be handed over, and what a person may choose there. */
@Service
public class Drafting {

    private final KnownCreditors creditors;
    private final AgencyProfiles profiles;

    Drafting(KnownCreditors creditors, AgencyProfiles profiles) {
        this.creditors = creditors;
        this.profiles = profiles;
    }

    /**
     * A creditor.
     *
     * @param transfer how invoices go: AUTOMATIC, APPROVE, DRY_RUN
     * @param firstSteps what the agency may be asked to begin with; empty = no choice
     */
    public record Place(String id, String name, String agency, String transfer, List<String> firstSteps) {}

    /** A creditor to choose. */
    public record Named(String id, String name) {}

    /** Those that the caller sees, by name. */
    public List<Named> creditors(Caller caller) {
        return creditors.seen(caller).stream()
                .map(each -> new Named(each.id(), each.name()))
                .sorted(Comparator.comparing(Named::name))
                .toList();
    }

    /** The first whose claims wait for a person's yes; else the first; null where there is nobody. */
    public static Place first(List<Place> places) {
        return places.stream()
                .filter(each -> "APPROVE".equals(each.transfer()))
                .findFirst()
                .orElseGet(() -> places.isEmpty() ? null : places.get(0));
    }

    /** One that the caller sees. Throws {@link ApiProblem}. */
    public Place place(String id, Caller caller) {
        return place(creditors.known(id, caller));
    }

    /** The creditors that the caller sees. */
    public List<Place> places(Caller caller) {
        caller.need(Right.READ_CLAIMS);
        return creditors.seen(caller).stream().map(this::place).toList();
    }

    private Place place(Creditor creditor) {
        return new Place(
                creditor.id(),
                creditor.name(),
                creditor.everywhere().stream().map(Creditor::agency).collect(Collectors.joining(", ")),
                creditor.transfer().name(),
                creditor.everywhere().stream()
                        .flatMap(each -> profiles.of(each.agency()).capabilities().firstSteps().stream())
                        .distinct()
                        .toList());
    }
}
