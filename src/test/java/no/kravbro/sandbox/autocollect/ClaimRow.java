package no.kravbro.sandbox.autocollect;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import no.kravbro.sandbox.trade.LateInterest;

/**
 * One invoice at the agency and, once opened, its case. Amounts in øre. A plain row: it is changed in place under the
 * sandbox's lock and put back.
 */
final class ClaimRow {

    // The invoice as it was handed over.
    public String invoiceId;
    public String organizationId;
    public String batchId;
    public String key;
    public String invoiceNumber;
    public String requestedType;
    public boolean vat;
    public boolean fees;
    public String currency;
    public long originalOre;
    public LocalDate invoiceDate;
    public LocalDate dueDate;
    public LocalDate creditorNoticeDate;
    public List<Map<String, Object>> debtors = List.of();
    public Instant receivedAt;

    // What is still owed, and what was paid and credited.
    public long principalOre;
    public long reminderFeeOre;
    public long collectionFeeOre;
    public long vatOre;
    public long paidOre;
    public long creditedOre;
    public long interestUnits;
    public LocalDate interestTo;
    public long interestPaidOre;
    public long feePaidOre;

    // The case; caseId null = received only.
    public String caseId;
    public long caseNumber;
    public Instant openedAt;
    public Stage stage;
    public boolean listed;
    public boolean paused;
    public LocalDate pausedUntil;
    public TreeSet<String> flags = new TreeSet<>();
    public String waitingFor;
    public LocalDate answerDue;
    public LocalDate postponedTo;
    public int feeLetters;
    public LocalDate letterDueDate;
    public LocalDate notListedBefore;
    public Instant listCutoffAt;
    public LocalDate freeWithdrawalUntil;
    public LocalDate collectionSince;
    public Instant closedAt;
    public String closeReason;

    // How its debtor behaves.
    public Plan plan;
    public int paymentsMade;

    @JsonIgnore
    boolean isOpen() {
        return closedAt == null;
    }

    @JsonIgnore
    boolean isBusiness() {
        return debtors.stream().anyMatch(debtor -> "BUSINESS".equals(debtor.get("type")));
    }

    /** Paused, disputed or answered by nobody: the run stands still. */
    @JsonIgnore
    boolean isStopped() {
        return !isOpen() || paused || flags.contains("DISPUTED");
    }

    @JsonIgnore
    boolean isBeforeCollection() {
        return stage == Stage.PAYMENT_REMINDER || stage == Stage.COLLECTION_NOTICE;
    }

    long interestOre(LocalDate day) {
        if (!isOpen()) {
            return 0;
        }
        return LateInterest.ore(interestUnits + LateInterest.units(principalOre, interestTo, day)) - interestPaidOre;
    }

    /** Fixes the interest up to a day, before the principal changes. */
    void accrue(LocalDate day) {
        if (day.isAfter(interestTo)) {
            interestUnits += LateInterest.units(principalOre, interestTo, day);
            interestTo = day;
        }
    }

    /** Fees and costs without interest. */
    @JsonIgnore
    long costsOre() {
        return reminderFeeOre + collectionFeeOre + vatOre;
    }

    long remainingOre(LocalDate day) {
        return principalOre + costsOre() + interestOre(day);
    }

    void close(String reason, Instant at) {
        closedAt = at;
        closeReason = reason;
        listed = false;
        paused = false;
        waitingFor = null;
        listCutoffAt = null;
    }
}
