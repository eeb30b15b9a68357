package no.kravbro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A wrong setting stops the start with one sentence that names the key and the fix, and nothing else on the screen. */
@ExtendWith(OutputCaptureExtension.class)
class SettingsStartTest {

    @TempDir
    private Path folder;

    private final List<String> arguments = new ArrayList<>();

    @Configuration
    @EnableConfigurationProperties(Settings.class)
    @Import(SettingsCheck.class)
    static class OnlySettings {}

    @BeforeEach
    void rightSettings() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret\n");
        Path creditors = Files.writeString(folder.resolve("creditors.yaml"), creditors(secret, "310245674"));
        set("kravbro.tripletex.consumer-token-file", secret);
        set("kravbro.creditors-file", creditors);
        set("kravbro.master-key-file", "src/test/resources/sandbox/secrets/master-key");
        set("kravbro.agencies.autocollect.url", "http://localhost:9102/collection/v1");
        set("kravbro.agencies.autocollect.token-url", "http://localhost:9102/token");
        set("kravbro.agencies.autocollect.client-id", "kravbro");
        set("kravbro.agencies.autocollect.client-secret-file", secret);
    }

    @Test
    void rightSettingsStart() {
        start();
    }

    @Test
    void alertsGoWhereTheListSaysOnly(CapturedOutput output) {
        set("kravbro.alert.webhook-url", "http://alerts.example.no/kravbro");
        refused(output, "kravbro.alert.webhook-hosts", "does not name alerts.example.no", "add the host");
    }

    @Test
    void alertsAreNotSentUnencrypted(CapturedOutput output) {
        set("kravbro.alert.webhook-url", "http://alerts.example.no/kravbro");
        set("kravbro.alert.webhook-hosts", "alerts.example.no");
        refused(output, "kravbro.alert.webhook-url", "is not encrypted", "https");
    }

    @Test
    void unknownKey(CapturedOutput output) {
        set("kravbro.tripletex.pagesize-max", "10");
        refused(
                output,
                "kravbro.tripletex.pagesize-max",
                "is not a setting of Kravbro",
                "correct the name or remove it");
    }

    @Test
    void databaseThatForgets(CapturedOutput output) {
        set("spring.datasource.url", "jdbc:h2:file:" + folder.resolve("memory") + ";MODE=PostgreSQL;WRITE_DELAY=500");
        refused(output, "spring.datasource.url", "lacks WRITE_DELAY=0", "or use PostgreSQL");
    }

    @Test
    void databaseThatAnswersWithWhatWasSo(CapturedOutput output) {
        set("spring.datasource.url", "jdbc:h2:file:" + folder.resolve("memory") + ";MODE=PostgreSQL;WRITE_DELAY=0");
        refused(output, "spring.datasource.url", "lacks OPTIMIZE_REUSE_RESULTS=0", "or use PostgreSQL");
    }

    @Test
    void databaseThatGoesOnWhereItStopped(CapturedOutput output) {
        set(
                "spring.datasource.url",
                "jdbc:h2:file:" + folder.resolve("memory")
                        + ";WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=0;QUERY_CACHE_SIZE=8");
        refused(output, "spring.datasource.url", "lacks QUERY_CACHE_SIZE=0", "or use PostgreSQL");
    }

    @Test
    void databaseThatRemembers() {
        set(
                "spring.datasource.url",
                "jdbc:h2:file:" + folder.resolve("memory")
                        + ";write_delay=0;optimize_reuse_results=0;query_cache_size=0");
        start();
    }

    @Test
    void missingSecret(CapturedOutput output) {
        set("kravbro.tripletex.consumer-token-file", folder.resolve("nowhere"));
        refused(output, "kravbro.tripletex.consumer-token-file", "cannot be read", "create it with the secret");
    }

    @Test
    void emptySecret(CapturedOutput output) throws IOException {
        set("kravbro.agencies.autocollect.webhook-secret-file", Files.writeString(folder.resolve("empty"), "\n"));
        refused(output, "kravbro.agencies.autocollect.webhook-secret-file", "empty file", "write the secret into it");
    }

    @Test
    void secretNotNamed(CapturedOutput output) {
        set("kravbro.agencies.autocollect.client-secret-file", "");
        refused(output, "kravbro.agencies.autocollect.client-secret-file", "is missing", "set it");
    }

    @Test
    void signOnOverAnOpenWire(CapturedOutput output) {
        set("kravbro.sign-on.issuer", "http://accounts.example");
        refused(output, "kravbro.sign-on.issuer", "is not encrypted", "write it as https://");
    }

    @Test
    void signOnWithoutASecret(CapturedOutput output) {
        set("kravbro.sign-on.issuer", "https://accounts.example");
        set("kravbro.sign-on.client-id", "kravbro");
        set("kravbro.sign-on.client-secret-file", folder.resolve("nowhere"));
        refused(output, "kravbro.sign-on.client-secret-file", "cannot be read", "create it with the secret");
    }

    @Test
    void noKeyInProduction(CapturedOutput output) {
        arguments.removeIf(argument -> argument.startsWith("--kravbro.master-key-file"));
        refused(output, "kravbro.master-key-file is missing", "make a key with `kravbro keys new <file>`");
    }

    @Test
    void badAddress(CapturedOutput output) {
        set("kravbro.tripletex.url", "tripletex.no/v2");
        refused(output, "kravbro.tripletex.url", "is not a web address (tripletex.no/v2)", "write it as https://");
    }

    @Test
    void unreadableAddress(CapturedOutput output) {
        set("kravbro.agencies.autocollect.url", "http://[half");
        refused(output, "kravbro.agencies.autocollect.url", "cannot be read", "valid web address");
    }

    @Test
    void filesNeedOurKeyAndTheirs(CapturedOutput output) {
        set("kravbro.agencies.autocollect.url", "sftp://localhost:9105");
        set("kravbro.agencies.autocollect.private-key-file", folder.resolve("secret"));
        refused(output, "kravbro.agencies.autocollect.host-key-file", "is missing", "an sftp address needs it");
    }

    @Test
    void filesNeedALoginAndAnAccount(CapturedOutput output) {
        set("kravbro.agencies.autocollect.url", "sftp://localhost:9105");
        set("kravbro.agencies.autocollect.private-key-file", folder.resolve("secret"));
        set("kravbro.agencies.autocollect.host-key-file", folder.resolve("secret"));
        refused(output, "creditor nordlys", "lacks agency-reference or bank-account", "give both");
    }

    @Test
    void aUserNeedsAPassword(CapturedOutput output) {
        set("kravbro.agencies.autocollect.username", "kravbro");
        refused(output, "kravbro.agencies.autocollect.password-file", "is missing", "the user name beside it");
    }

    @Test
    void aPasswordIsAFile(CapturedOutput output) {
        set("kravbro.agencies.autocollect.username", "kravbro");
        set("kravbro.agencies.autocollect.password-file", folder.resolve("gone"));
        refused(output, "kravbro.agencies.autocollect.password-file", "which cannot be read");
    }

    @Test
    void theLoginStandsInTheCreditorsFile(CapturedOutput output) {
        set("kravbro.agencies.autocollect.url", "sftp://me@localhost:9105");
        refused(output, "kravbro.agencies.autocollect.url", "names a login", "leave it out");
    }

    @Test
    void wordForANumber(CapturedOutput output) {
        set("kravbro.delivery.batch", "many");
        refused(output, "kravbro.delivery.batch", "cannot be read", "valid whole number");
    }

    @Test
    void noTimeToAnswer(CapturedOutput output) {
        set("kravbro.http.answer-timeout", "0s");
        refused(output, "kravbro.http.answer-timeout", "is PT0S", "set a time above zero");
    }

    @Test
    void numberOutOfBounds(CapturedOutput output) {
        set("kravbro.delivery.batch", "0");
        refused(output, "kravbro.delivery.batch", "is 0", "from 1 to 1000");
    }

    @Test
    void followedClockInProduction(CapturedOutput output) {
        set("kravbro.clock.url", "http://localhost:9100/clock");
        refused(output, "kravbro.clock.url", "refused in production", "start with profile sandbox");
    }

    @Test
    void followedClockInTheSandbox() {
        set("kravbro.clock.url", "http://localhost:9100/clock");
        set("spring.profiles.active", "simulated-clock");
        start();
    }

    @Test
    void creditorWithWrongOrganizationNumber(CapturedOutput output) throws IOException {
        Files.writeString(folder.resolve("creditors.yaml"), creditors(folder.resolve("secret"), "310245675"));
        refused(output, "creditor nordlys field organization-number", "is not a Norwegian organization number");
    }

    @Test
    void creditorWithAnAgencyWithoutSettings(CapturedOutput output) throws IOException {
        String bahs = creditors(folder.resolve("secret"), "310245674").replace("autocollect", "bahs");
        Files.writeString(folder.resolve("creditors.yaml"), bahs);
        refused(output, "creditor nordlys field agency", "names bahs", "set kravbro.agencies.bahs.url");
    }

    /** What an agency cannot be called without stands in its profile. */
    @Test
    void creditorWithAnAgencyWithoutAUser(CapturedOutput output) throws IOException {
        String bahs = creditors(folder.resolve("secret"), "310245674").replace("autocollect", "bahs");
        Files.writeString(folder.resolve("creditors.yaml"), bahs);
        set("kravbro.agencies.bahs.url", "http://localhost:9103/inkassoflyt");
        refused(output, "kravbro.agencies.bahs.username", "is missing", "creditor nordlys is served by this agency");
    }

    @Test
    void creditorWithAFirstStepItsAgencyDoesNotTake(CapturedOutput output) throws IOException {
        String legal = creditors(folder.resolve("secret"), "310245674")
                .replace("agency: autocollect", "takeover: LEGAL\n    agency: autocollect");
        Files.writeString(folder.resolve("creditors.yaml"), legal);
        refused(output, "creditor nordlys field takeover", "cannot be asked to start with", "REMINDER");
    }

    @Test
    void creditorWithoutItsToken(CapturedOutput output) throws IOException {
        Files.writeString(folder.resolve("creditors.yaml"), creditors(folder.resolve("gone"), "310245674"));
        refused(output, "creditor nordlys field employee-token-file", "cannot be read");
    }

    private void refused(CapturedOutput output, String... words) {
        assertThatThrownBy(this::start).isInstanceOf(Exception.class);
        assertThat(output.toString().lines()).singleElement().satisfies(line -> assertThat(line)
                .contains("Kravbro does not start. ")
                .contains(words)
                .doesNotContain("Exception"));
    }

    private void set(String key, Object value) {
        arguments.removeIf(argument -> argument.startsWith("--" + key + "="));
        arguments.add("--" + key + "=" + value);
    }

    private void start() {
        SpringApplication application = new SpringApplication(OnlySettings.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.run(arguments.toArray(String[]::new)).close();
    }

    private static String creditors(Path secret, String number) {
        return """
                creditors:
                  - id: nordlys
                    organization-number: "%s"
                    name: Nordlys Elektro AS
                    agency: autocollect
                    employee-token-file: %s
                    start-date: 2025-01-01
                    accounts: {receivable: 1500, interim: 1909}
                """
                .formatted(number, secret);
    }
}
