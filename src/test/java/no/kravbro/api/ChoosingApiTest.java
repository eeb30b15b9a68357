package no.kravbro.api;

import static no.kravbro.api.Contract.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.oai.validator.model.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.access.Access;
import no.kravbro.access.Role;
import no.kravbro.agency.WireAnswer;
import no.kravbro.claim.AnInvoice;
import no.kravbro.delivery.Inbox;
import no.kravbro.delivery.Pauses;
import no.kravbro.delivery.Schedules;
import no.kravbro.fakes.MutableClock;
import no.kravbro.fakes.SampleCreditors;
import no.kravbro.fakes.TestDatabase;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.transfer.Screening;
import no.kravbro.transfer.handover.Handed;
import no.kravbro.tripletex.RateBudget;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Choosing over the API: as the description says, by those who may, written down in the audit trail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChoosingApiTest {

    private static final Caller KARI = new Caller("kari", "en", null);
    private static final Instant NOW = Instant.parse("2026-01-14T07:00:00Z");
    private static final Caller ONCE = new Caller("kari", "en", "key-1");

    private final TestDatabase database = TestDatabases.H2.open();
    private ApiRoom room;

    @BeforeAll
    void open() {
        room = new ApiRoom(database, MutableClock.at("2026-01-14T08:00:00+01:00"));
    }

    @AfterAll
    void close() {
        room.close();
        database.close();
    }

    @BeforeEach
    void story() {
        database.clear();
        database.creditor("nordlys", "310245674");
        room.bean(Screening.class)
                .page(SampleCreditors.nordlys(), List.of(AnInvoice.ordinary().build(1)));
    }

    private static WireAnswer limited(int limit, int left, int seconds) {
        Map<String, String> headers = Map.of(
                "X-Rate-Limit-Limit",
                "" + limit,
                "X-Rate-Limit-Remaining",
                "" + left,
                "X-Rate-Limit-Reset",
                "" + seconds);
        return new WireAnswer(200, "{}", headers, null, null);
    }

    private ExclusionsApi exclusions() {
        return room.bean(ExclusionsApi.class);
    }

    private HandOverApi handOvers() {
        return room.bean(HandOverApi.class);
    }

    private List<String> audited() {
        return database.client()
                .sql("select deed || ' ' || outcome from audit order by number")
                .query(String.class)
                .list();
    }

    @Test
    void keepsBackAndLetsGo() {
        String body = "{\"kind\":\"CUSTOMER\",\"number\":\"20011\",\"until\":\"2026-02-01\",\"reason\":\"agreed\"}";
        var kept = exclusions().keep("nordlys", body, ONCE);
        valid(Request.Method.POST, "/creditors/nordlys/exclusions", kept);
        assertThat(exclusions().keep("nordlys", body, ONCE)).isEqualTo(kept);
        assertThat(handOvers().drafts("nordlys", Query.parse(null), KARI).items())
                .isEmpty();
        valid(Request.Method.GET, "/creditors/nordlys/exclusions", exclusions().list("nordlys", KARI));
        var lifted = exclusions().lift(kept.id(), "{\"reason\":\"no longer\"}", KARI);
        valid(Request.Method.POST, "/exclusions/" + kept.id() + "/lift", lifted);
        assertThat(lifted.holds()).isFalse();
        assertThat(audited()).containsExactly("KEPT_BACK DONE", "KEPT_BACK_LIFTED DONE");
    }

    @Test
    void showsRejectsAndRefusesWithWords() {
        var drafts = handOvers().drafts("nordlys", Query.parse("size=5"), KARI);
        valid(Request.Method.GET, "/creditors/nordlys/drafts", drafts);
        assertThat(drafts.openOre()).isEqualTo(1_000_000);
        String chosen = "{\"lines\":[{\"invoiceId\":1,\"content\":\""
                + drafts.items().get(0).content() + "\"},{\"invoiceId\":7,\"content\":\"x\"}]}";
        var handed = handOvers().handOver("nordlys", chosen, KARI);
        valid(Request.Method.POST, "/creditors/nordlys/hand-overs", handed);
        assertThat(handed).extracting(HandOverApi.HandedView::refusal).containsExactly("DRY_RUN", "NOT_READ");
        assertThat(handed.get(0).text()).contains("dry run");
        var rejected = handOvers().reject("nordlys", "{\"invoices\":[\"10023\"],\"reason\":\"a good customer\"}", KARI);
        valid(Request.Method.POST, "/creditors/nordlys/drafts/reject", rejected);
        assertThat(rejected.get(0).reasons().get(0).text()).contains("a good customer");
        var preview = handOvers().preview("nordlys", "{\"invoices\":[\"10023\"],\"takeover\":\"COLLECTION\"}", KARI);
        valid(Request.Method.POST, "/creditors/nordlys/hand-over-previews", preview);
        assertThat(preview.get(0).takeover()).isEqualTo("COLLECTION");
        assertThat(preview.get(0).ready()).isFalse();
    }

    @Test
    void stopsACreditorOrAnAgencyAndLetsItGoOn() {
        PausesApi pauses = room.bean(PausesApi.class);
        String why = "{\"reason\":\"the books are moved\"}";
        valid(
                Request.Method.POST,
                "/creditors/nordlys/pause",
                pauses.pauseAs(Pauses.Kind.CREDITOR, "nordlys", why, ONCE));
        var both = pauses.pauseAs(Pauses.Kind.AGENCY, "autocollect", why, KARI);
        valid(Request.Method.POST, "/agencies/autocollect/pause", both);
        valid(Request.Method.GET, "/pauses", pauses.list(KARI));
        assertThat(both).extracting(PausesApi.View::name).containsExactlyInAnyOrder("nordlys", "autocollect");
        pauses.resume(Pauses.Kind.AGENCY, "autocollect", KARI);
        assertThat(pauses.list(KARI)).extracting(PausesApi.View::name).containsExactly("nordlys");
        valid(Request.Method.POST, "/agencies/autocollect/resume", pauses.list(KARI));
        pauses.resume(Pauses.Kind.CREDITOR, "nordlys", KARI);
        valid(Request.Method.POST, "/creditors/nordlys/resume", pauses.list(KARI));
        valid(Request.Method.GET, "/agencies", room.bean(AgenciesApi.class).list(KARI));
        Caller support = new Caller("siv", "nb", null, Access.ofPerson(Set.of(Role.SUPPORT), null));
        refused(ApiProblem.Code.FORBIDDEN, () -> pauses.pauseAs(Pauses.Kind.AGENCY, "autocollect", why, support));
        refused(ApiProblem.Code.NOT_FOUND, () -> pauses.pauseAs(Pauses.Kind.AGENCY, "nobody", why, KARI));
        assertThat(audited()).startsWith("PAUSED DONE", "PAUSED DONE", "RESUMED DONE", "RESUMED DONE");
    }

    @Test
    void tellsWhoServesACreditorAndWhatIsLeftThere() {
        var agencies = room.bean(MandatesApi.class).list("nordlys", KARI);
        valid(Request.Method.GET, "/creditors/nordlys/agencies", agencies);
        assertThat(agencies).singleElement().satisfies(each -> {
            assertThat(each.agency()).isEqualTo("autocollect");
            assertThat(each.takesNew()).isTrue();
            assertThat(each.removable()).isTrue();
        });
    }

    @Test
    void tellsWhetherACreditorsConnectionsHold() {
        HealthApi health = room.bean(HealthApi.class);
        var fresh = health.show("nordlys", KARI);
        valid(Request.Method.GET, "/creditors/nordlys/health", fresh);
        assertThat(fresh.received()).containsExactly(new HealthApi.Received("autocollect", null));
        assertThat(fresh.callsLimit()).isNull();
        assertThat(fresh.keyExpiresOn()).isEqualTo("2026-02-13");
        assertThat(fresh.keyDaysLeft()).isEqualTo(30);

        Inbox inbox = room.bean(Inbox.class);
        inbox.enter("autocollect.settlement", "1", "nordlys", "{}");
        inbox.enter("bahs.file", "missing/1", "nordlys", "{}");
        inbox.enter("tripletex.webhook", "1", "nordlys", "{}");
        room.bean(Schedules.class).ensure("nordlys", "autocollect", "CASES", NOW);
        RateBudget budget = room.bean(RateBudget.class);
        String token = RateBudget.name("secrets/nordlys");
        budget.take(token);
        budget.answered(token, limited(100, 40, 20));

        var told = health.show("nordlys", KARI);
        valid(Request.Method.GET, "/creditors/nordlys/health", told);
        assertThat(told.received()).containsExactly(new HealthApi.Received("autocollect", NOW));
        assertThat(told.callsLimit()).isEqualTo(100);
        assertThat(told.callsLeft()).isLessThanOrEqualTo(40);
        assertThat(told.callsResetAt()).isEqualTo(NOW.plusSeconds(20));
        assertThat(told.jobs()).singleElement().satisfies(job -> {
            assertThat(job.farSide()).isEqualTo("autocollect");
            assertThat(job.dueAt()).isEqualTo(NOW);
        });
        Caller other = new Caller("ann", "nb", null, Access.ofPerson(Set.of(Role.ACCOUNTANT), Set.of("fjell")));
        refused(ApiProblem.Code.NOT_FOUND, () -> health.show("nordlys", other));
    }

    @Test
    void tellsHowFarARunHasComeThatWasAskedFor() {
        Schedules schedules = room.bean(Schedules.class);
        schedules.ensure("nordlys", "autocollect", "CASES", NOW);
        schedules.ensure("nordlys", "autocollect", "PAYMENTS", NOW);
        schedules.ensure("nordlys", "tripletex", "SCAN", NOW);
        room.bean(CreditorsApi.class).sync("nordlys", KARI);
        var health = room.bean(HealthApi.class).show("nordlys", KARI);
        valid(Request.Method.GET, "/creditors/nordlys/health", health);
        assertThat(health.progress()).isEqualTo(new HealthApi.Progress(NOW, "kari", 2, 0, false));
        assertThat(health.jobs())
                .filteredOn(job -> job.run() != null)
                .extracting(AgenciesApi.JobView::job)
                .containsExactly("PAYMENTS", "CASES");
        schedules.claim("a", Duration.ofMinutes(1), 5).stream()
                .filter(job -> job.job().equals("PAYMENTS"))
                .forEach(job -> schedules.finish(job, NOW.plusSeconds(60), "OK"));
        assertThat(room.bean(HealthApi.class).show("nordlys", KARI).progress())
                .isEqualTo(new HealthApi.Progress(NOW, "kari", 2, 1, false));
    }

    @Test
    void onlyThoseWhoMay() {
        Caller support = new Caller("siv", "nb", null, Access.ofPerson(Set.of(Role.SUPPORT), null));
        Caller approver = new Caller("arne", "nb", null, Access.ofPerson(Set.of(Role.APPROVER), null));
        Caller other = new Caller("ann", "nb", null, Access.ofPerson(Set.of(Role.ACCOUNTANT), Set.of("fjell")));
        refused(ApiProblem.Code.FORBIDDEN, () -> handOvers().handOver("nordlys", "{}", support));
        refused(ApiProblem.Code.FORBIDDEN, () -> handOvers().reject("nordlys", "{}", support));
        refused(ApiProblem.Code.FORBIDDEN, () -> exclusions().keep("nordlys", "{}", approver));
        refused(ApiProblem.Code.NOT_FOUND, () -> exclusions().keep("nordlys", "{}", other));
        refused(ApiProblem.Code.NOT_FOUND, () -> handOvers().drafts("nordlys", Query.parse(null), other));
    }

    @Test
    void whatIsIncompleteIsNamed() {
        for (String body : List.of(
                "{\"number\":\"1\",\"reason\":\"x\"}",
                "{\"kind\":\"INVOICE\",\"reason\":\"x\"}",
                "{\"kind\":\"INVOICE\",\"number\":\"1\",\"reason\":\" \"}",
                "{\"kind\":\"INVOICE\",\"number\":\"1\",\"reason\":\"x\",\"until\":\"2026-01-14\"}")) {
            refused(ApiProblem.Code.BAD_BODY, () -> exclusions().keep("nordlys", body, KARI));
        }
        refused(ApiProblem.Code.BAD_BODY, () -> handOvers().handOver("nordlys", "{\"lines\":[]}", KARI));
        refused(ApiProblem.Code.BAD_BODY, () -> handOvers()
                .handOver("nordlys", "{\"lines\":[{\"invoiceId\":1}]}", KARI));
    }

    private static void refused(ApiProblem.Code code, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ApiProblem.class, no -> assertThat(no.code())
                .isEqualTo(code));
    }

    @Test
    void theDescriptionKnowsEveryRefusal() {
        assertThat(Contract.codes("HandOverRefusal"))
                .containsExactlyInAnyOrder(List.of(Handed.Refusal.values()).stream()
                        .map(Enum::name)
                        .toArray(String[]::new));
    }
}
