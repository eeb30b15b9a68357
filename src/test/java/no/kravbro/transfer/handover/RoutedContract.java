package no.kravbro.transfer.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.kravbro.WrongSetting;
import no.kravbro.claim.AnInvoice;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.routing.RoutingRule;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditor.Transfer;
import no.kravbro.creditor.Creditors;
import no.kravbro.creditor.Left;
import no.kravbro.creditor.Leftovers;
import no.kravbro.creditor.Mailing;
import no.kravbro.creditor.Mandate;
import no.kravbro.creditor.Mandates;
import no.kravbro.creditor.Wishes;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Timeline;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.SampleCreditors;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.transfer.handover.Handed.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A claim has one agency for ever: rules choose it once, a swap drains, and only a person moves what was given back. */
abstract class RoutedContract extends DatabaseTest {

    private static final List<RoutingRule> RULES =
            List.of(new RoutingRule(500_000L, null, null, null, null, "autocollect"), RoutingRule.everythingTo("bahs"));
    private static final Invoice LARGE = AnInvoice.ordinary().open(500_000).build(1);
    private static final Invoice SMALL = AnInvoice.ordinary().open(499_999).build(2);
    private static final String FIRST = "310245674-1";

    private ChoosingRoom at;

    RoutedContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void wire() {
        at = new ChoosingRoom(database, clock);
    }

    private static Mandate mandate(String agency, String replacedBy, LocalDate from) {
        return new Mandate(agency, null, null, null, null, null, null, null, null, replacedBy, from);
    }

    private static Creditor creditor(Mandate first, Mandate second) {
        Mandates mandates = Mandates.of(
                SampleCreditors.nordlys(), List.of(first, second), first.replacedBy() == null ? RULES : List.of());
        return SampleCreditors.nordlys(
                "autocollect", Transfer.AUTOMATIC, new Wishes(null, Map.of(), mandates, Mailing.NOBODY, 0));
    }

    private static Creditor both() {
        return creditor(mandate("autocollect", null, null), mandate("bahs", null, null));
    }

