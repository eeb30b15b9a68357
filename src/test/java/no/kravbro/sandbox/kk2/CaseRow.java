package no.kravbro.sandbox.kk2;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import no.kravbro.sandbox.trade.LateInterest;

/** One case: the claim as it was sent last, and what has become of it. Amounts in øre. */
final class CaseRow {

    static final String CLOSED = "AVSLUTTET";

    public String number;
    public String key;
    public String submissionId;
    public int version;
    /** The whole claim as sent, in canonical form: a repetition is known by it. */
    public String content;

    public String invoiceNumber;
    public String customerNumber;
    public String kid;
    public LocalDate dueDate;
    public boolean business;
    public boolean vatRegistered;
    public TreeSet<Long> postings = new TreeSet<>();

    public String stage = "MOTTATT";
    public TreeSet<String> flags = new TreeSet<>();
    public long principal;
    public long interestUnits;
    public LocalDate interestTo;
    public long interestPaid;
    public long reminderFee;
    public long collectionFee;
    public long vat;
    public long costs;
    public long paid;
    public long credited;

    public LocalDate deadline;
    public LocalDate noticeSent;
    public LocalDate collectionSince;
    public LocalDate pausedUntil;
    public Instant received;
    public Instant changed;
    /** Place in the list of changes. */
    public long position;

    public LocalDate closedOn;
    public String closeReason;
    public List<Question> questions = new ArrayList<>();
    public Plan plan;
    public int deeds;

    /** Something that waits for the creditor's answer. */
    record Question(String id, String text, LocalDate answerBy) {}

    @JsonIgnore
    boolean isOpen() {
        return !stage.equals(CLOSED);
    }

    /** Paused or disputed: letters and debtors rest. */
    @JsonIgnore
    boolean isStopped() {
        return !isOpen() || flags.contains("PAUSET") || flags.contains("BESTRIDT");
    }

    @JsonIgnore
    String creditor() {
        return key.substring(0, key.indexOf('-'));
    }

    long interest(LocalDate day) {
        long units = interestUnits + LateInterest.units(principal, interestTo, day);
        return isOpen() ? LateInterest.ore(units) - interestPaid : 0;
    }

    /** Fixes the interest up to a day, before the principal changes. */
    void accrue(LocalDate day) {
        if (day.isAfter(interestTo)) {
            interestUnits += LateInterest.units(principal, interestTo, day);
            interestTo = day;
        }
    }

    long remaining(LocalDate day) {
        return principal + interest(day) + reminderFee + collectionFee + vat + costs;
    }

    void close(String reason, LocalDate day) {
        stage = CLOSED;
        closeReason = reason;
        closedOn = day;
        flags.clear();
        questions.clear();
    }
}
