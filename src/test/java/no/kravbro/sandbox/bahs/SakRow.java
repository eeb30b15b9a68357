package no.kravbro.sandbox.bahs;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import no.kravbro.sandbox.SandboxClock;
import no.kravbro.sandbox.trade.LateInterest;

/** One case. Amounts in øre. A plain row: it is changed in place under the sandbox's lock and put back. */
final class SakRow {

    /** Something that happened, as the creditor reads it. */
    record Event(String id, Instant at, String code, String text, LocalDate answerBy) {}

    // As it was handed over.
    public String number;
    public String submission;
    public String creditor;
    public long invoiceId;
    public String invoiceNumber;
    public String customerNumber;
    public boolean business;
    public boolean vatRegistered;
    public String firstStep;
    public LocalDate dueDate;
    public LocalDate letterFrom;
    public Instant received;

    // What is still owed, and what was paid and credited.
    public long principalOre;
    public long reminderFeeOre;
    public long collectionFeeOre;
    public long vatOre;
    public long receivedOre;
    public long directOre;
    public long creditedOre;
    public long interestUnits;
    public LocalDate interestTo;
    public long interestPaidOre;
    public long feePaidOre;

    // The run.
    public Instant changed;
    public String stage = "MOTTATT";
    public TreeSet<String> flags = new TreeSet<>();
    public LocalDate pausedUntil;
    public LocalDate letterDay;
    public LocalDate deadline;
    public LocalDate collectionSince;
    public LocalDate closed;
    public String closeReason;
    public List<Event> events = new ArrayList<>();

    // How its debtor behaves.
    public Script script;
    public int paymentsMade;

    @JsonIgnore
    String key() {
        return creditor + "-" + invoiceId;
    }

    @JsonIgnore
    boolean isOpen() {
        return closed == null;
    }

    @JsonIgnore
    boolean isStopped() {
        return !isOpen() || flags.contains("PAUSET") || flags.contains("BESTRIDT");
    }

    @JsonIgnore
    LocalDate freeUntil() {
        return LocalDate.ofInstant(received, SandboxClock.OSLO).plusDays(20);
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

    long remainingOre(LocalDate day) {
        return isOpen() ? principalOre + reminderFeeOre + collectionFeeOre + vatOre + interestOre(day) : 0;
    }

    /** Ends the assignment; costs that nobody paid are no longer claimed. */
    void close(String reason, LocalDate day) {
        accrue(day);
        closed = day;
        closeReason = reason;
        stage = "AVSLUTTET";
        flags.clear();
        deadline = null;
        if (!reason.equals("BETALT")) {
            principalOre = 0;
        }
        reminderFeeOre = 0;
        collectionFeeOre = 0;
        vatOre = 0;
    }
}
