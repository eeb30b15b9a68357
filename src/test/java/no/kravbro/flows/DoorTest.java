package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the doors tell browsers, and whom they turn away. */
class DoorTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static World world;

    @BeforeAll
    static void start() {
        world = new World("door").start();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void nothingFromElsewhereAndNothingInline() throws Exception {
        HttpResponse<String> login = ask(HttpRequest.newBuilder(address("/login")));
        assertThat(login.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*");
        assertThat(login.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(login.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(login.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(login.body()).doesNotContain("style=", "<style", "onclick", "<script>", "http://", "https://");
        assertThat(login.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                .contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        HttpRequest.Builder forged = HttpRequest.newBuilder(address("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=ada&password=x"));
        assertThat(ask(forged).statusCode()).isEqualTo(403);
    }

    @Test
    void everyPageAsksForALogin() throws Exception {
        for (String page : new String[] {"/", "/claims", "/dead-letters/1", "/audit.csv", "/users", "/machine"}) {
            HttpResponse<String> answer = ask(HttpRequest.newBuilder(address(page)));
            assertThat(answer.statusCode()).as(page).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        }
        HttpResponse<String> part =
                ask(HttpRequest.newBuilder(address("/claims")).header("HX-Request", "true"));
        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(part.headers().firstValue("HX-Refresh")).contains("true");
    }

    /** The words are those of the door, not those of a guard before it. */
    @Test
    void strangeCallsOfTheInterfaceReachIt() throws Exception {
        HttpRequest.Builder dance = HttpRequest.newBuilder(address("/api/v1/status"))
                .method("MOONWALK", HttpRequest.BodyPublishers.noBody());
        assertThat(ask(dance).statusCode()).isEqualTo(405);
        HttpResponse<String> key = ask(HttpRequest.newBuilder(address("/api/v1/claims/a%0D%0Ab")));
        assertThat(key.statusCode()).isEqualTo(404);
        assertThat(key.body()).contains("NOT_FOUND");
        assertThat(ask(HttpRequest.newBuilder(address("/api/v1/claims/../../../etc/passwd")))
                        .statusCode())
                .isEqualTo(400);
    }

    private static HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI address(String path) {
        return URI.create("http://localhost:" + world.port() + path);
    }
}