    /** The day is the first on which autocollect gets no new claims. */
    private Creditor draining(int days) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), OsloDay.ZONE);
        return creditor(mandate("autocollect", "bahs", today.plusDays(days)), mandate("bahs", null, null));
    }

    private ClaimRow claim(long invoice) {
        return at.room.claims().find("310245674-" + invoice).orElseThrow();
    }

    private List<String> targets() {
        return at.room.deliveries().ofClaim(FIRST).stream()
                .map(Delivery::target)
                .toList();
    }

    private List<String> timeline() {
        return new Timeline(database.named(), clock)
                .of(FIRST).stream()
                        .map(each -> each.what() + " " + each.reference())
                        .toList();
    }

    private void state(String state, String reason) {
        database.client()
                .sql("update claim set state = :state, close_reason = :reason,"
                        + " stage = case when :state = 'CLOSED' then 'CLOSED' end where claim_key = :key")
                .param("state", state)
                .param("reason", reason)
                .param("key", FIRST)
                .update();
    }

    private Line shown(Creditor creditor) {
        return at.handOver.look(creditor, List.of("10023"), null).stream()
                .filter(line -> line.invoiceId() == 1)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachGoesWhereTheRulesSayAndStaysThereWhateverIsReadLater() {
        at.screening.page(both(), List.of(LARGE, SMALL));
        assertThat(claim(1).agency()).isEqualTo("autocollect");
        assertThat(claim(2).agency()).isEqualTo("bahs");
        assertThat(timeline()).containsExactly("ROUTED autocollect, rule 1");
        Invoice paidDown = AnInvoice.ordinary().open(100_000).build(1);
        at.screening.page(both(), List.of(paidDown, SMALL));
        at.screening.page(draining(0), List.of(paidDown, SMALL));
        assertThat(claim(1).agency()).isEqualTo("autocollect");
        assertThat(targets()).containsExactly("autocollect");
        // Right before it is sent it is written down anew for the same agency.
        Delivery written = at.room.deliveries().ofClaim(FIRST).get(0);
        assertThat(at.lastLook.look(written, both().at("autocollect"), paidDown).why())
                .isEqualTo("AMOUNT_CHANGED");
        assertThat(at.lastLook.anew(written, both().at("autocollect"), paidDown).agency())
                .isEqualTo("autocollect");
        assertThat(at.choice.of(both(), paidDown).route().reference()).isEqualTo("autocollect");
    }

    @Test
    void fromItsDayOnNewClaimsGoToTheSuccessor() {
        at.screening.page(draining(1), List.of(LARGE));
        at.screening.page(draining(0), List.of(SMALL));
        assertThat(claim(1).agency()).isEqualTo("autocollect");
        assertThat(claim(2).agency()).isEqualTo("bahs");
        assertThat(at.choice
                        .of(draining(0), AnInvoice.ordinary().build(3))
                        .route()
                        .insteadOf())
                .isEqualTo("autocollect");
    }

    @Test
    void whatNoAgencyHadGoesToTheSuccessorAndWhatOneHasStays() {
        at.screening.page(both(), List.of(LARGE));
        Delivery written = at.room.deliveries().ofClaim(FIRST).get(0);
        for (String state : List.of("ACCEPTED", "PENDING", "REFUSED")) {
            state(state, null);
            at.screening.page(draining(0), List.of(LARGE));
            assertThat(targets()).as(state).containsExactly("autocollect");
        }
        state("STOPPED", null);
        database.client()
                .sql("update delivery set state = 'CANCELLED', cause = 'STOPPED_BY_US' where id = :id")
                .param("id", written.id())
                .update();
        at.screening.page(draining(1), List.of(LARGE));
        assertThat(targets()).containsExactly("autocollect", "autocollect");
        database.client()
                .sql("update delivery set state = 'CANCELLED', cause = 'STOPPED_BY_US' where claim_key = :key")
                .param("key", FIRST)
                .update();
        state("STOPPED", null);
        at.screening.page(draining(0), List.of(LARGE));
        assertThat(targets()).containsExactly("autocollect", "autocollect", "bahs");
        assertThat(claim(1).agency()).isEqualTo("bahs");
        assertThat(timeline()).last().isEqualTo("ROUTED bahs, rule 1, instead of autocollect");
    }

    @Test
    void onlyAPersonMovesAClaimAndOnlyByItselfAndOnlyWhenItWasGivenBack() {
        at.screening.page(both(), List.of(LARGE, SMALL));
        Creditor draining = draining(0);
        state("ACCEPTED", null);
        Line line = shown(draining);
        assertThat(line.agency()).isEqualTo("autocollect");
        assertThat(line.isReady())
                .as("before the agency has confirmed the withdrawal")
                .isFalse();
        state("CLOSED", "WITHDRAWN");
        at.screening.page(draining, List.of(LARGE));
        assertThat(claim(1).agency()).as("not by a scan").isEqualTo("autocollect");
        line = shown(draining);
        assertThat(line.agency()).isEqualTo("bahs");
        Chosen chosen = new Chosen(1, null, line.content());
        assertThat(at.handOver.handOver(draining, List.of(chosen, new Chosen(2, null, "")), "kari"))
                .extracting(Handed::refusal)
                .containsExactly(Refusal.ONE_BY_ONE, Refusal.DECIDED);
        assertThat(at.handOver
                        .handOver(draining, List.of(chosen), "kari")
                        .get(0)
                        .refusal())
                .isNull();
        assertThat(targets()).containsExactly("autocollect", "bahs");
        assertThat(claim(1).agency()).isEqualTo("bahs");
        assertThat(claim(1).submission()).isEqualTo(2);
    }

    @Test
    void anAgencyLeavesTheFileWhenNothingIsLeftThere() {
        at.screening.page(both(), List.of(LARGE, SMALL));
        Left left = new Leftovers(database.client()).of("nordlys", "autocollect");
        assertThat(left).isEqualTo(new Left(1, 500_000, 0, 1, 0, 0, 0, 0));
        Creditors alone = new Creditors(List.of(SampleCreditors.nordlys("bahs", Transfer.AUTOMATIC, Wishes.USUAL)));
        assertThatThrownBy(() -> save(alone))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContainingAll(
                        "creditor nordlys field agencies does not name autocollect",
                        "1 claim(s) with 5",
                        "1 delivery(ies) on their way",
                        "replaced-by");
        save(new Creditors(List.of(draining(0))));
        database.client()
                .sql("update delivery set state = 'DONE' where target = 'autocollect'")
                .update();
        state("CLOSED", "PAID");
        save(alone);
        assertThat(new Leftovers(database.client()).of("nordlys", "autocollect").none())
                .isTrue();
        assertThat(new Leftovers(database.client()).of("nordlys", "bahs").claims())
                .isOne();
    }

    /** The claim is another's by now; what the first one still has to end is not. */
    @Test
    void whatIsLeftOfAClaimThatMovedKeepsItsFirstAgencyInTheFile() {
        at.screening.page(both(), List.of(LARGE));
        database.client()
                .sql("update delivery set state = 'DONE', target = 'bahs' where target = 'autocollect'")
                .update();
        database.client().sql("update claim set agency = 'bahs'").update();
        Creditors alone = new Creditors(List.of(SampleCreditors.nordlys("bahs", Transfer.AUTOMATIC, Wishes.USUAL)));
        save(alone);
        for (String left : List.of(
                "insert into inbox (source, inbox_key, creditor_id, content_hash, payload, state, received_at, lease_until)"
                        + " values ('autocollect.settlement', 's-1', 'nordlys', 'h', '{}', 'NEW', current_timestamp, current_timestamp)",
                "insert into booking (booking_key, creditor_id, agency, way, state, event, principal_ore, net_ore, created_at, updated_at)"
                        + " values ('INK-1', 'nordlys', 'autocollect', 'VOUCHER', 'INTENDED', '{}', 1, 1, current_timestamp, current_timestamp)")) {
            database.client().sql(left).update();
            assertThatThrownBy(() -> save(alone))
                    .isInstanceOf(WrongSetting.class)
                    .hasMessageContaining("does not name autocollect");
            database.client().sql("update inbox set state = 'WORKED'").update();
        }
    }

    private void save(Creditors creditors) {
        creditors.save(database.client(), new ObjectMapper().registerModule(new JavaTimeModule()), clock);
    }
}
