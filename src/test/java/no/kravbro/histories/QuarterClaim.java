package no.kravbro.histories;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.kravbro.agency.Action;
import no.kravbro.claim.ClaimKey;
import no.kravbro.claim.Stage;
import no.kravbro.delivery.ClaimRow;

/** A claim of the quarter: what is meant to happen to it, and what has. */
final class QuarterClaim {

    final Firm firm;
    final String key;
    final LocalDate due;
    final Theme theme;
    /** Where it happens. */
    final Stage target;

    /** First day on which it was seen at a stage. */
    final Map<Stage, LocalDate> seen = new EnumMap<>(Stage.class);

    final List<Order> orders = new ArrayList<>();

    LocalDate acted;
    LocalDate actedAgain;
    /** The agency's word for where it stood when it was paid, credited or objected to, and while it is. */
    String stoppedAt;
    /** First day on which the agency itself had gone on to collection. */
    LocalDate collected;

    /** The payment that is taken back. */
    long voucher;
    /** As it was looked at last. */
    ClaimRow last;
    /** Nobody but time has moved it. */
    boolean undisturbed = true;

    /** @param person somebody was to do it at the agency's portal */
    record Order(Stage stage, Action action, boolean person) {}

    QuarterClaim(Firm firm, String key, LocalDate due, Theme theme, Stage target) {
        this.firm = firm;
        this.key = key;
        this.due = due;
        this.theme = theme;
        this.target = target;
    }

    long invoice() {
        return ClaimKey.parse(key).invoiceId();
    }

    @Override
    public String toString() {
        return key + " at " + firm.agency() + " (" + theme + " at " + target + ", due " + due + ")";
    }
}
