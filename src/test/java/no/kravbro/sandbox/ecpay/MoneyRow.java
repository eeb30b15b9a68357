package no.kravbro.sandbox.ecpay;

import java.time.LocalDate;
import java.util.List;

/**
 * Money received or taken back, one BOKID.
 *
 * @param reverses BOKID taken back, or null
 * @param settlement number of the settlement that pays it, or null while it is in no file yet
 */
record MoneyRow(
        String id,
        long caseNumber,
        LocalDate day,
        String reverses,
        List<LineRow> lines,
        String settlement,
        boolean settled) {

    MoneyRow in(String number) {
        return new MoneyRow(id, caseNumber, day, reverses, lines, number, settled);
    }

    MoneyRow paidOut() {
        return new MoneyRow(id, caseNumber, day, reverses, lines, settlement, true);
    }

    String type() {
        return reverses == null ? "INNBETALING" : "TILBAKEFORING";
    }
}
