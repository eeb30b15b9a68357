package no.kravbro.sandbox.bahs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import no.kravbro.sandbox.Store;
import org.junit.jupiter.api.Test;

/** Claims are taken as an operation and decided one by one. */
class RegisterTest {

    private final Ground ground = new Ground("2026-01-05T07:00:00Z");

    private static String claim(long invoice) {
        return Ground.claim(invoice, "1250.00", "2025-12-15", "VARSEL", null);
    }

    @Test
    void each_claim_gets_its_verdict() {
        ground.register("inn-0", claim(3));
        ground.sandbox.script("310245674-2", Script.rejected("SKYLDNER_AVVIK"));
        Element taken = ground.call(Ground.request("inn-1", claim(1), claim(2), claim(3)));
        assertThat(taken.text("operasjonsId")).isEqualTo("op-551021");
        assertThat(ground.call(Ground.status("inn-1")).text("status")).isEqualTo("UNDER_ARBEID");
        ground.sandbox.processOperations();
        Element done = ground.call(Ground.status("inn-1"));
        assertThat(done.text("status")).isEqualTo("FULLFORT_MED_FEIL");
        assertThat(done.all("resultat").stream().map(result -> result.text("utfall")))
                .containsExactly("GODTATT", "AVVIST", "FINNES");
        assertThat(done.all("resultat").get(2).text("saksnummer")).isEqualTo("700201");
        assertThat(ground.sak(1).text("innsendingId")).isEqualTo("inn-1");
        assertThat(ground.sak(3).text("innsendingId")).isEqualTo("inn-0");
    }

    @Test
    void the_same_again_has_no_new_effect() {
        Element first = ground.call(Ground.request("inn-1", claim(1)));
        ground.sandbox.processOperations();
        Element again = ground.call(Ground.request("inn-1", claim(1)));
        assertThat(Plain.text(again)).isEqualTo(Plain.text(first));
        ground.sandbox.processOperations();
        assertThat(ground.sandbox.claims("310245674-1")).isEqualTo(1);
        assertThat(ground.call(Ground.request("inn-1", claim(2))).name()).isEqualTo("FinnesFeil");
    }

    @Test
    void a_closed_case_makes_room_for_a_new_one() {
        ground.register("inn-1", claim(1));
        ground.sandbox.debtorPays("310245674-1", 1_250_00 + ground.sak(1).ore("saldo/rente"));
        assertThat(ground.sak(1).text("avsluttet/arsak")).isEqualTo("BETALT");
        assertThat(ground.register("inn-2", claim(1)).text("utfall")).isEqualTo("GODTATT");
        assertThat(ground.sandbox.claims("310245674-1")).isEqualTo(2);
        assertThat(ground.sak(1).text("innsendingId")).isEqualTo("inn-2");
    }

    @Test
    void what_cannot_be_a_claim_is_refused_as_a_whole() {
        String early = Ground.claim(1, "1250.00", "2025-11-30", "VARSEL", null);
        Element refused = ground.call(Ground.request("inn-1", early));
        assertThat(refused.name()).isEqualTo("UgyldigInndataFeil");
        assertThat(refused.text("felt")).isEqualTo("krav[1]/forfallsdato");
        assertThat(ground.call(Ground.status("inn-1")).name()).isEqualTo("IkkeFunnetFeil");
        assertThat(ground.register("inn-2", Ground.claim(1, "1.00", "2026-01-05", "VARSEL", null))
                        .text("kode"))
                .isEqualTo("IKKE_FORFALT");
    }

    @Test
    void an_ended_agreement_stops_writes_only() {
        ground.register("inn-1", claim(1));
        ground.sandbox.agreementEnded(LocalDate.of(2025, 12, 31));
        assertThat(ground.call(Ground.request("inn-2", claim(2))).name()).isEqualTo("AvtaleOpphortFeil");
        assertThat(ground.sak(1).text("stadium")).isEqualTo("MOTTATT");
        ground.sandbox.forbid(Ground.CREDITOR, true);
        assertThat(ground.call(Ground.request("inn-2", claim(2))).name()).isEqualTo("TilgangNektetFeil");
    }

    @Test
    void a_restarted_agency_knows_everything() {
        Store store = new Store(null);
        Ground before = new Ground("2026-01-05T07:00:00Z", store);
        before.register("inn-1", claim(1));
        Ground after = new Ground("2026-01-05T08:00:00Z", store);
        assertThat(Plain.text(after.sak(1))).isEqualTo(Plain.text(before.sak(1)));
    }
}
