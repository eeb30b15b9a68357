package no.kravbro.sandbox.bahs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the creditor may do with a case, and which typed fault says that it may not. */
class WritesTest {

    private final Ground ground = new Ground("2026-01-05T06:00:00Z");

    @BeforeEach
    void noticed() {
        ground.sandbox.script("310245674-7", Script.of(Habit.STAYS_SILENT, 0));
        ground.register("inn-1", Ground.claim(7, "5000.00", "2025-12-15", "VARSEL", null));
        ground.until("2026-01-06", "12:00");
    }

    private Element pay(String id, String customer, String type, String kroner) {
        String undone = type.equals("TILBAKEFORING") ? "<gjelderHendelseId>h1</gjelderHendelseId>" : "";
        return ground.post(
                "RegistrerInnbetaling",
                "<hendelseId>" + id + "</hendelseId>" + Ground.key(7) + "<kundenummer>" + customer
                        + "</kundenummer><type>" + type + "</type>" + undone + "<dato>2026-01-06</dato><belop>" + kroner
                        + "</belop><valuta>NOK</valuta>");
    }

    private Element credit(String id, String kroner, boolean full) {
        return ground.post(
                "RegistrerKreditnota",
                "<hendelseId>" + id + "</hendelseId>" + Ground.key(7)
                        + "<kundenummer>20011</kundenummer><kreditnotanummer>9</kreditnotanummer><dato>2026-01-06</dato><belop>"
                        + kroner + "</belop><valuta>NOK</valuta><full>" + full + "</full>");
    }

    private Element instruct(String id, String action) {
        return ground.post("EndreSak", "<instruksId>" + id + "</instruksId><sak>" + Ground.key(7) + "</sak>" + action);
    }

    private Element withdraw(String id, String price) {
        return ground.post(
                "TrekkSak",
                "<instruksId>" + id + "</instruksId><sak>" + Ground.key(7) + "</sak><bekreftetPris>" + price
                        + "</bekreftetPris><grunn>Feil kunde</grunn>");
    }

    @Test
    void direct_payments_lower_the_principal_once() {
        assertThat(pay("h1", "20011", "DIREKTEBETALING", "500.00").text("saldo/hovedstol"))
                .isEqualTo("4500.00");
        Element again = pay("h1", "20011", "DIREKTEBETALING", "500.00");
        assertThat(again.text("resultat")).isEqualTo("ALLEREDE_REGISTRERT");
        assertThat(again.text("saldo/hovedstol")).isEqualTo("4500.00");
        assertThat(pay("h1", "20011", "DIREKTEBETALING", "501.00").name()).isEqualTo("FinnesFeil");
        assertThat(pay("h2", "20012", "DIREKTEBETALING", "1.00").name()).isEqualTo("SkyldnerAvvikFeil");
        assertThat(pay("h3", "20011", "TILBAKEFORING", "400.00").name()).isEqualTo("UgyldigInndataFeil");
        assertThat(pay("h4", "20011", "TILBAKEFORING", "500.00").text("saldo/hovedstol"))
                .isEqualTo("5000.00");
    }

    @Test
    void credits_are_partial_or_close_the_case() {
        assertThat(credit("k1", "5000.00", false).name()).isEqualTo("UgyldigInndataFeil");
        assertThat(credit("k1", "1000.00", false).text("saldo/hovedstol")).isEqualTo("4000.00");
        assertThat(credit("k2", "4000.00", true).text("stadium")).isEqualTo("AVSLUTTET");
        assertThat(ground.sak(7).text("avsluttet/arsak")).isEqualTo("KREDITERT");
        assertThat(credit("k3", "1.00", true).name()).isEqualTo("IkkeAktivFeil");
    }

    @Test
    void what_the_agency_holds_money_on_is_for_a_person() {
        ground.sandbox.debtorPays("310245674-7", 100_00);
        assertThat(credit("k1", "4000.00", true).name()).isEqualTo("DelvisBetaltFeil");
        assertThat(withdraw("t1", "0.00").name()).isEqualTo("DelvisBetaltFeil");
    }

    @Test
    void instructions_are_for_their_stages() {
        assertThat(instruct("i1", "<pause><til>2026-01-10</til><grunn>Avklarer</grunn></pause>")
                        .text("flagg"))
                .isEqualTo("PAUSET");
        assertThat(instruct("i1", "<pause><til>2026-01-10</til><grunn>Avklarer</grunn></pause>")
                        .text("resultat"))
                .isEqualTo("ALLEREDE_UTFORT");
        assertThat(ground.until("2026-01-10", "12:00").sak(7).has("flagg")).isFalse();
        assertThat(instruct("i2", "<nyForfallsdato>2026-02-01</nyForfallsdato>").text("flagg"))
                .isEqualTo("UTSATT");
        assertThat(ground.until("2026-02-14", "12:00").sak(7).text("stadium")).isEqualTo("MOTTATT");
        assertThat(ground.until("2026-02-15", "12:00").sak(7).text("stadium")).isEqualTo("VARSEL");
        ground.until("2026-03-10", "12:00");
        Element refused = instruct("i3", "<nyForfallsdato>2026-04-01</nyForfallsdato>");
        assertThat(refused.name()).isEqualTo("StadiumFeil");
        assertThat(refused.text("stadium")).isEqualTo("INKASSO");
    }

    @Test
    void a_dispute_stops_the_run_until_it_is_answered() {
        instruct(
                "i1",
                "<bestridelse><reistDato>2026-01-06</reistDato><beskrivelse>Ikke levert</beskrivelse></bestridelse>");
        assertThat(ground.until("2026-03-01", "12:00").sak(7).text("stadium")).isEqualTo("VARSEL");
        instruct(
                "i2",
                "<svarBestridelse><svarPaHendelse>h-9001</svarPaHendelse><utfall>GODTATT_HELT</utfall><tekst>Ja</tekst></svarBestridelse>");
        assertThat(ground.sak(7).text("avsluttet/arsak")).isEqualTo("TVIST");
    }

    @Test
    void withdrawing_costs_what_was_quoted() {
        assertThat(ground.post("HentTrekkpris", Ground.key(7)).text("gratisTil"))
                .isEqualTo("2026-01-25");
        ground.until("2026-01-26", "10:00");
        assertThat(withdraw("t1", "0.00").text("gjeldendePris")).isEqualTo("300.00");
        assertThat(withdraw("t2", "300.00").text("resultat")).isEqualTo("TRUKKET");
        assertThat(withdraw("t2", "300.00").text("resultat")).isEqualTo("ALLEREDE_TRUKKET");
        assertThat(withdraw("t3", "300.00").name()).isEqualTo("IkkeAktivFeil");
    }
}
