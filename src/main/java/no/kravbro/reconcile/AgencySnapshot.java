package no.kravbro.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.kravbro.claim.Stage;
import no.kravbro.delivery.CaseUpdate;
import no.kravbro.delivery.ClaimRow;

/** All cases that an agency tells of in one reading. Filled by the thread that reads. */
public final class AgencySnapshot {

    private final Map<String, List<CaseUpdate>> told = new HashMap<>();
    private final Set<String> heard = new HashSet<>();
    private boolean complete;

    /** A case as it stands. */
    public void note(CaseUpdate update) {
        told.computeIfAbsent(update.key(), key -> new ArrayList<>()).add(update);
    }

    /** It follows a claim of which it tells no more than what is left, in øre. */
    public void remaining(String key, long remainingOre) {
        note(new CaseUpdate(key, null, null, null, null, null, null, remainingOre, null, null));
    }

    /** It has ended the case of a claim, and does not say here why. */
    public void ended(String key) {
        note(new CaseUpdate(key, null, null, null, Stage.CLOSED, null, null, 0L, null, null));
    }

    /** The agency speaks of it, whether or not we can take over what it says. @param name a claim's key or a case's number */
    public void heard(String name) {
        heard.add(name);
    }

    /** The agency has told all: what is not here, it does not have. */
    public void complete() {
        complete = true;
    }

    public boolean isComplete() {
        return complete;
    }

    /** Keys of its open cases that are none of the given claims, in order. */
    List<String> openStrangers(Set<String> ours) {
        return told.entrySet().stream()
                .filter(each -> !ours.contains(each.getKey()))
                .filter(each -> each.getValue().stream().anyMatch(AgencySnapshot::isOpen))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Principal left in the open cases of a key, in øre. */
    long remainingOre(String key) {
        return told.get(key).stream()
                .filter(AgencySnapshot::isOpen)
                .mapToLong(each -> each.remainingPrincipalOre() == null ? 0 : each.remainingPrincipalOre())
                .sum();
    }

    private static boolean isOpen(CaseUpdate update) {
        return update.stage() != Stage.CLOSED;
    }

    /** What it says of the case that is ours; of several that could be, an open one. Empty when it does not have it. */
    Optional<CaseUpdate> ours(ClaimRow claim) {
        return told.getOrDefault(claim.key(), List.of()).stream()
                .filter(each -> isOurs(claim, each))
                .reduce((first, next) -> isOpen(first) && !isOpen(next) ? first : next);
    }

    /** The first reference that both sides know decides, as in {@link no.kravbro.delivery.Claims#follow}. */
    private static boolean isOurs(ClaimRow claim, CaseUpdate update) {
        return Stream.of(
                        same(claim.agencyCase(), update.caseId()),
                        same(claim.caseNumber(), update.caseNumber()),
                        same(claim.agencyInvoice(), update.invoiceId()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(true);
    }

    private static Optional<Boolean> same(String ours, String theirs) {
        return ours == null || theirs == null ? Optional.empty() : Optional.of(ours.equals(theirs));
    }

    /** How many open cases it has under a claim's key. */
    int openCases(ClaimRow claim) {
        return (int) told.getOrDefault(claim.key(), List.of()).stream()
                .filter(AgencySnapshot::isOpen)
                .map(each -> Objects.toString(each.caseNumber(), each.caseId()))
                .distinct()
                .count();
    }

    /** Whether the agency speaks of it in words that we could not take over. */
    boolean unreadable(ClaimRow claim) {
        return !told.containsKey(claim.key())
                && (heard.contains(claim.key()) || (claim.caseNumber() != null && heard.contains(claim.caseNumber())));
    }
}
