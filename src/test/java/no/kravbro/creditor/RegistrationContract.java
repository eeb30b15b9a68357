package no.kravbro.creditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import no.kravbro.WrongSetting;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.SampleCreditors;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Creditors who are connected while it runs, on either database. */
abstract class RegistrationContract extends DatabaseTest {

    private static final String ENTRY =
            """
            {"id":"skogly","organizationNumber":"310777218","name":"Skogly Bygg AS","agency":"%s","agencyReference":"ref",
             "transfer":"AUTOMATIC","startDate":"2025-01-01","bookingWay":"VOUCHER",
             "accounts":{"receivable":1500,"interim":1960}%s}""";

    private Registrations registrations;
    private RunningCreditors running;
    private Registrar registrar;
    private RunningCreditors other;

    RegistrationContract(TestDatabases databases) {
        super(databases);
    }

    @BeforeEach
    void nobody() {
        Registering room = new Registering(database, clock, List.of(SampleCreditors.nordlys()));
        registrations = room.registrations;
        registrar = room.registrar;
        running = room.running();
        other = room.another();
    }

    private static String entry(String agency, String more) {
        return ENTRY.formatted(agency, more);
    }

    private void registered() {
        database.transaction()
                .executeWithoutResult(status -> registrar.register(entry("autocollect", ""), " secret-token ", "kari"));
        running.look();
    }

    private Creditor skogly() {
        return running.creditors().byId("skogly");
    }

    @Test
    void nothingIsSentUntilBothSidesHaveConfirmed() {
        registered();
        assertThat(skogly().transfer()).isEqualTo(Creditor.Transfer.DRY_RUN);
        registrar.confirm("skogly", Registered.Side.AGENCY, "kari", "Mail of 5 January");
        running.look();
        assertThat(skogly().transfer()).isEqualTo(Creditor.Transfer.DRY_RUN);
        registrar.confirm("skogly", Registered.Side.CREDITOR, "per", "On the phone");
        running.look();
        assertThat(skogly().transfer()).isEqualTo(Creditor.Transfer.AUTOMATIC);
        assertThat(registrar.find("skogly").orElseThrow().byAgency().how()).isEqualTo("Mail of 5 January");
    }

    @Test
    void otherNodesAndALaterStartSeeIt() {
        registered();
        assertThat(other.creditors().find("skogly")).isEmpty();
        long before = other.look();
        assertThat(other.creditors().all()).extracting(Creditor::id).containsExactly("nordlys", "skogly");
        assertThat(other.look()).isEqualTo(before);
        assertThat(new RunningCreditors(List.of(), registrations).creditors().all())
                .extracting(Creditor::id)
                .containsExactly("skogly");
        registrar.renew("skogly", "another-token", "per");
        assertThat(other.look()).isNotEqualTo(before);
    }

    @Test
    void theTokenIsSealedAndRenewed() {
        registered();
        EmployeeTokens tokens = new EmployeeTokens(registrations);
        assertThat(tokens.text(skogly())).isEqualTo("secret-token");
        assertThat(tokens.writtenAt(skogly())).isEqualTo(clock.instant());
        String stored = database.client()
                .sql("select token || entry || settings from registration join creditor on creditor.id = creditor_id")
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain("secret-token");
        registrar.renew("skogly", "another-token", "per");
        assertThat(tokens.text(skogly())).isEqualTo("another-token");
    }

    /** Who has confirmed for one agency has not for another. */
    @Test
    void anotherAgencyHasToConfirmAgain() {
        registered();
        registrar.confirm("skogly", Registered.Side.AGENCY, "kari", "Mail");
        registrar.confirm("skogly", Registered.Side.CREDITOR, "kari", "Mail");
        registrar.change("skogly", entry("autocollect", ",\"minimumOre\":50000"));
        running.look();
        assertThat(skogly().minimumOre()).isEqualTo(50_000);
        assertThat(skogly().transfer()).isEqualTo(Creditor.Transfer.AUTOMATIC);
        registrar.change("skogly", entry("ecpay", ",\"bankAccount\":\"99990123450\""));
        running.look();
        assertThat(skogly().agency()).isEqualTo("ecpay");
        assertThat(skogly().transfer()).isEqualTo(Creditor.Transfer.DRY_RUN);
    }

    @Test
    void whatIsWrongIsRefusedWithTheField() {
        refused(entry("autocollect", ",\"colour\":\"red\""), "colour");
        refused(entry("autocollect", ",\"minimumOre\":\"much\""), "minimumOre");
        refused(entry("nobody", ""), "names nobody, which has no settings");
        refused(entry("ecpay", ""), "bank-account");
        refused(entry("autocollect", ",\"takeover\":\"LEGAL\""), "takeover");
        refused(entry("autocollect", ",\"employeeTokenFile\":\"/etc/passwd\""), "employeeTokenFile");
        refused(entry("autocollect", "").replace("310777218", "310777219"), "organization-number");
        refused(entry("autocollect", "").replace("310777218", "310245674"), "stands there twice");
        refused(entry("autocollect", "").replace("skogly", "nordlys"), "id");
        refused("{", "JSON");
        assertThatThrownBy(() -> registrar.register(entry("autocollect", ""), " ", "kari"))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("employeeToken");
        registered();
        refused(entry("autocollect", ""), "another creditor's");
        assertThatThrownBy(() ->
                        registrar.change("skogly", entry("autocollect", "").replace("skogly", "other")))
                .isInstanceOf(WrongSetting.class);
    }

    private void refused(String entry, String word) {
        assertThatThrownBy(() -> database.transaction()
                        .executeWithoutResult(status -> registrar.register(entry, "token", "kari")))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining(word)
                .message()
                .doesNotContain("\n");
    }

    /** A file written for the start registers just as well. */
    @Test
    void anEntryOfAFileIsOneThatCanBeRegistered() throws Exception {
        Path file = Path.of("src/test/resources/sandbox/creditors-autocollect.yaml");
        CreditorsFile.Entry entry = CreditorsFile.entries(file).get(1);
        assertThat(Files.exists(Path.of(entry.employeeTokenFile()))).isTrue();
        database.transaction().executeWithoutResult(status -> registrar.register(entry.json(), "token", "kari"));
        running.look();
        Creditor bergvik = running.creditors().byId("bergvik");
        assertThat(bergvik.startDate()).isEqualTo(LocalDate.of(2025, 1, 1));
        assertThat(bergvik.accounts()).containsEntry("interim", 1960).containsEntry("costs", 7309);
    }

    /** The file cannot take over whom somebody has registered. */
    @Test
    void nobodyStandsInBoth() {
        registered();
        Creditor twice = CreditorForm.read(entry("autocollect", "")).creditor();
        assertThatThrownBy(() -> new RunningCreditors(List.of(twice), registrations))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("twice");
    }
}
