package no.kravbro.reconcile.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.bundle.ExactJson;
import no.kravbro.claim.ClaimDocument;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.change.Fate;
import no.kravbro.claim.change.KnownPosting;
import no.kravbro.delivery.DeliveryRoom;
import no.kravbro.delivery.NewClaim;
import no.kravbro.delivery.Payloads;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.secret.Seals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is remembered of the invoices of claims that agencies have. */
abstract class ChangeMemoryContract extends DatabaseTest {

    private static final String KEY = "310245674-1";
    private static final LocalDate DAY = LocalDate.of(2026, 1, 7);

    private DeliveryRoom room;
    private FollowedClaims claims;
    private ClaimPostings memory;

    ChangeMemoryContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void wire() {
        room = new DeliveryRoom(database, clock);
        claims = new FollowedClaims(database.named(), new Payloads(Seals.SEALER), clock);
        memory = new ClaimPostings(database.named(), clock);
        room.claims().create(List.of(claim(1)));
    }

    private static NewClaim claim(int submission) {
        ClaimDocument document = new ClaimDocument(
                KEY,
                submission,
                "10001",
                DAY,
                DAY,
                null,
                "NOK",
                1_000_000,
                900_000,
                "NOTICE",
                DAY,
                null,
                List.of(
                        new ClaimDocument.PostingPart(71, 1L, DAY, 1500, 1_000_000, null),
                        new ClaimDocument.PostingPart(72, 2L, DAY, 1500, -100_000, null)));
        String payload = ExactJson.write(ExactJson.treeOf(document));
        return new NewClaim(KEY, submission, "nordlys", 1, "10001", "autocollect", 900_000, payload);
    }

    private void state(ClaimState state) {
        database.client()
                .sql("update claim set state = :state")
                .param("state", state.name())
                .update();
    }

    private FollowedClaim followed() {
        return claims.of("nordlys", Set.of(1L)).get(0);
    }

    private static KnownPosting posting(long id, Fate fate, long toldOre) {
        return new KnownPosting(id, 900 + id, DAY, -toldOre, null, fate, true, 1, toldOre);
    }

    @Test
    void whatAnAgencyHasIsFollowedAndForSomeTimeWhatItHad() {
        assertThat(claims.invoices("nordlys")).as("pending").isEmpty();
        state(ClaimState.ACCEPTED);
        assertThat(claims.invoices("nordlys")).containsExactly(1L);
        assertThat(claims.invoices("bergvik")).isEmpty();
        state(ClaimState.CLOSED);
        assertThat(claims.invoices("nordlys")).containsExactly(1L);
        clock.advance(Duration.ofDays(100));
        assertThat(claims.invoices("nordlys")).isEmpty();
    }

    @Test
    void aClaimIsReadWithWhatWasHandedOver() {
        state(ClaimState.ACCEPTED);
        assertThat(followed().claimed()).containsExactlyInAnyOrder(71L, 72L);
        assertThat(followed().document().remainingOre()).isEqualTo(900_000);
        assertThat(followed().bookedOre()).isZero();
        assertThat(claims.of("nordlys", Set.of(2L))).isEmpty();
        assertThat(claims.of("nordlys", Set.of())).isEmpty();
    }

    @Test
    void postingsAreRememberedAndChanged() {
        state(ClaimState.ACCEPTED);
        assertThat(memory.of(List.of(followed()))).isEmpty();
        KnownPosting paid = posting(73, Fate.PAYMENT, 50_000);
        KnownPosting ours = posting(74, Fate.OURS, 0);
        memory.note(KEY, 1, List.of(paid, ours));
        assertThat(memory.of(List.of(followed()))).isEqualTo(Map.of(KEY, List.of(paid, ours)));
        memory.told(KEY, 1, 73, 0);
        memory.note(KEY, 1, List.of(posting(74, Fate.UNCLEAR, 0)));
        assertThat(memory.of(List.of(followed())).get(KEY))
                .containsExactly(paid.untold(), posting(74, Fate.UNCLEAR, 0));
    }

    @Test
    void anotherSubmissionBeginsAnew() {
        state(ClaimState.ACCEPTED);
        memory.note(KEY, 1, List.of(posting(73, Fate.PAYMENT, 50_000)));
        state(ClaimState.CLOSED);
        room.claims().submitAgain(claim(2));
        state(ClaimState.ACCEPTED);
        assertThat(memory.of(List.of(followed()))).isEmpty();
    }

    @Test
    void aClaimIsHeldWhileItIsJudged() {
        database.transaction().executeWithoutResult(status -> {
            claims.lock(KEY);
            claims.lock("310245674-404");
        });
        assertThat(memory.of(List.of())).isEmpty();
    }
}
