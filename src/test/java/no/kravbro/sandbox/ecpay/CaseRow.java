package no.kravbro.sandbox.ecpay;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import no.kravbro.sandbox.trade.FeeTable;
import no.kravbro.sandbox.trade.LateInterest;

/** One case in the agency's books. Amounts in øre; what the debtor owes now is counted, never stored. */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
@JsonIgnoreProperties(ignoreUnknown = true)
final class CaseRow {

    String login;
    String organization;
    String invoiceId;
    String invoiceNumber;
    String customerNumber;
    long caseNumber;
    boolean firm;
    boolean vat;
    long originalOre;
    long principalOre;
    LocalDate dueDate;
    /** Interest not paid yet, in the interest table's units, up to {@code interestTo}. */
    long interestUnits;

    LocalDate interestTo;
    long reminderFeeOre;
    long collectionFeeOre;
    String stage = "MOTTATT";
    Set<String> flags = new LinkedHashSet<>();
    LocalDate deadline;
    LocalDate letterSent;
    LocalDate closedOn;
    String closeReason;
    boolean closingTold;
    int paymentsMade;
    Plan plan;

    String key() {
        return organization + "-" + invoiceId;
    }

    boolean isOpen() {
        return closedOn == null;
    }

    boolean isStopped() {
        return flags.contains("PAUSET") || flags.contains("BESTRIDT");
    }

    void accrue(LocalDate day) {
        interestUnits += LateInterest.units(principalOre, interestTo, day);
        interestTo = day.isAfter(interestTo) ? day : interestTo;
    }

    long interestOre(LocalDate day) {
        return LateInterest.ore(interestUnits + LateInterest.units(principalOre, interestTo, day));
    }

    /** VAT on the fee that the debtor pays; a registered creditor bears it instead. */
    long vatOre() {
        return vat ? 0 : FeeTable.vat(collectionFeeOre);
    }

    long owedOre(LocalDate day) {
        return principalOre + interestOre(day) + reminderFeeOre + collectionFeeOre + vatOre();
    }

    void close(String reason, LocalDate day) {
        stage = "AVSLUTTET";
        closedOn = day;
        closeReason = reason;
        flags.clear();
    }
}
