package no.kravbro.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import no.kravbro.bundle.ExactJson;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.Refusal;
import no.kravbro.money.Finding;
import no.kravbro.money.Remittance;
import no.kravbro.money.RemittanceCheck;
import no.kravbro.money.Settlement;
import no.kravbro.money.Statement;
import no.kravbro.money.StatementCheck;
import no.kravbro.money.VoucherKey;
import org.springframework.stereotype.Service;

/**
 * Watches that what an agency pays out is what its money events add up to. Works in the caller's transaction; what does not
 * add up opens a difference.
 */
@Service
class RemittanceWatch {

    private final Remittances remittances;
    private final Bookings bookings;
    private final Differences differences;

    RemittanceWatch(Remittances remittances, Bookings bookings, Differences differences) {
        this.remittances = remittances;
        this.bookings = bookings;
        this.differences = differences;
    }

    /**
     * Numbers of the bank lines that pay money events out, as far as anyone has said, by booking key; a key without one is left
     * out. A statement that names one at this very moment is waited for, or waits for the caller's transaction.
     */
    Map<String, String> numbers(Map<String, Settlement> settlements) {
        remittances.met(new TreeSet<>(settlements.keySet()));
        Map<String, String> numbers = remittances.announced(settlements.keySet());
        settlements.forEach((key, settlement) -> {
            if (settlement.payout() != null) {
                numbers.put(key, settlement.payout());
            }
        });
        return numbers;
    }

    /** Settlements have come, with or without the facts of their bank lines. @param byNumber those whose line is known */
    void received(Creditor creditor, Collection<Settlement> settlements, Map<String, List<Settlement>> byNumber) {
        expect(creditor, settlements);
        new TreeMap<>(byNumber).forEach((number, paid) -> paidOut(creditor, number, paid));
    }

    private void expect(Creditor creditor, Collection<Settlement> settlements) {
        settlements.stream()
                .map(Settlement::remittance)
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparing(Remittance::number))
                .forEach(remittance -> remittances.expect(creditor.id(), creditor.agency(), remittance));
    }

    private void paidOut(Creditor creditor, String number, List<Settlement> settlements) {
        remittances
                .lock(creditor.id(), creditor.agency(), number)
                .filter(expected -> !waits(creditor, settlements, expected))
                .ifPresent(expected -> look(creditor, expected));
    }

    /** More are to come, all before them were right and so are these: they are read again when the last has come. */
    private boolean waits(Creditor creditor, List<Settlement> settlements, Remittances.Expected expected) {
        Remittance remittance = expected.remittance();
        return expected.state() == RemittanceCheck.State.WAITING
                && bookings.countOfRemittance(creditor.id(), creditor.agency(), remittance.number())
                        < remittance.settlementCount()
                && RemittanceCheck.of(remittance, settlements).state() == RemittanceCheck.State.WAITING;
    }

    /** A statement has come: its money events are linked, those still missing when they come. */
    void received(Creditor creditor, Statement statement) {
        Remittance remittance = statement.remittance();
        String agency = creditor.agency();
        // First the money events, as they do that come by themselves; in one order, as another statement does.
        for (String event : new TreeSet<>(statement.events())) {
            link(VoucherKey.of(agency, event), event, remittance.number());
        }
        remittances.expect(creditor.id(), agency, remittance);
        remittances.statement(creditor.id(), agency, remittance.number(), ExactJson.write(ExactJson.treeOf(statement)));
        look(
                creditor,
                remittances.lock(creditor.id(), agency, remittance.number()).orElseThrow());
    }

    private void link(String key, String event, String number) {
        remittances.announce(key, number);
        boolean other = !remittances.announced(key).orElseThrow().equals(number);
        if (other || (!bookings.paidOutBy(key, number) && bookings.find(key).isPresent())) {
            throw new Refusal(
                    Finding.Cause.REMITTANCE_IMPLAUSIBLE.name(),
                    "Statement " + number + " pays out " + event + ", which another has paid out already");
        }
    }

    /** @param expected locked before its settlements are read, so that of two that enter at once the second sees the first */
    private void look(Creditor creditor, Remittances.Expected expected) {
        String number = expected.remittance().number();
        List<Settlement> settlements = bookings.ofRemittance(creditor.id(), creditor.agency(), number).stream()
                .map(RemittanceWatch::settlement)
                .toList();
        RemittanceCheck check = RemittanceCheck.of(expected.remittance(), settlements);
        List<Finding> findings = new ArrayList<>(check.findings());
        if (check.state() != RemittanceCheck.State.WAITING && expected.statement() != null) {
            findings.addAll(StatementCheck.against(statement(expected), settlements));
        }
        remittances.state(
                creditor.id(),
                creditor.agency(),
                number,
                findings.isEmpty() ? check.state() : RemittanceCheck.State.WRONG);
        if (check.state() != RemittanceCheck.State.WAITING) {
            differences.close(creditor.id(), RemittanceAges.INCOMPLETE, creditor.agency() + ":" + number);
        }
        if (!findings.isEmpty()) {
            differences.open(new Differences.Found(
                    creditor.id(),
                    null,
                    findings.get(0).cause().name(),
                    creditor.agency() + ":" + number,
                    expected.remittance().netPayoutOre(),
                    findings.get(0).detail()));
        }
    }

    private static Settlement settlement(Booking booking) {
        return ours(booking.intent().event(), Settlement.class);
    }

    private static Statement statement(Remittances.Expected expected) {
        return ours(expected.statement(), Statement.class);
    }

    private static <T> T ours(String json, Class<T> type) {
        try {
            return ExactJson.value(json, type);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("What we keep is no " + type.getSimpleName(), notOurs);
        }
    }
}
