package no.kravbro.sandbox.ecpay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the simulated agency answers and writes, and that every file it writes keeps the rules of the format. */
class FilesTest {

    @TempDir
    private Path root;

    private EcpayGround ground;

    @BeforeEach
    void open() {
        ground = new EcpayGround(root, "2026-01-05T08:00:00", Map.of());
    }

    @Test
    void everyFileOfALongLifeIsRight() {
        List<List<String>> claims = new ArrayList<>();
        for (int number = 1; number <= 40; number++) {
            claims.add(claim("sak-" + number + "-1", Integer.toString(number), "P"));
        }
        ground.handOver(sak(1, claims));
        for (int week = 0; week < 20; week++) {
            ground.until(LocalDateTime.parse("2026-01-05T08:00:00")
                    .plusDays(7L * (week + 1))
                    .toString());
        }
        List<String> names = ground.sandbox.files(EcpayGround.LOGIN, "ut");
        assertThat(names).anyMatch(name -> name.contains("_BOK_")).anyMatch(name -> name.contains("_AVR_"));
        names.forEach(name -> {
            byte[] bytes = ground.sandbox.bytes(EcpayGround.LOGIN, "ut", name);
            assertThat(EcFile.read(name, bytes).bytes()).as(name).isEqualTo(bytes);
        });
        assertThat(bookings()).anyMatch(cells -> cells.get(3).equals("TILBAKEFORING"));
        assertThat(bookings()).allSatisfy(cells -> assertThat(Kroner.ore(cells.get(13)))
                .isEqualTo(Kroner.ore(cells.get(14)) + Kroner.ore(cells.get(15))));
    }

    private List<List<String>> bookings() {
        return ground.sandbox.files(EcpayGround.LOGIN, "ut").stream()
                .filter(name -> name.contains("_BOK_"))
                .flatMap(name ->
                        EcFile.read(name, ground.sandbox.bytes(EcpayGround.LOGIN, "ut", name)).records().stream())
                .toList();
    }

    @Test
    void sameReferenceIsAnsweredAgainAndOtherContentIsADuplicate() {
        List<String> claim = claim("sak-1-1", "1", "P");
        List<String> changed = new ArrayList<>(claim);
        changed.set(8, "900,00");
        ground.handOver(sak(1, List.of(claim)));
        ground.handOver(sak(2, List.of(claim)));
        ground.handOver(sak(3, List.of(changed, claim("sak-1-2", "1", "P"))));
        assertThat(results(1)).isEqualTo(results(2)).containsExactly("GODTATT ");
        assertThat(results(3)).containsExactly("AVVIST DUBLETT", "AVVIST KRAV_FINNES");
        assertThat(ground.sandbox.claims("310245674-1")).isEqualTo(1);
    }

    @Test
    void aFirmWithoutNumberIsRefused() {
        List<String> firm = new ArrayList<>(claim("sak-1-1", "1", "F"));
        firm.set(16, "");
        ground.handOver(sak(1, List.of(firm)));
        assertThat(results(1)).containsExactly("AVVIST UGYLDIG_DATA");
    }

    @Test
    void aWrongSumIsAnsweredAsAWholeAndCountsAsPassed() {
        EcFile file = sak(1, List.of(claim("sak-1-1", "1", "P")));
        byte[] wrong = new String(file.bytes(), StandardCharsets.ISO_8859_1)
                .replace("TRL;1;1;1000,00", "TRL;1;1;1000,01")
                .getBytes(StandardCharsets.ISO_8859_1);
        ground.sandbox.place(EcpayGround.LOGIN, "inn", file.name(), wrong);
        ground.sandbox.readInbox();
        assertThat(results(1)).containsExactly("AVVIST FILFEIL");
        ground.handOver(sak(2, List.of(claim("sak-1-1", "1", "P"))));
        assertThat(results(2)).containsExactly("GODTATT ");
    }

    @Test
    void aGapStopsUntilTheMissingFileIsThere() {
        ground.handOver(sak(2, List.of(claim("sak-2-1", "2", "P"))));
        assertThat(ground.sandbox.files(EcpayGround.LOGIN, "kvittering")).isEmpty();
        ground.handOver(sak(1, List.of(claim("sak-1-1", "1", "P"))));
        assertThat(ground.sandbox.files(EcpayGround.LOGIN, "kvittering")).hasSize(2);
        assertThat(ground.sandbox.files(EcpayGround.LOGIN, "arkiv")).hasSize(2);
    }

    @Test
    void faultsSpoilFilesUntilReleased() {
        for (FaultKind kind : List.of(
                FaultKind.FILE_HELD_BACK,
                FaultKind.FILE_HALF_WRITTEN,
                FaultKind.FILE_WRONG_SUM,
                FaultKind.FILE_WRONG_ENCODING,
                FaultKind.FILE_DUPLICATE_NUMBER)) {
            ground.faults.plan(EcpaySandbox.NAME, Fault.next(kind, 1).on(null, "STA"));
        }
        ground.until("2026-01-09T23:30:00");
        assertThat(right()).as("held, half, wrong, wrong, twice").containsExactly(5L, 5L);
        assertThat(ground.sandbox.files(EcpayGround.LOGIN, "ut")).anyMatch(name -> name.endsWith(".csv.tmp"));
        ground.sandbox.release();
        assertThat(right()).containsExactly(1L, 2L, 5L, 5L, 6L, 7L);
    }

    /** Sequences of the files that can be read. */
    private List<Long> right() {
        List<Long> sequences = new ArrayList<>();
        for (String name : ground.sandbox.files(EcpayGround.LOGIN, "ut")) {
            if (name.endsWith(".csv")) {
                try {
                    sequences.add(EcFile.read(name, ground.sandbox.bytes(EcpayGround.LOGIN, "ut", name))
                            .sequence());
                } catch (FileFault wrong) {
                    assertThat(wrong.getMessage()).isNotEmpty();
                }
            }
        }
        return sequences;
    }

    private List<String> results(long sequence) {
        return ground.written("kvittering", "KVI", sequence).records().stream()
                .map(cells -> cells.get(8) + " " + cells.get(10))
                .toList();
    }

    private static EcFile sak(long sequence, List<List<String>> claims) {
        LocalDateTime created =
                LocalDateTime.parse("2026-01-05T08:00:00").plusSeconds(new Random(sequence).nextInt(60));
        return new EcFile("310245674", Kind.SAK, sequence, created, claims);
    }

    private static List<String> claim(String reference, String invoice, String type) {
        return List.of(
                "SAK",
                reference,
                "310245674",
                invoice,
                "1000" + invoice,
                "01.12.2025",
                "15.12.2025",
                "1000,00",
                "1000,00",
                "NOK",
                "",
                "99990123450",
                "J",
                type,
                "20011",
                "Kari Prøve",
                type.equals("F") ? "310456713" : "",
                "Prøveveien 1",
                "",
                "0150",
                "Oslo",
                "NO",
                "",
                "",
                "N",
                "",
                "");
    }
}
