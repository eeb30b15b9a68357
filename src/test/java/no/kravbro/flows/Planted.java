package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.kravbro.access.Accounts;
import no.kravbro.access.Role;
import no.kravbro.audit.Actor;
import org.apache.hc.core5.net.URIBuilder;

/** What nobody may find again: brought in through the doors, and looked for in all that is left behind. */
final class Planted {

    /** Of the synthetic series. */
    static final String PERSON = "13890198765";

    static final String TOKEN = "eyJwbGFudGVkIjoidG9rZW4ifQ.8d1f0c5e7b9a4f21";
    private static final String PASSWORD = "Planted horse battery 9!";
    private static final Pattern FORGERY = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Path SECRETS = Path.of("src/test/resources/sandbox/secrets");

    private final World world;
    private final List<String> secrets = new ArrayList<>(List.of(PERSON, TOKEN, PASSWORD));
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Planted(World world) {
        this.world = world;
    }

    /** A person gets a link, chooses a password by it, and mistypes it at the first login. */
    void aPasswordIsChosen() throws Exception {
        Accounts accounts = world.bean(Accounts.class);
        String link = accounts.add(
                new Accounts.Form("vidar", "Vidar", Set.of(Role.SUPPORT), Set.of(), true),
                new Actor("a test", "", Actor.Via.CONSOLE));
        secrets.add(link);
        String page = get("/welcome?token=" + link).body();
        assertThat(form("/welcome", page, "token", link, "password", PASSWORD)
                        .headers()
                        .firstValue("Location"))
                .get()
                .asString()
                .endsWith("out=chosen");
        assertThat(form("/login", get("/login").body(), "username", "vidar", "password", PASSWORD + "x")
                        .headers()
                        .firstValue("Location"))
                .get()
                .asString()
                .contains("failed");
    }

    /** A token in a header and in an address, of one who has no business here. */
    void aTokenIsShown() throws Exception {
        browser.send(
                at("/api/v1/claims?token=" + TOKEN)
                        .header("Authorization", "Bearer " + TOKEN)
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    /** Neither as it is nor as bytes are written down. Keys and tokens of the product's own far sides are looked for as well. */
    void isNotIn(String log, String... more) throws IOException {
        secrets.addAll(List.of(more));
        String dump =
                String.join("\n", world.sql().sql("script").query(String.class).list());
        assertThat(dump).contains("INSERT INTO \"public\".\"inbox\"", "INSERT INTO \"public\".\"delivery\"");
        try (Stream<Path> files = Files.list(SECRETS)) {
            for (Path file :
                    files.filter(each -> !each.toString().endsWith(".pub")).toList()) {
                secrets.add(Files.readString(file).strip());
            }
        }
        String left = dump + log;
        String small = left.toLowerCase(Locale.ROOT);
        for (String secret : secrets) {
            assertThat(left.contains(secret)).as(secret).isFalse();
            String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
            assertThat(small.contains(hex)).as(secret + " as bytes").isFalse();
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(at(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> form(String path, String page, String... fields) throws Exception {
        Matcher forgery = FORGERY.matcher(page);
        assertThat(forgery.find()).as(page).isTrue();
        URIBuilder body = new URIBuilder().addParameter("_csrf", forgery.group(1));
        for (int at = 0; at < fields.length; at += 2) {
            body.addParameter(fields[at], fields[at + 1]);
        }
        return browser.send(
                at(path).header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body.build().getRawQuery()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + world.port() + path));
    }
}
