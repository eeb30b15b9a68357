package no.kravbro.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Sql;
import no.kravbro.secret.Place;
import no.kravbro.secret.SealedColumn;
import no.kravbro.secret.Sealer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Form fixes: what may be changed, what a change would be, and the second person whom a change of who owes needs. Throws {@link Refused}. */
@Service
public class Corrections {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LetterReading letters;
    private final Letters log;
    private final Actions actions;
    private final Deliveries deliveries;
    private final JdbcClient sql;
    private final Sealer sealer;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Corrections(
            LetterReading letters,
            Letters log,
            Actions actions,
            Deliveries deliveries,
            JdbcClient sql,
            Sealer sealer,
            TransactionTemplate transaction,
            @Qualifier("machine") Clock clock) {
        this.letters = letters;
        this.log = log;
        this.actions = actions;
        this.deliveries = deliveries;
        this.sql = sql;
        this.sealer = sealer;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param secondPerson a change of it waits for another person @param value as it was sent; personal data */
    public record Field(String name, String value, boolean secondPerson) {}

    /** One change; personal data. */
    public record Change(String field, String was, String becomes) {}

    /** A correction that waits for a second person. @param fields names only */
    public record Waiting(long id, long letterId, List<String> fields, String askedBy, Instant askedAt) {}

    /** The form: every field that may be changed, with its value. */
    public List<Field> form(long letter) {
        Map<String, String> values = Correction.values(payload(letter));
        return values.entrySet().stream()
                .map(each -> new Field(each.getKey(), each.getValue(), Correction.isIdentity(each.getKey())))
                .toList();
    }

    /** What a correction would change; refused as the correction itself would be. */
    public List<Change> diff(long letter, Map<String, String> values) {
        String payload = payload(letter);
        Correction.apply(payload, values, 0);
        Map<String, String> was = Correction.values(payload);
        return new TreeMap<>(values)
                .entrySet().stream()
                        .filter(each -> !Objects.equals(was.get(each.getKey()), each.getValue()))
                        .map(each -> new Change(each.getKey(), was.get(each.getKey()), each.getValue()))
                        .toList();
    }

    /** True when another person has to confirm it. */
    public boolean needsSecondPerson(Map<String, String> values) {
        return values.keySet().stream().anyMatch(Correction::isIdentity);
    }

    /** Keeps it for a second person. */
    public long ask(long letter, Map<String, String> values, String who) {
        diff(letter, values);
        return transaction.execute(status -> {
            DeadLetter now = log.lock("id", letter).orElseThrow();
            if (!now.canCorrect()) {
                throw new Refused(Refused.Code.NOT_CORRECTABLE, "Dead letter " + letter + " is " + now.state());
            }
            int added = sql.sql(
                            """
                            insert into letter_correction (dead_letter_id, open_letter, revision, fields, asked_by, asked_at, state)
                            values (:letter, :letter, :revision, :fields, :who, :now, 'ASKED') on conflict do nothing""")
                    .param("letter", letter)
                    .param("revision", now.revision())
                    .param("fields", sealer.seal(SealedColumn.CORRECTION.place(null, letter), write(values)))
                    .param("who", who)
                    .param("now", Sql.at(clock.instant()))
                    .update();
            if (added == 0) {
                throw new Refused(Refused.Code.CORRECTION_WAITS, "Another correction of it waits already");
            }
            log.say(letter, who, LogLine.What.CORRECTION_ASKED, names(values));
            return waiting().stream()
                    .filter(each -> each.letterId() == letter)
                    .findFirst()
                    .orElseThrow()
                    .id();
        });
    }

    /** Those that wait, oldest first. */
    public List<Waiting> waiting() {
        return sql.sql("select * from letter_correction where state = 'ASKED' order by id")
                .query((row, number) -> new Waiting(
                        row.getLong("id"),
                        row.getLong("dead_letter_id"),
                        List.copyOf(new TreeSet<>(fields(row).keySet())),
                        row.getString("asked_by"),
                        Sql.instant(row, "asked_at")))
                .list();
    }

    /** What a waiting correction would change. */
    public List<Change> diff(long correction) {
        Row row = row(correction);
        return diff(row.letter(), row.values());
    }

    /** The second person says yes: it is sent as another submission. */
    public void confirm(long correction, String who) {
        transaction.executeWithoutResult(status -> {
            Row row = decided(correction, "CONFIRMED", who);
            actions.correctConfirmed(row.letter(), row.values(), row.askedBy() + ", " + who);
        });
    }

    /** The second person says no; the letter is as it was. */
    public void refuse(long correction, String text, String who) {
        transaction.executeWithoutResult(status -> {
            Row row = decided(correction, "REFUSED", who);
            log.say(row.letter(), who, LogLine.What.CORRECTION_REFUSED, Handling.words(text));
        });
    }

    private record Row(long letter, long revision, Map<String, String> values, String askedBy) {}

    private Row row(long correction) {
        return sql.sql("select * from letter_correction where id = :id and state = 'ASKED'")
                .param("id", correction)
                .query((row, number) -> new Row(
                        row.getLong("dead_letter_id"), row.getLong("revision"), fields(row), row.getString("asked_by")))
                .optional()
                .orElseThrow(() -> new Refused(Refused.Code.NOT_FOUND, "No correction " + correction + " waits"));
    }

    private Row decided(long correction, String state, String who) {
        Row row = row(correction);
        if (row.askedBy().equals(who)) {
            throw new Refused(Refused.Code.SAME_PERSON, "Who asked for a correction cannot decide about it");
        }
        DeadLetter letter = log.lock("id", row.letter()).orElseThrow();
        if (state.equals("CONFIRMED") && letter.revision() != row.revision()) {
            throw new Refused(Refused.Code.NOT_OPEN, "Dead letter " + row.letter() + " has changed since");
        }
        int done = sql.sql("update letter_correction set state = :state, open_letter = null, decided_by = :who,"
                        + " decided_at = :now where id = :id and state = 'ASKED'")
                .param("state", state)
                .param("who", who)
                .param("now", Sql.at(clock.instant()))
                .param("id", correction)
                .update();
        if (done == 0) {
            throw new Refused(Refused.Code.NOT_OPEN, "Somebody else has decided about it");
        }
        return row;
    }

    private String payload(long id) {
        DeadLetter letter = letters.find(id)
                .orElseThrow(() -> new Refused(Refused.Code.NOT_FOUND, "There is no dead letter " + id));
        if (!"SUBMIT_CLAIM".equals(letter.what())) {
            throw new Refused(Refused.Code.NOT_CORRECTABLE, letter.what() + " holds nothing to correct");
        }
        return deliveries.find(letter.deliveryId()).orElseThrow().payload();
    }

    private static String names(Map<String, String> values) {
        return new TreeSet<>(values.keySet()).toString();
    }

    private static String write(Map<String, String> values) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(values));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts by name", impossible);
        }
    }

    private Map<String, String> fields(ResultSet row) throws SQLException {
        Place place = SealedColumn.CORRECTION.place(null, row.getLong("dead_letter_id"));
        return read(sealer.open(place, row.getString("fields")));
    }

    private static Map<String, String> read(String fields) {
        try {
            return JSON.readValue(fields, new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("A correction is texts by name", notOurs);
        }
    }
}
