package no.kravbro.sandbox.bahs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The agency's ordinary life gives the contract's worked settlement, to the øre. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkedExampleTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/contracts/bahs/examples");

    private final Ground ground = new Ground("2025-12-29T05:00:00Z");

    @BeforeAll
    void live() {
        WorkedExample.script(ground.sandbox);
        ground.register("inn-20251229-0001", Ground.claim(2_147_524_143L, "10000.00", "2025-12-15", "VARSEL", null));
        ground.until("2026-01-05", "06:00");
        ground.register(
                "inn-20260105-0002", Ground.claim(2_147_524_301L, "4800.00", "2025-12-17", "VARSEL", "2025-12-31"));
        ground.until("2026-01-14", "06:00");
        ground.register(
                "inn-20260114-0003", Ground.claim(2_147_524_999L, "2400.00", "2025-12-31", "VARSEL", "2026-01-14"));
    }

    @Test
    void is_collected_and_settled_as_the_contract_shows() throws IOException {
        ground.until("2026-01-15", "09:12");
        Element demanded = ground.sak(2_147_524_143L);
        Element shown = example("03-HentSakSvar.xml").child("sak");
        for (String name : List.of("stadium", "betalingsfrist", "gratisTrekkTil", "innsendingId", "endret")) {
            assertThat(demanded.text(name)).as(name).isEqualTo(shown.text(name));
        }
        assertThat(Plain.text(demanded.child("saldo"))).isEqualTo(Plain.text(shown.child("saldo")));

        ground.until("2026-01-28", "10:02");
        Element price = ground.post("HentTrekkpris", Ground.key(2_147_524_301L));
        assertThat(price.text("saksnummer")).isEqualTo("700131");
        assertThat(price.text("pris")).isEqualTo("300.00");
        assertThat(price.text("mva")).isEqualTo("75.00");
        assertThat(WorkedExample.withdraw(ground.caller, ground.clock.instant()))
                .contains("TRUKKET", "300.00");

        ground.until("2026-02-02", "07:00");
        Element settlement =
                ground.call(Plain.text(example("11-HentAvregningerInn.xml"))).child("avregning");
        Element expected = example("11-HentAvregningerSvar.xml").child("avregning");
        for (Element field : expected.children()) {
            if (!field.name().equals("post")) {
                assertThat(settlement.text(field.name())).as(field.name()).isEqualTo(expected.text(field.name()));
            }
        }
        assertThat(posts(settlement)).containsExactlyInAnyOrderElementsOf(posts(expected));
    }

    /** Without the ids, which are given in the order of registration. */
    private static List<String> posts(Element settlement) {
        return settlement.all("post").stream()
                .map(post -> Plain.text(post)
                        .replaceAll("<postId>[^<]*</postId>", "")
                        .replaceAll("<fakturanummer>[^<]*</fakturanummer><kundenummer>[^<]*</kundenummer>", ""))
                .toList();
    }

    private static Element example(String name) throws IOException {
        return Element.parse(Files.readAllBytes(EXAMPLES.resolve(name)));
    }
}
