package no.kravbro.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.Stage;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class ClaimsContract extends DatabaseTest {
    private static final String KEY = "310245674-1";
    private static final Outcome ACCEPTED =
            new Outcome.Accepted(Map.of("case", "5000014", "caseId", "c-1", "invoice", "i-1"));
    private static final CaseUpdate CLOSED =
            new CaseUpdate(KEY, null, null, null, Stage.CLOSED, List.of(), "PAID", 0L, null, null);

    private Post post;
    private Claims claims;

    ClaimsContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void wire() {
        post = new Post(database, clock, 10, List.of(new ClaimSubmitted(database.named(), clock, clock)));
        claims = new Claims(database.named(), database.transaction(), post.outbox, clock);
    }

    private void answer(Outcome outcome) {
        var work = post.work();
        post.store(work);
        post.answer(work, outcome);
    }

    private ClaimRow claim() {
        return claims.find(KEY).orElseThrow();
    }

    @Test
    void aClaimIsWrittenWithItsDeliveryAndOnlyOnce() {
        assertThat(claims.create(List.of(Samples.claim(1, 1), Samples.claim(2, 1))))
                .containsExactly(KEY, "310245674-2");
        assertThat(claims.create(List.of(Samples.claim(2, 1), Samples.claim(3, 1))))
                .containsExactly("310245674-3");
        assertThat(claims.create(List.of())).isEmpty();
        assertThat(claim().state()).isEqualTo(ClaimState.PENDING);
        assertThat(post.deliveries.ofClaim(KEY)).singleElement().satisfies(delivery -> {
            assertThat(delivery.kind()).isEqualTo(DeliveryKind.SUBMIT_CLAIM);
            assertThat(delivery.groupKey()).isEqualTo(KEY);
            assertThat(delivery.target()).isEqualTo("autocollect");
            assertThat(delivery.payload()).isEqualTo(Samples.claim(1, 1).payload());
            assertThat(delivery.amountOre()).isEqualTo(1_000_000);
        });
        assertThat(claims.transferred("nordlys", List.of(1L, 2L, 3L, 4L))).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(claims.transferred("nordlys", List.of(2L, 4L)))
                .as("only what was asked about")
                .containsExactly(2L);
        assertThat(claims.transferred("fjell", List.of(2L))).isEmpty();
        assertThat(claims.transferred("nordlys", List.of())).isEmpty();
        assertThat(claims.counts())
                .containsExactly(new Claims.Count("nordlys", "autocollect", ClaimState.PENDING, 3, 3_000_000));
        assertThat(claims.list("nordlys", "", 2)).extracting(ClaimRow::key).containsExactly(KEY, "310245674-2");
        assertThat(claims.list("nordlys", "310245674-2", 2)).hasSize(1);
        assertThat(claims.find(List.of(KEY, "unknown"))).containsExactly(claim());
    }

    @Test
    void itsStateFollowsItsDelivery() {
        claims.create(List.of(Samples.claim(1, 1)));
        answer(ACCEPTED);
        assertThat(claim()).satisfies(claim -> {
            assertThat(claim.state()).isEqualTo(ClaimState.ACCEPTED);
            assertThat(claim.stage()).isEqualTo(Stage.RECEIVED);
            assertThat(claim.caseNumber()).isEqualTo("5000014");
            assertThat(claim.agencyCase()).isEqualTo("c-1");
            assertThat(claim.agencyInvoice()).isEqualTo("i-1");
        });
    }

    @Test
    void whatIsFoundLateStandsAsItsCaseDoes() {
        claims.create(List.of(Samples.claim(1, 1)));
        answer(new Outcome.Accepted(Map.of(
                "case",
                "K-1",
                "stage",
                "NOTICE",
                "flags",
                "PAUSED",
                "allowedActions",
                "RESUME",
                "remainingPrincipalOre",
                "500")));
        assertThat(claim().stage()).isEqualTo(Stage.NOTICE);
        assertThat(claim().flags()).containsExactly("PAUSED");
        assertThat(claim().agencyPrincipalOre()).isEqualTo(500);
        assertThat(claim().state()).isEqualTo(ClaimState.ACCEPTED);
    }

    @Test
    void whatIsFoundLateAndIsOverThereIsClosed() {
        claims.create(List.of(Samples.claim(1, 1)));
        answer(new Outcome.Accepted(Map.of("case", "K-1", "stage", "CLOSED", "closeReason", "PAID")));
        assertThat(claim().state()).isEqualTo(ClaimState.CLOSED);
        assertThat(claim().closeReason()).isEqualTo("PAID");
    }

    @Test
    void aRefusedClaimMayBeCorrectedUnderANewNumber() {
        claims.create(List.of(Samples.claim(1, 1)));
        answer(new Outcome.Rejected("INVALID_DATA", null));
        assertThat(claim().state()).isEqualTo(ClaimState.REFUSED);
        assertThat(claims.transferred("nordlys", List.of(1L)))
                .containsExactly(Samples.claim(1, 1).invoiceId());
        assertThatIllegalStateException().isThrownBy(() -> claims.submitAgain(Samples.claim(1, 1)));
        var dead = post.deliveries.ofClaim(KEY).get(0);
        post.deliveries.cancel(dead.id(), "CORRECTED");
        assertThat(claim().state()).isEqualTo(ClaimState.REFUSED);
        claims.submitAgain(Samples.claim(1, 2));
        assertThatIllegalStateException().isThrownBy(() -> claims.submitAgain(Samples.claim(1, 3)));
        answer(ACCEPTED);
        assertThat(claim().state()).isEqualTo(ClaimState.ACCEPTED);
        assertThat(claim().submission()).isEqualTo(2);
    }

    @Test
    void whatIsNotSentStaysPendingAndWhatIsCalledOffIsStopped() {
        claims.create(List.of(Samples.claim(1, 1)));
        answer(new Outcome.NotSent("NO_ACCESS", null, null, true));
        assertThat(claim().state()).isEqualTo(ClaimState.PENDING);
        post.deliveries.cancel(post.deliveries.ofClaim(KEY).get(0).id(), "STOPPED_BY_US");
        assertThat(claim().state()).isEqualTo(ClaimState.STOPPED);
        assertThat(claims.stopped("nordlys", List.of(1L, 2L)))
                .containsExactly(Samples.claim(1, 1).invoiceId());
        assertThat(claims.transferred("nordlys", List.of(1L))).isEmpty();
    }

    @Test
    void theAgencyTellsStageFlagsAndEnd() {
        claims.create(List.of(Samples.claim(1, 1)));
        answer(ACCEPTED);
        tell(
                new CaseUpdate("unknown", "1", null, null, Stage.NOTICE, null, null, null, null, null),
                new CaseUpdate(
                        KEY,
                        "5000015",
                        "c-1",
                        null,
                        Stage.NOTICE,
                        List.of("DISPUTED", "PAUSED"),
                        null,
                        900L,
                        null,
                        null));
        assertThat(claim()).satisfies(claim -> {
            assertThat(claim.state()).isEqualTo(ClaimState.ACCEPTED);
            assertThat(claim.stage()).isEqualTo(Stage.NOTICE);
            assertThat(claim.flags()).containsExactlyInAnyOrder("DISPUTED", "PAUSED");
            assertThat(claim.agencyPrincipalOre()).isEqualTo(900);
            assertThat(claim.caseNumber()).as("what people call our case").isEqualTo("5000015");
            assertThat(claim.agencyCase()).isEqualTo("c-1");
        });
        tell(CLOSED);
        assertThat(claim().state()).isEqualTo(ClaimState.CLOSED);
        assertThat(claim().closeReason()).isEqualTo("PAID");
        assertThat(claim().flags()).isEmpty();
        claims.submitAgain(Samples.claim(1, 2));
        assertThat(claim().state()).isEqualTo(ClaimState.PENDING);
        assertThat(claim().caseNumber()).isNull();
    }

    /** Lists of losses, reports and the watch of bounced payments go by the day on which a case has ended. */
    @Test
    void aCaseThatIsToldToHaveEndedAgainHasEndedWhenItWasToldFirst() {
        claims.create(List.of(Samples.claim(1, 1)));
        answer(ACCEPTED);
        tell(CLOSED);
        var ended = claim().updatedAt();
        clock.advance(Duration.ofDays(40));
        tell(CLOSED);
        assertThat(claim().updatedAt()).isEqualTo(ended);
        tell(new CaseUpdate(KEY, null, null, null, Stage.CLOSED, List.of(), "CREDITED", 0L, null, null));
        assertThat(claim().updatedAt()).isEqualTo(clock.instant());
    }

    private void tell(CaseUpdate... updates) {
        claims.follow("autocollect", List.of(updates));
    }

    @Test
    void aClaimThatTheyHaveNotAcceptedFollowsNoCase() {
        claims.create(List.of(Samples.claim(1, 1)));
        var foreign =
                new CaseUpdate(KEY, "77", "c-77", "i-77", Stage.CLOSED, List.of("PAUSED"), "PAID", 1L, null, null);
        var before = claim();
        tell(foreign);
        assertThat(claim()).isEqualTo(before);
        answer(new Outcome.Rejected("ALREADY_EXISTS", null));
        var refused = claim();
        tell(foreign);
        assertThat(claim()).isEqualTo(refused);
        assertThat(refused.agencyCase()).isNull();
    }

    @Test
    void anotherAgencyTellsNothingAboutIt() {
        claims.create(List.of(Samples.claim(1, 1)));
        answer(ACCEPTED);
        claims.follow("bahs", List.of(CLOSED));
        assertThat(claim().state()).isEqualTo(ClaimState.ACCEPTED);
        assertThat(claims.ofCase("autocollect", "c-1")).containsExactly(KEY);
        assertThat(claims.ofCase("bahs", "c-1")).isEmpty();
    }

    /** The case before ours, or one of another system: the first reference that both know decides. */
    @Test
    void anotherCaseOfTheSameInvoiceIsNotOurs() {
        claims.create(List.of(Samples.claim(1, 1)));
        answer(new Outcome.Accepted(Map.of("invoice", "i-1")));
        tell(new CaseUpdate(KEY, "4999999", "c-0", "i-0", Stage.CLOSED, null, "WITHDRAWN", 0L, null, null));
        assertThat(claim().stage()).as("another invoice of theirs").isEqualTo(Stage.RECEIVED);
        tell(new CaseUpdate(KEY, "5000014", "c-1", "i-1", Stage.NOTICE, null, null, 900L, null, null));
        assertThat(claim().agencyCase()).isEqualTo("c-1");
        tell(
                new CaseUpdate(KEY, "4999999", "c-0", "i-1", Stage.CLOSED, null, "WITHDRAWN", 0L, null, null),
                new CaseUpdate(KEY, "4999999", null, null, Stage.CLOSED, null, "WITHDRAWN", 0L, null, null));
        assertThat(claim()).satisfies(claim -> {
            assertThat(claim.state()).isEqualTo(ClaimState.ACCEPTED);
            assertThat(claim.caseNumber()).isEqualTo("5000014");
            assertThat(claim.agencyPrincipalOre()).isEqualTo(900);
        });
    }

    /** Only what submits a claim moves it. */
    @Test
    void whatElseIsToldOfAClaimDoesNotAcceptIt() {
        claims.create(List.of(Samples.claim(1, 1)));
        answer(new Outcome.NotSent("NO_CONNECTION", null));
        post.deliveries.add(new NewDelivery(
                DeliveryKind.REPORT_PAYMENT, "posting-1", 1, "autocollect", "other", "nordlys", KEY, "{}", 1));
        answer(new Outcome.Accepted(Map.of()));
        assertThat(claim().state()).isEqualTo(ClaimState.PENDING);
    }

    @Test
    void theAgencysOwnListIsKeptAsItTellsIt() {
        claims.create(List.of(Samples.claim(1, 1)));
        assertThat(claim().allowedActions()).isEmpty();
        answer(new Outcome.Accepted(Map.of("case", "5000014", "allowedActions", "MESSAGE,WITHDRAW")));
        assertThat(claim().allowedActions()).containsExactly("MESSAGE", "WITHDRAW");
        assertThat(claim().flags()).isEmpty();
    }

    @Test
    void whatTheAgencyTellsAnewIsNotedOnceWithItsDay() {
        claims.create(List.of(Samples.claim(1, 1)));
        answer(ACCEPTED);
        CaseUpdate notice = new CaseUpdate(
                KEY,
                "5000014",
                null,
                null,
                Stage.NOTICE,
                List.of("PAUSED"),
                null,
                900L,
                null,
                null,
                null,
                null,
                LocalDate.of(2026, 1, 9));
        claims.follow("autocollect", List.of(notice));
        claims.follow("autocollect", List.of(notice));
        claims.follow("bahs", List.of(new CaseUpdate(KEY, null, null, null, Stage.LEGAL, null, null, 1L, null, null)));
        assertThat(new Timeline(database.named(), clock).of(KEY))
                .extracting(
                        Timeline.Event::what,
                        Timeline.Event::reference,
                        Timeline.Event::amountOre,
                        Timeline.Event::happenedOn)
                .containsExactlyInAnyOrder(
                        tuple(Timeline.STAGE, "NOTICE", null, LocalDate.of(2026, 1, 9)),
                        tuple(Timeline.FLAGS, "PAUSED", null, LocalDate.of(2026, 1, 9)),
                        tuple(Timeline.BALANCE, null, 900L, LocalDate.of(2026, 1, 9)));
        claims.follow("autocollect", List.of(CLOSED));
        assertThat(new Timeline(database.named(), clock).of(KEY)).hasSize(6);
    }
}
