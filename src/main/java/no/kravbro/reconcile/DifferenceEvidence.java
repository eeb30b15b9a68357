package no.kravbro.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kravbro.Masking;
import no.kravbro.bundle.ExactJson;
import no.kravbro.delivery.Timeline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What is known about a difference from the daily captures of its claim. Reads only. */
@Service
public class DifferenceEvidence {

    private final Captures captures;
    private final Timeline timeline;
    private final JdbcClient sql;

    DifferenceEvidence(Captures captures, Timeline timeline, JdbcClient sql) {
        this.captures = captures;
        this.timeline = timeline;
        this.sql = sql;
    }

    /** A part of the difference and what it comes from. @param until last day on which it may be on its way, or null */
    public record Part(String cause, long amountOre, LocalDate until, String reference) {}

    /**
     * What both sides said on a day. Amounts in øre.
     *
     * @param ledgerOre null when the ledger does not have the invoice
     * @param differenceOre agency minus ledger: the parts and what is unexplained
     */
    public record Sides(
            LocalDate day,
            Long ledgerOre,
            String standing,
            long agencyOre,
            long differenceOre,
            List<Part> parts,
            long unexplainedOre) {}

    /** The first wrong day. @param before the last right one, or null @param events of the claim between the two comparisons */
    public record FirstWrong(Sides before, Sides then, List<Timeline.Event> events) {}

    /** As of the last comparison; empty for what is not about a claim, or was never compared. */
    public Optional<Sides> sides(String claimKey) {
        List<Captures.Row> days = days(claimKey);
        return days.isEmpty() ? Optional.empty() : Optional.of(sides(days.get(days.size() - 1)));
    }

    private List<Captures.Row> days(String claimKey) {
        return claimKey == null ? List.of() : captures.of(claimKey);
    }

    /** Empty where no capture tells. */
    public Optional<FirstWrong> firstWrong(Difference difference) {
        List<Captures.Row> days = days(difference.claimKey());
        for (int at = 0; at < days.size(); at++) {
            if (days.get(at).day().equals(difference.wrongSince())) {
                Captures.Row before = at == 0 ? null : days.get(at - 1);
                return Optional.of(new FirstWrong(
                        before == null ? null : sides(before),
                        sides(days.get(at)),
                        events(difference, difference.wrongSince())));
            }
        }
        return Optional.empty();
    }

    /** By the machine's clock, between the comparison that found it and the one before. */
    private List<Timeline.Event> events(Difference difference, LocalDate day) {
        Optional<Instant> found = compared(difference.creditorId(), "on_day = :day", day);
        Instant before = compared(difference.creditorId(), "on_day < :day", day).orElse(Instant.MIN);
        return timeline.of(difference.claimKey()).stream()
                .filter(event -> event.at().isAfter(before))
                .filter(event -> found.isEmpty() || !event.at().isAfter(found.get()))
                .toList();
    }

    private Optional<Instant> compared(String creditorId, String when, LocalDate day) {
        return sql.sql("select max(compared_at) from agreement where creditor_id = :creditor and " + when)
                .param("creditor", creditorId)
                .param("day", day)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private static Sides sides(Captures.Row row) {
        List<Part> parts = new ArrayList<>();
        for (JsonNode each : parts(row)) {
            JsonNode until = each.path("until");
            parts.add(new Part(
                    each.path("cause").asText(),
                    each.path("amountOre").asLong(),
                    until.isTextual() ? LocalDate.parse(until.asText()) : null,
                    each.path("reference").asText()));
        }
        long explained = parts.stream().map(Part::amountOre).reduce(0L, Math::addExact);
        return new Sides(
                row.day(),
                row.ledgerOre(),
                row.standing(),
                row.agencyOre(),
                Math.addExact(explained, row.unexplainedOre()),
                List.copyOf(parts),
                row.unexplainedOre());
    }

    private static JsonNode parts(Captures.Row row) {
        try {
            return ExactJson.read(row.explained());
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(
                    "A capture does not hold what we wrote: " + row.claimKey() + " " + row.day());
        }
    }

    /** All of it as JSON, always with the same bytes for the same knowledge. */
    String of(Difference difference) {
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("cause", difference.cause());
        known.put("subject", difference.subject());
        known.put("amountOre", difference.amountOre());
        known.put("unexplainedOre", difference.unexplainedOre());
        known.put("detail", Masking.mask(difference.detail()));
        days(difference.claimKey()).stream().reduce((first, next) -> next).ifPresent(last -> {
            known.put("day", last.day().toString());
            known.put("ledgerOre", last.ledgerOre());
            known.put("standing", last.standing());
            known.put("agencyOre", last.agencyOre());
            known.put("agencyPaidOre", last.agencyPaidOre());
            known.put("explained", parts(last));
        });
        return ExactJson.write(ExactJson.treeOf(known));
    }
}
