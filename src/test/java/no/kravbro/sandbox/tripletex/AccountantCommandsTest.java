package no.kravbro.sandbox.tripletex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import no.kravbro.sandbox.SandboxClock;
import no.kravbro.sandbox.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody who tries the sandbox can do in Tripletex' own pages. */
class AccountantCommandsTest {

    private static final long INVOICE = 10_023;

    private final Store store = new Store(null);
    private final SandboxClock clock =
            new SandboxClock(Instant.parse("2026-01-07T07:00:00Z"), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    private final TripletexSandbox sandbox =
            new TripletexSandbox(store, clock, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), WebhookSender.NOWHERE);
    private final AccountantCommands commands = new AccountantCommands(sandbox, clock);

    AccountantCommandsTest() {
        TripletexStory.tell(sandbox);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void run(String act, String more) throws JsonProcessingException {
        command("{\"company\":" + TripletexStory.NORDLYS + ",\"invoice\":" + INVOICE + ",\"act\":\"" + act + "\"" + more
                + "}");
    }

    private void command(String json) throws JsonProcessingException {
        commands.run(new ObjectMapper().readTree(json));
    }

    private long open() {
        Accountant accountant = sandbox.accountant(TripletexStory.NORDLYS);
        return accountant.outstanding(accountant.invoiceId(INVOICE));
    }

    @Test
    void paysInPartTakesBackCreditsAndWritesOff() throws JsonProcessingException {
        long all = open();
        run("pay", ",\"kroner\":500.50");
        assertThat(open()).isEqualTo(all - 500_50);
        run("reverse", "");
        assertThat(open()).isEqualTo(all);
        run("credit", ",\"kroner\":100");
        assertThat(open()).isEqualTo(all - 100_00);
        run("write-off", "");
        assertThat(open()).isZero();
        run("unmatch", "");
        assertThat(open()).isZero();
    }

    @Test
    void saysWhenVouchersCount() throws JsonProcessingException {
        command("{\"effect\":\"AT_ONCE\"}");
        assertThatIllegalArgumentException().isThrownBy(() -> command("{\"effect\":\"SOMETIMES\"}"));
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThatIllegalArgumentException().isThrownBy(() -> run("burn", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> run("reverse", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> command("{\"company\":1,\"invoice\":10023,\"act\":\"pay\"}"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> command(
                        "{\"company\":" + TripletexStory.NORDLYS + ",\"invoice\":1,\"act\":\"pay\",\"kroner\":1}"));
    }
}
