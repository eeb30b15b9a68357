package no.kravbro.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.kravbro.bundle.ExactJson;
import no.kravbro.money.LineKind;
import no.kravbro.money.Settlement;
import no.kravbro.money.SettlementLine;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an agency has taken of one claim in all settlements that stand: neither what was taken back nor what took it back.
 *
 * @param newest the one that has come now
 * @param standing all of them, it last
 */
record FeesTaken(Settlement newest, List<Settlement> standing) {

    private static final String SETTLED =
            """
            select event from booking where claim_key = :claim and agency = :agency and event like '%"paymentDate"%'
            order by booking_key""";

    /** @param settlement which has come now, written down or not */
    static FeesTaken of(JdbcClient sql, String agency, Settlement settlement) {
        List<Settlement> all =
                new ArrayList<>(sql
                        .sql(SETTLED)
                        .param("claim", settlement.claimKey())
                        .param("agency", agency)
                        .query(String.class)
                        .list()
                        .stream()
                        .map(FeesTaken::parse)
                        .filter(each -> !each.id().equals(settlement.id()))
                        .toList());
        all.add(settlement);
        Set<String> takenBack =
                all.stream().map(Settlement::reverses).filter(id -> id != null).collect(Collectors.toSet());
        List<Settlement> standing = all.stream()
                .filter(each -> each.reverses() == null && !takenBack.contains(each.id()))
                .toList();
        return new FeesTaken(settlement, standing);
    }

    private static Settlement parse(String event) {
        try {
            return ExactJson.value(event, Settlement.class);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("A booking holds no settlement", notOurs);
        }
    }

    static long ore(Settlement settlement, LineKind kind) {
        return settlement.lines().stream()
                .filter(line -> line.kind().equals(kind.name()))
                .mapToLong(SettlementLine::paidOre)
                .sum();
    }

    private List<Settlement> with(LineKind kind) {
        return standing.stream().filter(each -> ore(each, kind) != 0).toList();
    }

    long ore(LineKind kind) {
        return standing.stream().mapToLong(each -> ore(each, kind)).sum();
    }

    List<String> ids(LineKind kind) {
        return with(kind).stream().map(Settlement::id).toList();
    }

    /** Days of the payments it was taken from. */
    List<LocalDate> days(LineKind kind) {
        return with(kind).stream()
                .map(Settlement::paymentDate)
                .filter(day -> day != null)
                .distinct()
                .toList();
    }
}
