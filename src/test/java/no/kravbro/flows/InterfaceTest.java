package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import no.kravbro.api.cli.Cli;
import no.kravbro.routes.Proves;
import no.kravbro.sandbox.SandboxTown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The HTTP interface and the command line against the running product, over real wires. */
@Proves("api.<operation>")
@ExtendWith(OutputCaptureExtension.class)
class InterfaceTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static World world;

    @BeforeAll
    static void start() {
        world = World.afterReading(
                World.town(SandboxTown.Story.SHOWN, null),
                "interface",
                "kravbro.creditors-file=src/test/resources/sandbox/creditors-dry-run.yaml");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void aQueryFilters() throws Exception {
        String two = get("/creditors/nordlys/decisions?size=2&decision=HOLD").body();
        assertThat(two.split("\"invoiceNumber\"")).hasSize(3);
        assertThat(two).contains("\"HOLD\"").doesNotContain("\"EXCLUDE\"", "\"TRANSFER\"");
        assertThat(get("/claims?colour=red").statusCode()).isEqualTo(400);
        assertThat(get("/claims?colour=red").body()).contains("UNKNOWN_PARAMETER", "colour");
        assertThat(get("/claims?state=ASLEEP").body()).contains("BAD_PARAMETER");
    }

    @Test
    void theDryRunEndsAndListsEveryInvoiceOnce() {
        String told = told("creditors", "dry-run", "nordlys");
        long invoices = world.count("select count(*) from invoice where creditor_id = 'nordlys'");
        assertThat(told.lines()).hasSize((int) invoices + 1).doesNotHaveDuplicates();
    }

    @Test
    void invoicesAreReadAnewOnRequest() throws Exception {
        HttpResponse<String> answer = post("/creditors/nordlys/scan", "application/json", "");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).contains("/api/v1/creditors/nordlys/decisions");
        String before = lastReading();
        assertThat(told("creditors", "scan", "nordlys")).contains("dry-run nordlys");
        world.untilWithoutPauses("read anew", () -> !lastReading().equals(before));
        assertThat(world.count("select count(*) from claim")).isZero();
    }

    @Test
    void aFormIsRefusedUnreadAndUnquoted(CapturedOutput log) throws Exception {
        for (String path : new String[] {"/api/v1/dead-letters/1/close", "/webhooks/autocollect"}) {
            HttpResponse<String> answer =
                    send(HttpRequest.newBuilder(address(path)), "application/x-www-form-urlencoded", "01019012345");
            assertThat(answer.statusCode()).isEqualTo(415);
            assertThat(answer.body()).contains("FORM_REFUSED", "application/json");
        }
        assertThat(log.toString()).doesNotContain("01019012345");
    }

    private static String lastReading() {
        return String.valueOf(world.sql()
                .sql("select last_run_at from schedule where creditor_id = 'nordlys' and job = 'SCAN'")
                .query(String.class)
                .single());
    }

    private static String told(String... arguments) {
        StringWriter out = new StringWriter();
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--url=http://localhost:" + world.port();
        all[arguments.length + 1] = world.key().option();
        PrintWriter printer = new PrintWriter(out, true);
        assertThat(Cli.run(printer, printer, all)).as(out.toString()).isZero();
        return out.toString();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(world.api(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String type, String body)
            throws IOException, InterruptedException {
        return send(world.api(path), type, body);
    }

    private static HttpResponse<String> send(HttpRequest.Builder call, String type, String body)
            throws IOException, InterruptedException {
        HttpRequest request = call.header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static URI address(String path) {
        return URI.create("http://localhost:" + world.port() + path);
    }
}
