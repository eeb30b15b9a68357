package no.kravbro.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import no.kravbro.delivery.Schedules;
import no.kravbro.fakes.MutableClock;
import no.kravbro.fakes.TestDatabase;
import no.kravbro.fakes.TestDatabases;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A difference is told in a sentence, decided by a person with a reason, and the evidence can be asked for. */
class DifferencesApiTest {

    private static final Caller KARI = new Caller("kari", "nb", null);
    private static final OpenApiInteractionValidator CONTRACT = OpenApiInteractionValidator.createForSpecificationUrl(
                    "src/main/resources/openapi/kravbro.yaml")
            .withBasePathOverride("/api/v1")
            .build();

    private final TestDatabase database = TestDatabases.H2.open();
    private ApiRoom room;

    @BeforeEach
    void open() {
        room = new ApiRoom(database, MutableClock.at("2026-01-14T08:00:00+01:00"));
        database.creditor("nordlys", "310245674");
        Story.write(database.client());
        run(
                "insert into difference (id, creditor_id, claim_key, cause, subject, amount_ore, detail, state, unexplained_ore,"
                        + " wrong_since, opened_at) values (100, 'nordlys', '310245674-1', 'PRINCIPAL', '310245674-1', -50000,"
                        + " 'of 01019012345', 'OPEN', -35000, date '2026-01-13', current_timestamp)");
        capture("2026-01-12", 1_250_000, 0, "[]");
        capture(
                "2026-01-13",
                1_200_000,
                -35_000,
                "[{\"cause\":\"IN_TRANSIT\",\"amountOre\":-15000,\"until\":\"2026-01-15\",\"reference\":\"b-1\"}]");
        agreement("2026-01-12", 1);
        agreement("2026-01-13", 0);
    }

    private void capture(String day, long agency, long unexplained, String explained) {
        run(
                "insert into balance_capture (claim_key, on_day, creditor_id, ledger_ore, standing, agency_ore, difference_ore,"
                        + " unexplained_ore, agrees, explained) values ('310245674-1', date '" + day
                        + "', 'nordlys', 1250000, 'FOLLOWED', " + agency + ", " + (agency - 1_250_000) + ", "
                        + unexplained
                        + ", " + (unexplained == 0) + ", '" + explained + "')");
    }

    private void agreement(String day, int agreeing) {
        run("insert into agreement (creditor_id, on_day, agency, claims, agreeing, in_transit_ore, explained_ore,"
                + " unexplained_ore, compared_at) values ('nordlys', date '" + day + "', 'autocollect', 1, " + agreeing
                + ", 0, 0, 0, timestamp '" + day + " 06:00:00+01:00')");
    }

    private void run(String sql) {
        database.client().sql(sql).update();
    }

    @AfterEach
    void close() {
        room.close();
        database.close();
    }

    @Test
    void aDifferenceIsASentenceWithWhatIsExplainedApart() {
        DifferencesApi.Detail detail = room.bean(DifferencesApi.class).show(100, KARI);
        valid(Request.Method.GET, "/differences/100", 200, detail);
        assertThat(detail.difference().sentence().replace('\u00a0', ' '))
                .isEqualTo("Tripletex sier 12 500,00 kr, byrået 12 000,00 kr: 500,00 kr mindre hos byrået."
                        + " Forklart \u2212150,00 kr, uforklart \u2212350,00 kr.");
        assertThat(detail.difference().detail()).doesNotContain("01019012345");
        assertThat(detail.firstWrong().before().agencyOre()).isEqualTo(1_250_000);
        assertThat(detail.sides().parts())
                .extracting(DifferencesApi.Part::reference)
                .containsExactly("b-1");
        Page<DifferencesApi.View> some = room.bean(DifferencesApi.class).list(Query.parse("cause=PRINCIPAL"), KARI);
        valid(Request.Method.GET, "/differences", 200, some);
        assertThat(some.items()).extracting(DifferencesApi.View::id).containsExactly(100L);
        refused(() -> room.bean(DifferencesApi.class).show(7_777, KARI), ApiProblem.Code.NOT_FOUND);
    }

    @Test
    void aPersonDecidesOnceAndSaysWhy() {
        DifferencesApi.Detail noted = actions().acknowledge(100, "", KARI);
        valid(Request.Method.POST, "/differences/100/acknowledge", 200, noted);
        refused(() -> actions().acknowledge(100, "{\"note\":\"again\"}", KARI), ApiProblem.Code.REFUSED);
        DifferencesApi.Detail fixed = actions().fixed(100, "{\"references\":[\"14-2026\"]}", KARI);
        valid(Request.Method.POST, "/differences/100/fixed", 200, fixed);
        refused(() -> actions().accept(100, "{\"note\":\" \"}", KARI), ApiProblem.Code.BAD_BODY);
        refused(
                () -> actions().accept(100, "{\"note\":\"x\",\"until\":\"2026-01-13\"}", KARI),
                ApiProblem.Code.BAD_BODY);
        refused(() -> actions().fixed(100, "{\"references\":[]}", KARI), ApiProblem.Code.BAD_BODY);
        refused(() -> actions().accept(100, "{\"note\":\"" + "x".repeat(901) + "\"}", KARI), ApiProblem.Code.BAD_BODY);
        Caller once = new Caller("kari", "nb", "key-1");
        String body = "{\"note\":\"avtalt\",\"until\":\"2026-02-28\"}";
        DifferencesApi.Detail accepted = actions().accept(100, body, once);
        valid(Request.Method.POST, "/differences/100/accept", 200, accepted);
        assertThat(actions().accept(100, body, once).log())
                .extracting(DifferencesApi.Line::what)
                .containsExactly("ACKNOWLEDGED", "FIXED", "ACCEPTED");
        assertThat(accepted.difference().state()).isEqualTo("ACCEPTED");
        assertThat(accepted.log().get(2).evidence()).doesNotContain("01019012345");
    }

