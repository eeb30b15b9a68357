package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.YearMonth;
import javax.sql.DataSource;
import no.kravbro.bundle.ExactJson;
import no.kravbro.claim.ClaimKey;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.Stage;
import no.kravbro.creditor.Creditors;
import no.kravbro.deadletter.Actions;
import no.kravbro.deadletter.CloseReason;
import no.kravbro.deadletter.LetterState;
import no.kravbro.delivery.Inbox;
import no.kravbro.delivery.Schedules;
import no.kravbro.reconcile.BookingState;
import no.kravbro.reconcile.Bookings;
import no.kravbro.reconcile.Differences;
import no.kravbro.routes.Proves;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A change of a case is told once, and an answer to a proposal is final: whatever goes wrong here, neither is lost or wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Proves({"kk2.receive-cases", "kk2.receive-case", "kk2.enter-case", "kk2.enter-payment", "tripletex.watch-proposals"})
class ToldOnceTest {

    private static final String CASES = " from schedule where job = 'CASES' and creditor_id = 'nordlys'";

    private Proposing story;

    @BeforeAll
    void open() {
        story = new Proposing("told-once");
        story.follows();
    }

    @AfterAll
    void close() {
        story.close();
    }

    @Test
    void whileTheClaimCannotBeWrittenTheCursorStays() throws SQLException {
        Journey claim = story.claim();
        story.kk2.debtorPays(claim.key(), story.kk2.owed(claim.key()));
        // As another program: the product's own writers wait for each other before they reach the row.
        DataSource database = story.world.bean(DataSource.class).unwrap(HikariDataSource.class);
        new TransactionTemplate(new JdbcTransactionManager(database)).executeWithoutResult(status -> {
            JdbcClient.create(database)
                    .sql("select claim_key from claim where claim_key = :key for update")
                    .param("key", claim.key())
                    .query(String.class)
                    .single();
            story.world.bean(Schedules.class).hint("nordlys", "CASES");
            claim.await("failed reading", () -> !"OK".equals(result()));
        });
        assertThat(claim.claim().state()).isEqualTo(ClaimState.ACCEPTED);
        story.follows();
        assertThat(claim.claim().state()).isEqualTo(ClaimState.CLOSED);
        assertThat(claim.letter()).isNull();
    }

    private String result() {
        var sql = story.world.sql().sql("select last_result" + CASES);
        return sql.query(String.class).single();
    }

    @Test
    void whatCannotBeTakenOverIsForAPersonAndAskedForAnew() throws Exception {
        Journey claim = story.claim();
        JsonNode garbled = ExactJson.read(("{'key':'" + claim.key() + "','saksnummer':'K-1','stadium':'INKASSO',"
                        + "'endret':'2026-01-15T09:12:00+01:00','saldo':{'hovedstol':1,'sum':1},"
                        + "'sporsmal':[{'id':'q-1','tekst':'Når?','svarfrist':'snart'}]}")
                .replace('\'', '"'));
        story.world.bean(ProducerTemplate.class).send("direct:kk2.receive-case", exchange -> {
            exchange.setVariable("creditor", story.world.bean(Creditors.class).byId("nordlys"));
            exchange.getMessage().setBody(garbled);
        });
        assertThat(claim.letter().what()).isEqualTo("CASE");
        assertThat(claim.letter().subject()).isEqualTo("kk2.case/" + claim.key() + "/2026-01-15T09:12:00+01:00");
        story.world
                .sql()
                .sql("update claim set stage = null where claim_key = :key")
                .param("key", claim.key())
                .update();
        story.world.bean(Actions.class).retry(claim.letter().id(), "a test");
        story.world.untilWithoutPauses("solved", () -> claim.letter().state() == LetterState.SOLVED);
        assertThat(claim.claim().stage()).isEqualTo(Stage.RECEIVED);
        assertThat(claim.claim().caseNumber()).startsWith("K-").isNotEqualTo("K-1");
    }

