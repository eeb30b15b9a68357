package no.kravbro.api.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.kravbro.claim.story.Happening;
import no.kravbro.claim.story.Teller;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.delivery.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has left for a claim and what the far side said to it. */
@Component
class SentHistory {

    private static final String SENT =
            """
            select kind, target, submission, amount_ore, state, cause, created_at, updated_at from delivery
            where claim_key = :claim order by id""";

    /** Of these the answer is told by the booking itself, or by a note. */
    private static final Set<DeliveryKind> TOLD_OTHERWISE = Set.of(
            DeliveryKind.BOOK_VOUCHER, DeliveryKind.BOOK_PAYMENT, DeliveryKind.BOOK_PROPOSAL, DeliveryKind.INSTRUCT);

    private static final Set<DeliveryKind> TO_BOOKS = Set.of(
            DeliveryKind.BOOK_VOUCHER,
            DeliveryKind.BOOK_PAYMENT,
            DeliveryKind.BOOK_PROPOSAL,
            DeliveryKind.CLOSE_POSTINGS,
            DeliveryKind.ATTACH_DOCUMENT,
            DeliveryKind.POST_STATUS);

    private final JdbcClient sql;

    SentHistory(JdbcClient sql) {
        this.sql = sql;
    }

    static boolean isToBooks(String kind) {
        return TO_BOOKS.contains(DeliveryKind.valueOf(kind));
    }

    List<Happening> of(ClaimRow claim) {
        List<Happening> happenings = new ArrayList<>();
        sql.sql(SENT).param("claim", claim.key()).query(row -> {
            happenings.addAll(told(claim, row));
        });
        return happenings;
    }

    private static List<Happening> told(ClaimRow claim, ResultSet row) throws SQLException {
        DeliveryKind kind = DeliveryKind.valueOf(row.getString("kind"));
        DeliveryState state = DeliveryState.valueOf(row.getString("state"));
        boolean handedOver = kind == DeliveryKind.SUBMIT_CLAIM;
        List<Happening> told = new ArrayList<>();
        if (handedOver) {
            told.add(Happening.of(
                            Sql.instant(row, "created_at"), Teller.KRAVBRO, "SENT", "ORDERED", "deliverykind." + kind)
                    .about(row.getString("target"))
                    .begins(row.getLong("amount_ore")));
        }
        if (state.settled() && !(state == DeliveryState.DONE && TOLD_OTHERWISE.contains(kind))) {
            Happening ended = Happening.of(
                            Sql.instant(row, "updated_at"),
                            teller(kind, state),
                            "SENT",
                            state.name(),
                            "deliverykind." + kind,
                            "deliverystate." + state)
                    .about(row.getString("cause") == null ? row.getString("target") : row.getString("cause"))
                    .amount(handedOver || row.getLong("amount_ore") == 0 ? null : (Long) row.getLong("amount_ore"));
            boolean now = handedOver && state == DeliveryState.DONE && row.getInt("submission") == claim.submission();
            told.add(now ? ended.on(claim.receivedOn()) : ended);
        }
        return told;
    }

    /** What was given up or called off is our own word. */
    private static Teller teller(DeliveryKind kind, DeliveryState state) {
        if (state != DeliveryState.DONE || kind == DeliveryKind.SEND_MAIL) {
            return Teller.KRAVBRO;
        }
        return TO_BOOKS.contains(kind) ? Teller.BOOKS : Teller.AGENCY;
    }
}