    @Test
    void bothSidesAreReadAgainOnRequest() {
        Schedules schedules = room.bean(Schedules.class);
        for (String job : List.of("CHANGES", "CASES")) {
            schedules.ensure("nordlys", "autocollect", job, Instant.parse("2026-01-20T05:00:00Z"));
        }
        valid(Request.Method.POST, "/differences/100/reread", 202, actions().reread(100, KARI));
        assertThat(schedules.find("nordlys", "CASES").orElseThrow().dueAt()).isEqualTo("2026-01-14T07:00:00Z");
    }

    @Test
    void theEvidenceTellsHowOldItIs() {
        AgreementsApi.View view = room.bean(AgreementsApi.class).show("nordlys", Query.parse("from=2026-01-13"), KARI);
        valid(Request.Method.GET, "/creditors/nordlys/agreements", 200, view);
        assertThat(view.ageDays()).isEqualTo(1);
        assertThat(view.stale()).isFalse();
        assertThat(view.greenSince()).isNull();
        assertThat(view.lastGreenDay()).isEqualTo("2026-01-12");
        assertThat(view.days()).hasSize(1);
        refused(
                () -> room.bean(AgreementsApi.class).show("nordlys", Query.parse("from=soon"), KARI),
                ApiProblem.Code.BAD_PARAMETER);
        refused(() -> room.bean(AgreementsApi.class).show("nobody", Query.parse(""), KARI), ApiProblem.Code.NOT_FOUND);
    }

    @Test
    void theReportLeadsFromClaimToVoucherAndHoldsNoFormula() {
        run(
                "update claim set invoice_number = '=1+1', case_number = '<b>5</b>', created_at = timestamp '2025-12-01 08:00:00'");
        ReportsApi reports = room.bean(ReportsApi.class);
        ReportsApi.Document file = reports.show("nordlys", Query.parse("from=2026-01-01&format=CSV"), KARI);
        assertThat(file.type()).startsWith("text/csv");
        assertThat(file.content().lines().skip(1))
                .anyMatch(line -> line.startsWith(
                                "310245674-1;'=1+1;<b>5</b>;ACCEPTED;12500,00;12500,00;12000,00;-350,00;")
                        && line.contains("PRINCIPAL OPEN")
                        && line.contains("autocollect:48213-1;48213-2026;2026-01-14;10000,00;9999,11;48213;EXPECTED;"));
        ReportsApi.Document paper = reports.show("nordlys", Query.parse("from=2026-01-01&format=PDF"), KARI);
        assertThat(paper.type()).isEqualTo("application/pdf");
        assertThat((byte[]) paper.body()).isEqualTo(reports.pdf("nordlys", Query.parse("from=2026-01-01"), KARI));
        ReportsApi.Document page = reports.show("nordlys", Query.parse("from=2026-01-01"), KARI);
        assertThat(page.content())
                .contains("&lt;b&gt;5&lt;/b&gt;", "Med åpent avvik: 1.", "på 2 dager, og stemte på 1")
                .doesNotContain("<b>5</b>");
        String hash = file.content().replaceAll("(?s).*SHA-256;([0-9a-f]{64}).*", "$1");
        assertThat(page.content()).contains(hash);
        run("update booking set voucher_number = '48214-2026'");
        assertThat(reports.show("nordlys", Query.parse("from=2026-01-01"), KARI).content())
                .doesNotContain(hash);
        refused(
                () -> reports.show("nordlys", Query.parse("from=2026-02-01&to=2026-01-01"), KARI),
                ApiProblem.Code.BAD_PARAMETER);
    }

    /** Øre as in the other two, the same hash, in the reader's language; the same content gives the same bytes. */
    @Test
    void theReportIsAPaperToo() throws IOException {
        run("update claim set created_at = timestamp '2025-12-01 08:00:00'");
        ReportsApi reports = room.bean(ReportsApi.class);
        Query month = Query.parse("from=2026-01-01&to=2026-01-31");
        byte[] paper = reports.pdf("nordlys", month, KARI);
        String hash = reports.report("nordlys", month, KARI).hash();
        try (PDDocument document = Loader.loadPDF(paper)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("krav og bilag fra 01.01.2026 til 31.01.2026", "på 2 dager, og stemte på 1")
                    .contains("Med åpent avvik 1", "Faktura ", "12 500,00 kr", "12 000,00 kr", "PRINCIPAL OPEN")
                    .contains("Bokført 14.01.2026, bilag 48213-2026, oppgjør 48213 10 000,00 kr", hash);
        }
        assertThat(reports.pdf("nordlys", month, KARI)).isEqualTo(paper);
        run("delete from booking");
        assertThat(reports.pdf("nordlys", month, KARI)).isNotEqualTo(paper);
        byte[] empty = reports.pdf("nordlys", Query.parse("from=2024-01-01&to=2024-01-31"), KARI);
        try (PDDocument document = Loader.loadPDF(empty)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Ingen krav");
        }
    }

    private DifferenceActionsApi actions() {
        return room.bean(DifferenceActionsApi.class);
    }

    private static void refused(Runnable call, ApiProblem.Code code) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ApiProblem.class, problem -> assertThat(problem.code())
                .isEqualTo(code));
    }

    private static void valid(Request.Method method, String path, int status, Object answer) {
        var response = SimpleResponse.Builder.status(status)
                .withContentType("application/json")
                .withBody(Body.write(answer))
                .build();
        assertThat(CONTRACT.validateResponse(path, method, response).getMessages())
                .isEmpty();
    }
}