    /** The voucher stands in the books, matched or not: whoever ends the matching lets the agency know. */
    @Test
    void onePostedThatCannotBeMatchedIsAnsweredWhenAPersonEndsIt() {
        Journey claim = story.claim();
        String proposal = story.kk2.debtorPays(claim.key(), story.kk2.owed(claim.key()));
        story.receives();
        story.accountant.post(story.voucher(proposal));
        story.tripletexMeets(Fault.next(FaultKind.UNPROCESSABLE_422, 1).on("PUT", ".*/:closePostings"));
        story.looks();
        assertThat(claim.letter().what()).isEqualTo("CLOSE_POSTINGS");
        assertThat(story.kk2.answer(proposal)).isNull();
        close(claim, CloseReason.DONE_BY_HAND);
        assertThat(story.kk2.answer(proposal)).contains("GODTATT");
        assertThat(story.answersOnTheWire(proposal)).isEqualTo(1);
        assertThat(unmatched(claim)).as("nothing is matched yet").isEqualTo(1);

        story.accountant.match(ClaimKey.parse(claim.key()).invoiceId(), story.voucher(proposal));
        story.world.bean(Schedules.class).hint("nordlys", "SCAN");
        story.world.untilWithoutPauses("seen", () -> unmatched(claim) == 0);
        assertThat(story.state(proposal)).isEqualTo(BookingState.MATCHED);
    }

    private long unmatched(Journey claim) {
        return story.world.bean(Differences.class).open("nordlys").stream()
                .filter(difference -> difference.subject().equals(claim.key()))
                .count();
    }

    private void close(Journey claim, CloseReason reason) {
        story.world.bean(Actions.class).close(claim.letter().id(), reason, "See voucher", "a test");
        story.world.untilQuiet();
    }

    @Test
    void moneyThatAPersonHasBookedByHandIsAnsweredSo() {
        Journey claim = story.claim();
        String proposal = story.kk2.debtorPays(claim.key(), 12_000);
        YearMonth month = YearMonth.from(OsloDay.of(story.town.clock().instant()));
        story.accountant.closePeriod(month);
        story.receives();
        story.accountant.openPeriod(month);
        close(claim, CloseReason.DONE_BY_HAND);
        assertThat(story.kk2.answer(proposal)).contains("ALLEREDE_BOKFORT");
        // The next booking reads what was mended.
        story.world.sql().sql("delete from ledger_fact").update();
    }

    @Test
    void oneTakenBackBeforeWeCameToItIsNotBooked() {
        Journey claim = story.claim();
        String known = story.kk2.debtorPays(claim.key(), 13_000);
        story.receives();
        Inbox inbox = story.world.bean(Inbox.class);
        String payload = inbox.find("kk2.payment", known).orElseThrow().payload();
        inbox.enter("kk2.withdrawal", "f-late", "nordlys", payload.replace(known, "f-late"));
        inbox.worked("kk2.withdrawal", "f-late");
        inbox.enter("kk2.payment", "f-late", "nordlys", payload.replace(known, "f-late"));
        story.world
                .sql()
                .sql("update inbox set lease_until = received_at where inbox_key = 'f-late'")
                .update();
        story.world.until(
                "taken up",
                () -> story.world.count(
                                "select count(*) from inbox where inbox_key = 'f-late'" + " and state = 'WORKED'")
                        == 2);
        assertThat(story.world.bean(Bookings.class).find(Proposing.key("f-late")))
                .isEmpty();
        assertThat(story.answers("f-late")).isZero();
    }

    @Test
    void whatWasNeverBookedIsNotTakenBack() {
        Journey claim = story.claim();
        String proposal = story.kk2.debtorPays(claim.key(), 14_000);
        story.receives();
        story.accountant.delete(story.voucher(proposal));
        story.looks();
        String back = story.kk2.reverses(proposal);
        story.receives();
        assertThat(story.vouchers(back)).isZero();
        assertThat(story.kk2.answer(back)).contains("AVVIST", "UKJENT_KRAV");
    }

