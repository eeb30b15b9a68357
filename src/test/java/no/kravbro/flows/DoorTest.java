package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the doors tell browsers, and whom they turn away. */
class DoorTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final Path SECRET = Path.of("src/test/resources/sandbox/secrets/mail-link");

    private static World world;

    @BeforeAll
    static void start() {
        world = new World("door", "kravbro.mail.link-secret-file=" + SECRET).start();
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
        HttpResponse<String> key = ask(world.api("/claims/a%0D%0Ab"));
        assertThat(key.statusCode()).isEqualTo(404);
        assertThat(key.body()).contains("NOT_FOUND");
        assertThat(ask(HttpRequest.newBuilder(address("/api/v1/claims/../../../etc/passwd")))
                        .statusCode())
                .isEqualTo(400);
    }

    /** A mail program's own button posts without a session, and a mail server that looks through links only opens them. */
    @Test
    void aLinkOfADigestDeclinesForItsRecipientAlone() throws Exception {
        String link = link("nordlys", "daglig@example.no", signature("nordlys\ndaglig@example.no"));
        assertThat(ask(HttpRequest.newBuilder(address(link))).statusCode()).isEqualTo(200);
        assertThat(declined()).as("opened only").isZero();
        for (String strange : List.of(
                link("nordlys", "other@example.no", signature("nordlys\ndaglig@example.no")),
                link("bergvik", "daglig@example.no", signature("nordlys\ndaglig@example.no")),
                link("nordlys", "daglig@example.no", ""),
                link("nordlys", "daglig@example.no", "abc"))) {
            assertThat(ask(post(strange)).statusCode()).as(strange).isEqualTo(200);
            assertThat(declined()).as(strange).isZero();
        }
        assertThat(ask(post(link)).statusCode()).isEqualTo(200);
        assertThat(ask(post(link)).statusCode()).as("once more").isEqualTo(200);
        assertThat(declined()).isEqualTo(1);
    }

    private static HttpRequest.Builder post(String path) {
        return HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"));
    }

    private static long declined() {
        return world.count("select count(*) from mail_optout");
    }

    private static String link(String creditor, String recipient, String signature) {
        return "/unsubscribe?creditor=" + creditor + "&recipient="
                + URLEncoder.encode(recipient, StandardCharsets.UTF_8) + "&signature=" + signature;
    }

    /** Hexadecimal, written with the letters from a to p. */
    private static String signature(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Files.readString(SECRET).strip().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        StringBuilder letters = new StringBuilder();
        for (byte each : mac.doFinal(text.getBytes(StandardCharsets.UTF_8))) {
            letters.append((char) ('a' + (each >> 4 & 15))).append((char) ('a' + (each & 15)));
        }
        return letters.toString();
    }

    private static HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI address(String path) {
        return URI.create("http://localhost:" + world.port() + path);
    }
}
