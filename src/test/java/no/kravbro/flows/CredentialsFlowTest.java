package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.kravbro.creditor.Job;
import no.kravbro.delivery.Schedules;
import no.kravbro.routes.Proves;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.LoggedCall;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;

/**
 * Sessions and tokens die or cannot be had: tripletex.create-session, tripletex.call and autocollect.fetch-token renew them
 * once, and what was under way goes on. An event of a settlement (autocollect.receive-event) makes its job due at once.
 */
@Proves({
    "tripletex.call",
    "tripletex.send",
    "tripletex.create-session",
    "autocollect.call",
    "autocollect.send",
    "autocollect.fetch-token"
})
class CredentialsFlowTest {

    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    @Test
    void whatDiesIsRenewedAndWhatIsRefusedIsTriedAgain() {
        try (World world = new World("credentials")) {
            world.town()
                    .faults()
                    .plan("tripletex", Fault.next(FaultKind.RESET_BEFORE, 1).on("POST", ".*:create"));
            world.town()
                    .faults()
                    .plan("autocollect", Fault.next(FaultKind.RESET_BEFORE, 1).on("POST", "/token"));
            world.start();
            world.until("the scan went on without its first session", () -> {
                world.sql().sql("update schedule set not_before = null").update();
                return world.count("select count(*) from claim") > 30;
            });
            world.untilQuiet();
            assertThat(world.count("select count(*) from claim where state = 'PENDING'"))
                    .isZero();

            killSessions(world);
            long calls = world.town().tripletexCalls().total();
            world.bean(Schedules.class).hint("nordlys", Job.SCAN.name());
            world.until(
                    "read with a new session",
                    () -> world.town().tripletexCalls().total() > calls + 2
                            && world.count("select count(*) from schedule where holder is not null") == 0);
            assertThat(world.count("select count(*) from schedule where last_result <> 'OK'"))
                    .isZero();
            assertThat(world.count("select count(*) from dead_letter")).isZero();
        }
    }

    /** As another device would: every session we were given is ended at the far side. */
    private static void killSessions(World world) {
        for (LoggedCall made : world.town().tripletexCalls().of("POST", ".*:create")) {
            if (made.reply() == null) {
                continue;
            }
            Matcher token = TOKEN.matcher(made.reply().text());
            if (token.find()) {
                world.town()
                        .tripletex()
                        .handle(new Call(
                                "DELETE", "/v2/token/session/" + token.group(1), Map.of(), Map.of(), new byte[0]));
            }
        }
    }

    @Test
    void anEventOfASettlementMakesItsJobDue() {
        try (World world = new World("events").start()) {
            world.until("jobs ran", () -> world.count("select count(*) from schedule where last_run_at is null") == 0);
            world.sql()
                    .sql("update schedule set last_run_at = null where job = 'SETTLEMENTS' and creditor_id = 'nordlys'")
                    .update();
            world.bean(ProducerTemplate.class).send("direct:webhook.work", exchange -> {
                exchange.setVariable("agency", "autocollect");
                exchange.setVariable("event", "SETTLEMENT_CREATED");
                exchange.setVariable("event-key", "k-1");
                exchange.setVariable(
                        "payload", "{\"data\":{\"organizationId\":\"5b1f3c1e-8f0a-4c55-9a53-0d5a5f6e1001\"}}");
            });
            world.until(
                    "the settlements of that creditor were read again",
                    () -> world.count("select count(*) from schedule where job = 'SETTLEMENTS'"
                                    + " and creditor_id = 'nordlys' and last_run_at is not null and holder is null")
                            == 1);
        }
    }
}
