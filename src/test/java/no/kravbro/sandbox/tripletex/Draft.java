package no.kravbro.sandbox.tripletex;

import java.time.LocalDate;
import java.util.List;

/** A voucher in the making. */
record Draft(LocalDate date, String description, String external, Long type, List<Line> lines) {

    static Draft of(LocalDate date, String description, Row type, Line... lines) {
        return new Draft(date, description, null, type.id(), List.of(lines));
    }
}
