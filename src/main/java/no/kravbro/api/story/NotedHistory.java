package no.kravbro.api.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kravbro.claim.story.Happening;
import no.kravbro.claim.story.Teller;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Sql;
import no.kravbro.delivery.Timeline;
import no.kravbro.money.VoucherKey;
import no.kravbro.reconcile.Booking;
import no.kravbro.transfer.dispute.Dispute;
import no.kravbro.transfer.dispute.Disputes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was noted of a claim as it happened, with what is known of it elsewhere. */
@Component
class NotedHistory {

    private static final String DISPUTE = "dispute-";
    private static final Set<String> MONEY = Set.of("SETTLEMENT_RECEIVED", "PROPOSAL_RECEIVED");
    private static final Set<String> OF_AGENCY =
            Set.of(Timeline.STAGE, Timeline.FLAGS, Timeline.BALANCE, "PROPOSAL_WITHDRAWN", "INSTRUCTED");

    private final JdbcClient sql;
    private final Disputes disputes;

    NotedHistory(JdbcClient sql, Disputes disputes) {
        this.sql = sql;
        this.disputes = disputes;
    }

    List<Happening> of(ClaimRow claim, List<Timeline.Event> notes, List<Booking> bookings) {
        Map<String, Booking> money = bookings.stream().collect(Collectors.toMap(Booking::key, Function.identity()));
        Map<String, Dispute> known = disputes.of(claim.key()).stream()
                .collect(Collectors.toMap(each -> DISPUTE + each.id(), Function.identity()));
        List<Happening> happenings = new ArrayList<>();
        for (Timeline.Event note : notes) {
            if (MONEY.contains(note.what())) {
                happenings.add(received(claim, note, money));
            } else if (!note.what().equals(BooksHistory.FOUND)) {
                happenings.add(disputed(plain(note), note, known));
            }
        }
        return happenings;
    }

    private static Happening plain(Timeline.Event note) {
        Teller teller = OF_AGENCY.contains(note.what()) ? Teller.AGENCY : Teller.KRAVBRO;
        String[] more =
                switch (note.what()) {
                    case Timeline.STAGE -> new String[] {"stage." + note.reference()};
                    case Timeline.FLAGS -> flags(note.reference());
                    default -> new String[0];
                };
        String[] words = Stream.concat(Stream.of("timeline." + note.what()), Arrays.stream(more))
                .toArray(String[]::new);
        return Happening.of(note.at(), teller, "NOTE", note.what(), words)
                .about(more.length == 0 ? note.reference() : null)
                .on(note.happenedOn())
                .amount(note.amountOre());
    }

    private static String[] flags(String reference) {
        return reference == null || reference.isEmpty()
                ? new String[] {"timeline.NO_FLAGS"}
                : Arrays.stream(reference.split(","))
                        .map(flag -> "flag." + flag)
                        .toArray(String[]::new);
    }

    private static Happening disputed(Happening plain, Timeline.Event note, Map<String, Dispute> known) {
        Dispute dispute =
                note.reference() == null ? null : known.get(note.reference().split(" ")[0]);
        if (dispute == null) {
            return plain;
        }
        return switch (note.what()) {
            case "DISPUTED" -> plain.on(dispute.raisedOn()).amount(dispute.amountOre());
            case "DISPUTE_ANSWERED" -> plain.on(dispute.answeredOn()).amount(dispute.agreedOre());
            default -> plain;
        };
    }

    /** Money has its day, the moment it came in, and how much of it is for the principal. */
    private Happening received(ClaimRow claim, Timeline.Event note, Map<String, Booking> money) {
        Happening come = Happening.of(note.at(), Teller.AGENCY, "MONEY", note.what(), "timeline." + note.what())
                .about(note.reference())
                .received(cameIn(claim, note.reference()));
        Booking booking = money.get(VoucherKey.of(claim.agency(), note.reference()));
        return booking == null
                ? come
                : come.on(MoneyEvent.day(booking.intent().event()))
                        .amount(booking.intent().principalOre());
    }

    private Instant cameIn(ClaimRow claim, String id) {
        return sql
                .sql("select received_at from inbox where source in (:settlement, :payment) and inbox_key = :id")
                .param("settlement", claim.agency() + ".settlement")
                .param("payment", claim.agency() + ".payment")
                .param("id", id)
                .query((row, number) -> Sql.instant(row, "received_at"))
                .stream()
                .findFirst()
                .orElse(null);
    }
}