    /** The invoice stands as paid until a person opens it; the money is new all the same. */
    @Test
    void whatIsPaidAgainAfterItBouncedIsNotBookedAlready() {
        Journey claim = story.claim();
        String first = story.kk2.debtorPays(claim.key(), 18_000);
        story.receives();
        story.kk2.reverses(first);
        String again = story.kk2.debtorPays(claim.key(), 18_000);
        String more = story.kk2.debtorPays(claim.key(), 18_100);
        long open = claim.invoice().outstandingOre();
        story.world.rewriteInvoice("nordlys", ClaimKey.parse(claim.key()).invoiceId(), snapshot -> snapshot.replace(
                        "outstandingOre\":" + open, "outstandingOre\":0")
                .replace("postings\":[", "postings\":[{\"id\":1,\"amountOre\":-" + open + "},"));
        story.receives();
        assertThat(story.state(again)).isEqualTo(BookingState.PROPOSED);
        assertThat(story.kk2.answer(again)).isNull();
        assertThat(story.kk2.answer(more)).contains("ALLEREDE_BOKFORT");
    }

    /** It is the person's right, and it is told. */
    @Test
    void aVoucherPostedWithOtherAmountsOpensADifference() {
        Journey claim = story.claim();
        String proposal = story.kk2.laysOut(claim.key(), 15_000);
        story.receives();
        long voucher = story.voucher(proposal);
        story.accountant.amount(voucher, 0, 14_000);
        story.accountant.amount(voucher, 1, -14_000);
        story.accountant.post(voucher);
        story.looks();
        assertThat(story.state(proposal)).isEqualTo(BookingState.MATCHED);
        assertThat(story.world.bean(Differences.class).open("nordlys"))
                .filteredOn(difference -> difference.subject().equals(Proposing.key(proposal)))
                .singleElement()
                .satisfies(difference -> assertThat(difference.amountOre()).isEqualTo(-1_000));
    }

    /** A no is final, so only Tripletex's own word for it says that a voucher is deleted. */
    @Test
    void anotherServersNotFoundDeletesNothing() {
        String proposal = story.kk2.laysOut(story.claim().key(), 16_000);
        story.receives();
        Watching watch = new Watching(story.world);
        watch.answered(200, "{\"values\":[]}");
        watch.answered(200, "{\"values\":[]}");
        assertThatThrownBy(() -> watch.answered(404, "<html>Not here</html>")).hasMessageContaining("404");
        assertThat(story.state(proposal)).isEqualTo(BookingState.PROPOSED);
    }

    /** However many wait, none waits behind those that nobody decides. */
    @Test
    void allThatWaitAreLookedAt() {
        String proposal = story.kk2.laysOut(story.claim().key(), 17_000);
        story.receives();
        story.world
                .sql()
                .sql(
                        """
                        insert into booking (booking_key, creditor_id, agency, way, state, event, principal_ore, net_ore, voucher_id,
                          booked_on, created_at, updated_at)
                        select 'old-' || n, 'nordlys', 'kk2', 'PROPOSAL', 'PROPOSED', '{}', 0, 0, 900000000 + n, booked_on,
                          timestamp '2020-01-01 00:00:00', updated_at
                        from booking, system_range(1, 120) as numbers(n) where booking_key = :key""")
                .param("key", Proposing.key(proposal))
                .update();
        Watching watch = new Watching(story.world);
        String asked = "";
        while (watch.request().path().equals("/ledger/voucher")) {
            asked += "," + watch.request().query().get("id");
            watch.answered(200, "{\"values\":[]}");
        }
        story.world
                .sql()
                .sql("delete from booking where booking_key like 'old-%'")
                .update();
        assertThat(asked.split(",")).contains("900000120", Long.toString(story.voucher(proposal)));
    }
}
