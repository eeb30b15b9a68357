package no.kravbro.sandbox.kk2;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.kravbro.sandbox.kk2.Plan.Behaviour;
import no.kravbro.sandbox.trade.FeeTable;
import no.kravbro.sandbox.trade.OsloDays;

/** Early every working day: whose money has come, and who objects. */
final class Debtors {

    private static final int DAYS_TO_ANSWER = 14;
    private static final long TWO_FIFTHS = 40;

    private final Memory memory;
    private final Proposals proposals;
    private final Assistance assistance;

    Debtors(Memory memory, Proposals proposals, Assistance assistance) {
        this.memory = memory;
        this.proposals = proposals;
        this.assistance = assistance;
    }

    void early(CaseRow row, Instant at) {
        LocalDate day = OsloDays.day(at);
        if (row.isStopped() || row.deeds > 0 || !OsloDays.isWorking(day) || !isTime(row, day)) {
            return;
        }
        row.deeds++;
        switch (row.plan.behaviour()) {
            case PAYS_AT_NOTICE, PAYS_AT_COLLECTION -> pays(row, row.remaining(day), at);
            case PAYS_PART -> pays(row, row.remaining(day) * TWO_FIFTHS / 100, at);
            case PAYS_ASSISTED -> paysAgency(row, at);
            case DISPUTES -> object(row, "Skyldner bestrider leveringen.", at);
            case STAYS_SILENT -> {}
        }
    }

    private static boolean isTime(CaseRow row, LocalDate day) {
        LocalDate from = row.plan.behaviour() == Behaviour.PAYS_AT_NOTICE ? row.noticeSent : row.collectionSince;
        return from != null && !day.isBefore(from.plusDays(row.plan.days()));
    }

    /** To the creditor's own bank account. */
    ProposalRow pays(CaseRow row, long ore, Instant at) {
        LocalDate day = OsloDays.day(at);
        Cover cover = take(row, ore, day);
        ProposalRow made = proposals.paidToCreditor(row, cover, day, at);
        memory.changed(row, at);
        return made;
    }

    /** It bounces: the creditor is told the opposite, and what it had covered is owed again. */
    void bounces(CaseRow row, ProposalRow payment, Instant at) {
        LocalDate day = OsloDays.day(at);
        row.accrue(day);
        ((List<?>) payment.settlement().get("linjer")).forEach(part -> owedAgain(row, (Map<?, ?>) part));
        proposals.takeBack(row, payment, day, at);
        memory.changed(row, at);
    }

    private static void owedAgain(CaseRow row, Map<?, ?> part) {
        long ore = ((Number) part.get("betalt")).longValue();
        row.paid -= ore;
        switch ((String) part.get("art")) {
            case "HOVEDSTOL" -> row.principal += ore;
            case "RENTE" -> row.interestPaid -= ore;
            case "PURREGEBYR" -> row.reminderFee += ore;
            case "SALAER" -> row.collectionFee += ore;
            case "MVA" -> row.vat += ore;
            default -> row.costs += ore;
        }
    }

    /** To KapitalKontroll, who settle the next Monday. */
    void paysAgency(CaseRow row, Instant at) {
        LocalDate day = OsloDays.day(at);
        if (!row.vatRegistered) {
            row.vat = FeeTable.vat(row.collectionFee + row.reminderFee);
        }
        assistance.holds(row, take(row, row.remaining(day), day));
        memory.changed(row, at);
    }

    private static Cover take(CaseRow row, long ore, LocalDate day) {
        if (ore <= 0 || ore > row.remaining(day)) {
            throw new IllegalArgumentException("Nobody pays " + ore + " on " + row.key);
        }
        row.accrue(day);
        Cover cover = Cover.of(row, ore, day);
        cover.take(row);
        if (row.remaining(day) == 0) {
            row.close("BETALT", day);
        }
        return cover;
    }

    /** The debtor objects: the run stops, and the creditor is asked. */
    void object(CaseRow row, String text, Instant at) {
        row.flags.add("BESTRIDT");
        row.questions.add(new CaseRow.Question(
                "q-" + row.number.substring(2), text, OsloDays.day(at).plusDays(DAYS_TO_ANSWER)));
        memory.changed(row, at);
    }
}
