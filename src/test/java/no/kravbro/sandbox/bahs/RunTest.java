package no.kravbro.sandbox.bahs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The life of a case from letter to close, and what is told of it. */
class RunTest {

    private final Ground ground = new Ground("2026-01-05T06:00:00Z");

    private Element begin(Habit habit, String step, String letterFrom) {
        ground.sandbox.script("310245674-7", Script.of(habit, 10));
        return ground.register("inn-1", Ground.claim(7, "5000.00", "2025-12-20", step, letterFrom));
    }

    @Test
    void no_letter_goes_before_its_day() {
        begin(Habit.STAYS_SILENT, "VARSEL", "2026-01-09");
        assertThat(ground.until("2026-01-08", "23:00").sak(7).text("stadium")).isEqualTo("MOTTATT");
        Element noticed = ground.until("2026-01-09", "12:00").sak(7);
        assertThat(noticed.text("stadium")).isEqualTo("VARSEL");
        assertThat(noticed.text("saldo/purregebyr")).isEqualTo("37.50");
        assertThat(noticed.text("betalingsfrist")).isEqualTo("2026-01-23");
    }

    @Test
    void a_letter_goes_the_same_day_also_in_the_afternoon() {
        ground.until("2026-01-05", "15:00");
        begin(Habit.STAYS_SILENT, "PURRING", null);
        assertThat(ground.sak(7).text("stadium")).isEqualTo("PURRING");
        assertThat(ground.until("2026-01-22", "10:00").sak(7).text("stadium")).isEqualTo("VARSEL");
        assertThat(ground.until("2026-02-08", "10:00").sak(7).text("stadium")).isEqualTo("INKASSO");
    }

    @ParameterizedTest
    @EnumSource(Habit.class)
    void every_settlement_adds_up(Habit habit) {
        begin(habit, "VARSEL", null);
        ground.until("2026-09-30", "12:00");
        List<Element> settlements = settlements();
        for (Element settlement : settlements) {
            assertThat(sum(settlement, "betalt")).isEqualTo(settlement.ore("brutto"));
            assertThat(sum(settlement, "tilByra")).isEqualTo(settlement.ore("tilByra"));
            assertThat(settlement.ore("nettoUtbetalt"))
                    .isEqualTo(sum(settlement, "tilKreditor")
                            + settlement.ore("inngaendeSaldo")
                            - settlement.ore("utgaendeSaldo"));
        }
        assertThat(settlements.isEmpty()).isEqualTo(habit == Habit.STAYS_SILENT);
        Element end = ground.sak(7).child("avsluttet");
        assertThat(end.text("arsak"))
                .isEqualTo(
                        switch (habit) {
                            case PAYS_AT_NOTICE, PAYS_AT_COLLECTION -> "BETALT";
                            case PAYS_PART -> "DELOPPGJOR";
                            case PAYS_AND_TAKES_BACK, STAYS_SILENT -> "UTEN_DEKNING";
                        });
    }

    @Test
    void what_the_bank_takes_back_is_negated_line_by_line() {
        begin(Habit.PAYS_AND_TAKES_BACK, "VARSEL", null);
        ground.until("2026-09-30", "12:00");
        List<Element> posts = payments(1, 200).all("post");
        assertThat(posts.stream().map(post -> post.text("type"))).containsExactly("INNBETALING", "TILBAKEFORING");
        assertThat(posts.get(1).text("tilbakeforerPostId"))
                .isEqualTo(posts.get(0).text("postId"));
        assertThat(posts.stream()
                        .flatMap(RunTest::lines)
                        .mapToLong(line -> line.ore("betalt"))
                        .sum())
                .isZero();
    }

    @Test
    void pages_follow_each_other() {
        ground.sandbox.script("310245674-1", Script.of(Habit.PAYS_AT_NOTICE, 8));
        ground.sandbox.script("310245674-2", Script.of(Habit.PAYS_AT_NOTICE, 9));
        ground.register("inn-1", Ground.claim(1, "500.00", "2025-12-15", "VARSEL", null));
        ground.register("inn-2", Ground.claim(2, "500.00", "2025-12-15", "VARSEL", null));
        ground.until("2026-01-20", "12:00");
        assertThat(payments(1, 1).text("flere")).isEqualTo("true");
        assertThat(payments(2, 1).text("flere")).isEqualTo("false");
        assertThat(payments(2, 1).text("post/nokkel/fakturaId")).isEqualTo("2");
        Element first = cases(1, null);
        ground.until("2026-01-21", "12:00");
        ground.register("inn-3", Ground.claim(3, "500.00", "2025-12-15", "VARSEL", null));
        Element second = cases(2, first.text("oyeblikk"));
        assertThat(second.text("flere")).isEqualTo("false");
        assertThat(second.text("oyeblikk")).isEqualTo(first.text("oyeblikk"));
        assertThat(cases(1, null).text("flere")).isEqualTo("true");
    }

    private Element cases(int page, String moment) {
        String frozen = moment == null ? "" : "<oyeblikk>" + moment + "</oyeblikk>";
        return ground.post(
                "HentSaker",
                "<kreditorOrgnr>310245674</kreditorOrgnr><endretEtter>2025-01-01T00:00:00+01:00</endretEtter>" + frozen
                        + "<side>" + page + "</side><antall>1</antall>");
    }

    private Element payments(int page, int size) {
        return ground.post(
                "HentInnbetalinger",
                "<kreditorOrgnr>310245674</kreditorOrgnr><fraDato>2026-01-01</fraDato><side>" + page + "</side><antall>"
                        + size + "</antall>");
    }

    private List<Element> settlements() {
        return ground.post(
                        "HentAvregninger",
                        "<kreditorOrgnr>310245674</kreditorOrgnr><fraDato>2026-01-01</fraDato><tilDato>2026-12-31</tilDato>"
                                + "<side>1</side><antall>200</antall>")
                .all("avregning");
    }

    private static long sum(Element settlement, String field) {
        return settlement.all("post").stream()
                .flatMap(RunTest::lines)
                .mapToLong(line -> line.ore(field))
                .sum();
    }

    private static Stream<Element> lines(Element post) {
        return post.all("linje").stream();
    }
}
