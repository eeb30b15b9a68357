package no.kravbro.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import no.kravbro.delivery.Inbox;
import no.kravbro.flows.World;

/**
 * A dead letter as a person sees it, and what is kept with it.
 *
 * @param told the answer of the interface, with title, next step and detail
 * @param kept what was received, as it is kept
 */
record Letter(long id, String cause, String told, String kept) {

    /** Those about what was received that have come since, open ones only. */
    static List<Letter> since(World world, long id) {
        Inbox inbox = world.bean(Inbox.class);
        return world
                .sql()
                .sql("select d.id, d.cause, i.id from dead_letter d join inbox i on i.id = d.inbox_id"
                        + " where d.id > :id and d.state = 'OPEN' order by d.id")
                .param("id", id)
                .query((row, number) -> new Letter(
                        row.getLong(1),
                        row.getString(2),
                        null,
                        inbox.find(row.getLong(3)).orElseThrow().payload()))
                .list()
                .stream()
                .map(letter -> letter.told(world))
                .toList();
    }

    static long last(World world) {
        return world.count("select coalesce(max(id), 0) from dead_letter");
    }

    /** A person retries an open letter about a thing of each of these sources; all come back. */
    static void retry(World world, List<String> sources) {
        List<Long> ids = sources.stream().map(source -> open(world, source)).toList();
        ids.forEach(id -> retry(world, id));
        ids.forEach(id -> world.until(
                "it failed again",
                () -> world.count("select count(*) from dead_letter_log where what like 'FAILED_AGAIN%'"
                                + " and dead_letter_id = " + id)
                        == 1));
    }

    private static long open(World world, String source) {
        return world.sql()
                .sql("select min(id) from dead_letter where state = 'OPEN' and subject like :source")
                .param("source", source + "/%")
                .query(Long.class)
                .single();
    }

    private static void retry(World world, long id) {
        HttpResponse<String> answer = new Http(world)
                .send(
                        "POST",
                        "/api/v1/dead-letters/" + id + "/retry",
                        Map.of("Content-Type", "application/json"),
                        "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private Letter told(World world) {
        HttpResponse<String> answer =
                new Http(world).send("GET", "/api/v1/dead-letters/" + id, Map.of("Accept-Language", "en"), new byte[0]);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new Letter(id, cause, answer.body(), kept);
    }
}
