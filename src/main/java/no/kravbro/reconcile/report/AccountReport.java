package no.kravbro.reconcile.report;

import java.time.LocalDate;
import java.util.List;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.Sql;

/**
 * A creditor's claims and what was booked on them in a period, both days included.
 *
 * @param open claims with a difference that nobody has accepted
 * @param accepted claims with accepted differences only
 * @param comparedDays on how many days of the period both sides were compared
 * @param greenDays on how many of them they agreed
 */
public record AccountReport(
        Creditor creditor,
        LocalDate from,
        LocalDate to,
        List<ReportLine> lines,
        long green,
        long open,
        long accepted,
        long unexplainedOre,
        int comparedDays,
        int greenDays) {

    public AccountReport {
        lines = List.copyOf(lines);
    }

    /** SHA-256 over all that it says: the same evidence has the same. */
    public String hash() {
        return Sql.hash(creditor.id() + "\n" + from + "\n" + to + "\n" + green + " " + open + " " + accepted + " "
                + unexplainedOre + " " + comparedDays + " " + greenDays + "\n" + lines);
    }
}
