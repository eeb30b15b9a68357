package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import no.kravbro.bundle.ExactJson;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.Stage;
import no.kravbro.creditor.Creditors;
import no.kravbro.deadletter.Actions;
import no.kravbro.deadletter.LetterState;
import no.kravbro.delivery.Schedules;
import no.kravbro.routes.Proves;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.support.TransactionTemplate;

/** A change of a case is told once: whatever goes wrong here, it is not lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Proves({"kk2.receive-cases", "kk2.receive-case", "kk2.enter-case"})
class CasesBehindACursorTest {

    private static final String CASES = " from schedule where job = 'CASES' and creditor_id = 'nordlys'";

    private Proposing story;

    @BeforeAll
    void open() {
        story = new Proposing("cases");
        story.follows();
    }

    @AfterAll
    void close() {
        story.close();
    }

    @Test
    void whileTheClaimCannotBeWrittenTheCursorStays() {
        Journey claim = story.claim();
        story.kk2.debtorPays(claim.key(), story.kk2.owed(claim.key()));
        story.world.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            story.world
                    .sql()
                    .sql("select claim_key from claim where claim_key = :key for update")
                    .param("key", claim.key())
                    .query(String.class)
                    .single();
            // On another thread, for it must be seen before this transaction ends.
            CompletableFuture.runAsync(() -> story.world.bean(Schedules.class).hint("nordlys", "CASES"))
                    .join();
            claim.await("failed reading", () -> !"OK".equals(result()));
        });
        assertThat(claim.claim().state()).isEqualTo(ClaimState.ACCEPTED);
        story.follows();
        assertThat(claim.claim().state()).isEqualTo(ClaimState.CLOSED);
        assertThat(claim.letter()).isNull();
    }

    private String result() {
        return story.world
                .sql()
                .sql("select last_result" + CASES)
                .query(String.class)
                .single();
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
}
