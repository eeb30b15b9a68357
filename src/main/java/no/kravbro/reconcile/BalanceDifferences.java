package no.kravbro.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kravbro.claim.ClaimKey;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.Invoices;
import no.kravbro.reconcile.balance.AtAgency;
import no.kravbro.reconcile.balance.BalanceCheck;
import no.kravbro.reconcile.balance.DifferenceCause;
import no.kravbro.reconcile.balance.Explained;
import org.springframework.stereotype.Service;

/** Keeps the list of differences in step with what the last comparison found. Works in the caller's transaction. */
@Service
class BalanceDifferences {

    private static final Set<String> CAUSES = Arrays.stream(DifferenceCause.values())
            .filter(cause -> !cause.standsAtItsPosting())
            .map(Enum::name)
            .collect(Collectors.toUnmodifiableSet());

    private final Differences differences;
    private final Captures captures;
    private final Invoices invoices;

    BalanceDifferences(Differences differences, Captures captures, Invoices invoices) {
        this.differences = differences;
        this.captures = captures;
        this.invoices = invoices;
    }

    /** Opens what was found, and ends what was found before and is there no more. */
    void follow(Creditor creditor, List<Capture> compared) {
        differences.close(creditor.id(), Alarms.NOT_COMPARED, creditor.agency());
        Set<String> found = new HashSet<>();
        for (Capture capture : compared) {
            for (Differences.Found each : found(creditor, capture)) {
                differences.open(each);
                found.add(each.cause() + " " + each.subject());
            }
        }
        Set<String> looked =
                compared.stream().map(capture -> capture.balances().claimKey()).collect(Collectors.toSet());
        differences.open(creditor.id()).stream()
                .filter(each -> CAUSES.contains(each.cause()) && looked.contains(each.subject()))
                .filter(each -> !found.contains(each.cause() + " " + each.subject()))
                .forEach(each -> differences.close(creditor.id(), each.cause(), each.subject()));
        losses(creditor, compared);
    }

    /** Claims of which a loss is told. */
    Set<String> losses(String creditorId) {
        return told(creditorId).map(Difference::claimKey).collect(Collectors.toSet());
    }

    private Stream<Difference> told(String creditorId) {
        return differences.open(creditorId).stream()
                .filter(each -> each.cause().equals(DifferenceCause.WRITTEN_OFF.name()) && each.claimKey() != null);
    }

    /**
     * What was given up in the books differs as long as it explains an amount: no more once the claim was handed back, or the
     * agency has taken it off, too.
     */
    private void losses(Creditor creditor, List<Capture> compared) {
        Set<String> stand = new HashSet<>();
        compared.stream().map(Capture::check).forEach(check -> check.late().stream()
                .filter(part -> part.cause() == DifferenceCause.WRITTEN_OFF)
                .map(part ->
                        Differences.Found.loss(creditor.id(), check.claimKey(), part.reference(), part.amountOre()))
                .forEach(loss -> {
                    differences.open(loss);
                    stand.add(loss.subject());
                }));
        Set<String> over = compared.stream()
                .filter(each -> each.balances().standing() == AtAgency.HANDED_BACK
                        || each.check().agrees() && each.check().explained().isEmpty())
                .map(each -> each.balances().claimKey())
                .collect(Collectors.toSet());
        told(creditor.id())
                .filter(each -> over.contains(each.claimKey()) && !stand.contains(each.subject()))
                .forEach(each -> differences.close(creditor.id(), each.cause(), each.subject()));
    }

    private List<Differences.Found> found(Creditor creditor, Capture capture) {
        BalanceCheck check = capture.check();
        if (check.agrees()) {
            return List.of();
        }
        String claim = check.claimKey();
        LocalDate since = captures.wrongSince(claim).orElse(capture.day());
        List<Differences.Found> found = new ArrayList<>();
        Map<DifferenceCause, List<Explained>> late = new EnumMap<>(DifferenceCause.class);
        check.late().stream().filter(part -> !part.cause().standsAtItsPosting()).forEach(part -> late.computeIfAbsent(
                        part.cause(), cause -> new ArrayList<>())
                .add(part));
        late.forEach((cause, parts) -> found.add(new Differences.Found(
                creditor.id(), claim, cause.name(), claim, total(parts), references(parts), 0, since)));
        if (check.suspected() != null) {
            found.add(new Differences.Found(
                    creditor.id(),
                    claim,
                    check.suspected().name(),
                    claim,
                    check.unexplainedOre(),
                    sides(capture),
                    check.unexplainedOre(),
                    since));
        }
        return found;
    }

    private static long total(List<Explained> parts) {
        return parts.stream().mapToLong(Explained::amountOre).sum();
    }

    private static String references(List<Explained> parts) {
        return parts.stream().map(Explained::reference).sorted().collect(Collectors.joining(", "));
    }

    private static String sides(Capture capture) {
        Long ledger = capture.balances().ledgerOre();
        return "ledger " + (ledger == null ? "nothing" : ledger + " øre") + ", agency "
                + capture.balances().standing() + " " + capture.balances().agencyOre() + " øre";
    }

    /** Cases that the agency follows and that are no claims of the creditor's. */
    void strangers(Creditor creditor, AgencySnapshot snapshot, Reconciliation.Known ours) {
        Set<String> found = new HashSet<>();
        for (String key : snapshot.openStrangers(ours.here())) {
            DifferenceCause cause =
                    ours.elsewhere().contains(key) ? DifferenceCause.DUPLICATE_CASE : stranger(creditor, key);
            if (cause != null) {
                long ore = snapshot.remainingOre(key);
                differences.open(new Differences.Found(
                        creditor.id(),
                        null,
                        cause.name(),
                        heard(creditor) + key,
                        ore,
                        heard(creditor) + key,
                        ore,
                        null));
                found.add(cause + " " + heard(creditor) + key);
            }
        }
        differences.open(creditor.id()).stream()
                .filter(each -> each.claimKey() == null && CAUSES.contains(each.cause()))
                .filter(each -> each.subject().startsWith(heard(creditor)))
                .filter(each -> !found.contains(each.cause() + " " + each.subject()))
                .forEach(each -> differences.close(creditor.id(), each.cause(), each.subject()));
    }

    /** Another agency's strangers are not ended because this one does not have them. */
    private static String heard(Creditor creditor) {
        return creditor.agency() + " ";
    }

    /** Null for an invoice of the creditor's that somebody else has handed over: it is theirs to follow. */
    private DifferenceCause stranger(Creditor creditor, String key) {
        if (!key.startsWith(creditor.organizationNumber() + "-")) {
            return DifferenceCause.WRONG_CREDITOR;
        }
        return isInvoice(creditor, key) ? null : DifferenceCause.MISSING_IN_TRIPLETEX;
    }

    private boolean isInvoice(Creditor creditor, String key) {
        try {
            return invoices.find(creditor.id(), ClaimKey.parse(key).invoiceId()).isPresent();
        } catch (IllegalArgumentException noKeyOfOurs) {
            return false;
        }
    }
}
