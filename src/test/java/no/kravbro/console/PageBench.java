package no.kravbro.console;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.kravbro.access.Demonstration;
import no.kravbro.flows.World;
import no.kravbro.sandbox.SandboxTown;

/**
 * Measures how long each page takes to its first byte with much in the database. Not a test: nothing fails for being slow, what
 * is slower than the limit is marked.
 */
public final class PageBench implements AutoCloseable {

    private static final long LIMIT = 300;
    private static final int WARM = 5;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final List<String> PAGES = List.of(
            "/",
            "/tasks",
            "/drafts?creditorId=nordlys",
            "/collection-list",
            "/disputes",
            "/exclusions",
            "/claims",
            "/claims?state=ACCEPTED&creditorId=nordlys",
            "/claims?page=200",
            "/claims/" + Crowd.CLAIM,
            "/search?q=700002",
            "/dead-letters",
            "/dead-letters?q=700002",
            "/dead-letters?q=autocollect",
            "/dead-letters?creditorId=nordlys&page=50",
            "/dead-letters/groups/f7",
            "/dead-letters/" + (Crowd.FIRST + 7),
            "/dead-letters/preview?ids=" + (Crowd.FIRST + 7),
            "/dead-letters/retries",
            "/dead-letters/corrections",
            "/settlements",
            "/settlements/nordlys/autocollect/r2",
            "/bookings",
            "/bookings?page=100",
            "/differences",
            "/creditors",
            "/creditors/nordlys",
            "/agencies",
            "/deliveries",
            "/deliveries?state=DONE",
            "/deliveries?target=autocollect&kind=SUBMIT_CLAIM&creditorId=nordlys",
            "/deliveries?page=1000",
            "/deliveries/" + (Crowd.FIRST + 7),
            "/machine",
            "/me");

    private final World world;
    private final PrintStream out;

    private PageBench(World world, PrintStream out) {
        this.world = world;
        this.out = out;
    }

    /** @param arguments folder, h2 or postgres, letters, deliveries, looks at each page */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        boolean postgres = arguments[1].equals("postgres");
        EmbeddedPostgres server = postgres ? EmbeddedPostgres.start() : null;
        Path file =
                Files.createTempDirectory(folder, "pages").resolve("kravbro").toAbsolutePath();
        String url = postgres
                ? server.getJdbcUrl("postgres", "postgres")
                : "jdbc:h2:file:" + file
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;OPTIMIZE_REUSE_RESULTS=0;WRITE_DELAY=0;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=0";
        World world = new World(
                World.town(SandboxTown.Story.SHOWN, null),
                "pages",
                "spring.datasource.url=" + url,
                "kravbro.delivery.poll=1s",
                "kravbro.creditors-file=src/test/resources/sandbox/creditors-dry-run.yaml");
        try (PageBench bench = new PageBench(world.start(), System.out)) {
            bench.world.until(
                    "invoices read",
                    () -> bench.world.count("select count(*) from schedule where last_run_at is null") == 0);
            // A file that is full already is measured again.
            if (world.count("select count(*) from audit where number > " + Crowd.FIRST) == 0) {
                long begun = System.nanoTime();
                world.rewriteInvoice(
                        "nordlys",
                        world.count(
                                "select min(invoice_id) from invoice where decision = 'TRANSFER' and creditor_id = 'nordlys'"),
                        plain -> plain);
                new Crowd(world.sql(), postgres).fill(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
                bench.out.printf("filled in %d s%n", (System.nanoTime() - begun) / 1_000_000_000);
            }
            bench.measure(Integer.parseInt(arguments[4]));
        }
        if (server != null) {
            server.close();
        }
        System.exit(0);
    }

    private void measure(int looks) throws IOException, InterruptedException {
        out.printf("%-80s %8s %8s %8s%n", "page, ms to the first byte", "median", "p95", "longest");
        HttpClient odd = login("odd");
        for (String page : PAGES) {
            print(page, times(odd, page, looks));
        }
        HttpClient randi = login("randi");
        for (String page : List.of("/", "/claims", "/differences", "/tasks")) {
            print("randi " + page, times(randi, page, looks));
        }
        print("/audit", times(login("reidar"), "/audit", looks));
    }

    private void print(String page, long[] times) {
        long slow = times[times.length * 95 / 100];
        out.printf(
                "%-80s %8d %8d %8d%s%n",
                page, times[times.length / 2], slow, times[times.length - 1], slow > LIMIT ? "  over" : "");
    }

    private long[] times(HttpClient client, String page, int looks) throws IOException, InterruptedException {
        long[] times = new long[looks];
        for (int look = -WARM; look < looks; look++) {
            long begun = System.nanoTime();
            HttpResponse<InputStream> answer =
                    client.send(request(page).build(), HttpResponse.BodyHandlers.ofInputStream());
            long millis = (System.nanoTime() - begun) / 1_000_000;
            try (InputStream body = answer.body()) {
                body.readAllBytes();
            }
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(page + " answered " + answer.statusCode());
            }
            if (look >= 0) {
                times[look] = millis;
            }
        }
        Arrays.sort(times);
        return times;
    }

    private HttpClient login(String name) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        Matcher token = TOKEN.matcher(client.send(request("/login").build(), HttpResponse.BodyHandlers.ofString())
                .body());
        if (!token.find()) {
            throw new IllegalStateException("The login page has no token");
        }
        String form = "username=" + name + "&password="
                + world.bean(Demonstration.class).password() + "&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        client.send(
                request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return client;
    }

    private HttpRequest.Builder request(String page) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + world.port() + page));
    }

    @Override
    public void close() {
        world.close();
    }
}
