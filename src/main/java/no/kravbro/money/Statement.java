package no.kravbro.money;

import java.time.LocalDate;
import java.util.List;

/**
 * An agency's account of a period whose money events it has told one by one before: checks them and announces their payout,
 * books nothing. Amounts in øre.
 *
 * @param id the agency's id of it
 * @param events ids of the money events it pays out, or null where the wire does not list them here
 * @param kinds sums by line kind, or empty where the wire gives none
 */
public record Statement(
        String id,
        LocalDate day,
        long grossOre,
        long agencyTotalOre,
        Remittance remittance,
        List<String> events,
        List<KindSum> kinds) {

    public Statement {
        events = events == null ? List.of() : List.copyOf(events);
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
    }

    /** @param kind name of a {@link LineKind} */
    public record KindSum(String kind, long paidOre, long toCreditorOre, long toAgencyOre) {}
}
