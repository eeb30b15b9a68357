package no.kravbro.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls the HTTP interface. What is refused there changes nothing, and the caller keeps it; after it a right call is answered. */
final class ApiFeeder implements Feeder {

    private static final int INTERNAL = 500;

    private final Ground ground;
    private final Http http;
    private final long letter;

    /** @param letter id of a dead letter that stands open */
    ApiFeeder(Ground ground, long letter) {
        this.ground = ground;
        this.http = new Http(ground.world);
        this.letter = letter;
    }

    @Override
    public String feed(Case input) {
        Side side = input.side();
        Fill fill = new Fill().with("letter", letter);
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept-Language", "en"));
        headers.put("Content-Type", side.type() == null ? "application/json" : side.type());
        headers.putAll(side.headers());
        String before = state();
        HttpResponse<String> answer = http.send(
                side.method() == null ? "GET" : side.method(), fill.in(side.path()), headers, input.input(fill));
        assertThat(answer.statusCode())
                .as(answer.body())
                .isEqualTo(side.status())
                .isLessThan(INTERNAL);
        assertThat(state()).as("what it changed").isEqualTo(before);
        HttpResponse<String> good = http.send("GET", "/api/v1/status", Map.of(), new byte[0]);
        assertThat(good.statusCode()).as("a right call after it").isEqualTo(200);
        return answer.statusCode() + " " + answer.headers().map() + " " + answer.body();
    }

    private String state() {
        return ground.world
                .sql()
                .sql(
                        "select (select state || '/' || updated_at from dead_letter where id = :id)"
                                + " || '/' || (select count(*) from task) || '/' || (select count(*) from inbox where source = 'api')")
                .param("id", letter)
                .query(String.class)
                .single();
    }
}
