package no.kravbro.histories;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import no.kravbro.claim.ClaimKey;
import no.kravbro.crash.DrivenTown;
import no.kravbro.deadletter.Actions;
import no.kravbro.sandbox.bahs.BahsNeighbour;
import no.kravbro.sandbox.ecpay.EcpayNeighbour;
import no.kravbro.sandbox.kk2.Kk2Neighbour;
import no.kravbro.transfer.dispute.Dispute;
import no.kravbro.transfer.dispute.NewDispute;
import no.kravbro.transfer.instruct.DisputeCases;

/**
 * Right before the next thing the product does, what is written down for an agency and was not sent is paid, credited or
 * disputed, as the dice fall: after the scan, between two tries, and right before a dead letter is retried.
 */
final class WorstMoment {

    /** What happens to a claim; what it may still be sent for after that. */
    private enum Blow {
        PAID,
        PAID_IN_PART,
        CREDITED,
        DISPUTED
    }

    private record Waiting(String key, String creditor) {}

    private static final String SUBMITTED = "select claim_key, creditor_id from delivery where kind = 'SUBMIT_CLAIM'"
            + " and state in ('READY', 'WAITING') order by id";
    private static final String LISTED =
            "select claim_key, creditor_id from list_item where state in ('OPEN', 'TAKEN_OFF') order by id";

    private final DrivenTown town;
    private final Random random;
    private final String waits;
    private final boolean late;
    private final Map<String, Firm> firms;
    private final Map<String, ToLongFunction<String>> has = new TreeMap<>();
    private final Map<String, Blow> blows = new TreeMap<>();
    private final Map<String, Long> open = new TreeMap<>();
    private final List<Runnable> heardLate = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    /** @param late the books show it only when the product has gone on, as to one that does not look again */
    WorstMoment(DrivenTown town, long seed, boolean late) {
        this(town, seed, late, SUBMITTED);
        has.put("autocollect", town.town().autoCollect()::claims);
        has.put("bahs", town.town().neighbour(BahsNeighbour.class).sandbox()::claims);
        has.put("kk2", town.town().neighbour(Kk2Neighbour.class).sandbox()::claims);
        has.put("ecpay", town.town().neighbour(EcpayNeighbour.class).sandbox()::claims);
    }

    private WorstMoment(DrivenTown town, long seed, boolean late, String waits) {
        this.town = town;
        this.random = new Random(seed);
        this.late = late;
        this.waits = waits;
        this.firms = Firm.of(town.town()).stream().collect(Collectors.toMap(Firm::creditor, Function.identity()));
    }

    /** The same for what goes to collection by silence. */
    static WorstMoment beforeCutOff(DrivenTown town, long seed) {
        WorstMoment moment = new WorstMoment(town, seed, false, LISTED);
        moment.has.put("autocollect", key -> CutOff.isCollecting(town, key) ? 1 : 0);
        return moment;
    }

    /** To be said before each thing the product does. */
    void strike() {
        heardLate.forEach(Runnable::run);
        heardLate.clear();
        for (Waiting waiting : town.eyes()
                .sql(waits)
                .query((row, number) -> new Waiting(row.getString(1), row.getString(2)))
                .list()) {
            maybe(waiting);
        }
    }

    /** Tries every submission again that was given up, most of them right after something has happened to it. */
    void retryAll() {
        town.eyes()
                .sql(
                        "select l.id, l.claim_key, l.creditor_id from dead_letter l join delivery d on d.id = l.delivery_id"
                                + " where l.state = 'OPEN' and d.kind = 'SUBMIT_CLAIM' and not l.may_have_landed order by l.id")
                .query((row, number) -> Map.entry(row.getLong(1), new Waiting(row.getString(2), row.getString(3))))
                .list()
                .forEach(letter -> {
                    maybe(letter.getValue());
                    town.world().bean(Actions.class).retry(letter.getKey(), "a history");
                });
    }

    private void maybe(Waiting waiting) {
        if (firms.containsKey(waiting.creditor()) && !blows.containsKey(waiting.key()) && random.nextInt(3) == 0) {
            Blow blow = Blow.values()[random.nextInt(Blow.values().length)];
            blows.put(waiting.key(), blow);
            if (has(waiting) > 0) {
                faults.add(waiting.key() + " was to be sent and is there");
            } else if (late) {
                heardLate.add(() -> fall(waiting, blow));
            } else {
                fall(waiting, blow);
            }
        }
    }

    private long has(Waiting waiting) {
        return has.get(firms.get(waiting.creditor()).agency()).applyAsLong(waiting.key());
    }

    private void fall(Waiting waiting, Blow blow) {
        Firm firm = firms.get(waiting.creditor());
        long invoice = ClaimKey.parse(waiting.key()).invoiceId();
        LocalDate today = town.town().clock().today();
        long owed = firm.books().outstanding(invoice);
        switch (blow) {
            case PAID -> firm.books().directPayment(invoice, today, owed);
            case PAID_IN_PART -> firm.books().directPayment(invoice, today, owed / 3);
            case CREDITED -> firm.books().creditNote(invoice, today);
            case DISPUTED ->
                town.world()
                        .bean(DisputeCases.class)
                        .raise(
                                new NewDispute(
                                        waiting.key(),
                                        waiting.creditor(),
                                        Dispute.Source.CREDITOR,
                                        null,
                                        null,
                                        "not ordered",
                                        today,
                                        null,
                                        List.of(),
                                        false),
                                firm.agency(),
                                "history-" + blows.size());
        }
        open.put(waiting.key(), firm.books().outstanding(invoice));
    }

    int blows() {
        return blows.size();
    }

    /** What is at an agency although it had ended before it was sent, or for more than was open, in words. */
    List<String> faults() {
        blows.forEach((key, blow) -> {
            String creditor = town.eyes()
                    .sql("select creditor_id from claim where claim_key = :key")
                    .param("key", key)
                    .query(String.class)
                    .single();
            long there = has(new Waiting(key, creditor));
            if (there > (blow == Blow.PAID_IN_PART ? 1 : 0)) {
                faults.add(key + " went to " + firms.get(creditor).agency() + " although it was " + blow);
            }
            if (waits.equals(SUBMITTED)
                    && blow == Blow.PAID_IN_PART
                    && there == 1
                    && handedOver(key) != open.get(key)) {
                faults.add(key + " was handed over with more than is open");
            }
        });
        return faults;
    }

    private long handedOver(String key) {
        return town.eyes()
                .sql("select principal_ore from claim where claim_key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }
}
