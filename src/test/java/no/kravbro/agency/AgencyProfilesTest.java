package no.kravbro.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgencyProfilesTest {

    @TempDir
    private Path routes;

    private Path file;
    private String sound;

    @BeforeEach
    void copy() throws IOException {
        Path real = Path.of("routes/autocollect");
        sound = Files.readString(real.resolve("agency.yaml"));
        file = routes.resolve("autocollect/agency.yaml");
        Files.createDirectories(routes.resolve("autocollect/map"));
        Files.createDirectories(routes.resolve("shared"));
        Files.copy(
                real.resolve("map/submit-claim-answer.jslt"),
                routes.resolve("autocollect/map/submit-claim-answer.jslt"));
        Files.copy(real.resolve("map/batch-answer.jslt"), routes.resolve("autocollect/map/batch-answer.jslt"));
        Files.writeString(file, sound);
    }

    @Test
    void a_sound_profile_is_read() {
        AgencyProfile profile = new AgencyProfiles(routes).of("autocollect");
        assertThat(profile.earliestFeeNotice()).isEqualTo(14);
        assertThat(profile.answers()).containsKeys("submit-claim", "inquire-claim");
        assertThat(profile.needs()).contains("business.organizationNumber");
    }

    /** The source is silent about the day itself; who was activated on it is one of before. */
    @Test
    void customers_of_before_use_another_portal() {
        Capabilities can = new AgencyProfiles(routes).of("autocollect").capabilities();
        assertThat(can.portal(LocalDate.of(2024, 7, 1))).isEqualTo("Kreditorweb");
        assertThat(can.portal(LocalDate.of(2024, 7, 2))).isEqualTo("Kreditorweb");
        assertThat(can.portal(LocalDate.of(2024, 7, 3))).isEqualTo("Amili portal");
        assertThat(can.portal(null)).isEqualTo("Amili portal");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            batchSize: 100          | batchSise: 100         | unknown field 'batchSise'; remove it or use one of
            status: 202             | stauts: 202            | unknown field 'answers.submit-claim.rows.[0].stauts'
            meaning: HANDED_OVER    | meaning: FINE          | field 'answers.submit-claim.rows.[0].meaning' cannot be read
            batchSize: 100          | # batchSize           | field 'batchSize' is missing; add it
            name: Visma Amili       | id: x                  | Duplicate
            batchSize: 100          | batchSize: 0           | field 'batchSize' must be 1 to 100
            batchSize: 100          | batchSize: 101         | field 'batchSize' must be 1 to 100
            takeover: NOTICE        | takeover: LEGAL        | field 'takeover' must be one of [COLLECTION, NOTICE, REMINDER]
            , until: 2024-07-02     | " "                    | field 'capabilities.formerPortal' needs a name, the last day
            id: autocollect         | id: other              | field 'id' must be the folder's name 'autocollect'
            "23:30"                 | "24:30"                | field 'schedule.settlements' must be Oslo times of day
            handed-over: 30         | handed_over: 30        | field 'answerAfter.handed_over' must be one of
            handed-over: 30         | handed-over: 0         | field 'answerAfter.handed-over' must be 1 or more seconds
            absentAfter: 2          | absentAfter: 0         | field 'absentAfter' must be 1 or more
            business.organizationNumber | business.orgnr     | orgnr' but a debtor has only
            PRINCIPAL: receivable   | PRINCIPAL: costs       | PRINCIPAL
            VAT: input-vat          | TAX: input-vat         | VAT
            settlements: "23:30"    | setlements: "23:30"    | field 'schedule.setlements' must be one of
            cases: "06:00"          | cases: "06:00, noon"   | field 'schedule.cases' must be Oslo times of day
            CREDIT_PART: {by: WIRE} | CREDIT_SOME: {by: WIRE} | CREDIT_SOME
            CREDIT_PART: {by: WIRE} | CREDIT_PART: {by: PERSON} | field 'capabilities.actions.CREDIT_PART' needs the days
            CREDIT_PART: {by: WIRE} | # none                 | field 'capabilities.actions.CREDIT_PART' must say by whom
            firstSteps: [REMINDER   | firstSteps: [LEGAL     | field 'capabilities.firstSteps' must be a list of
            map/batch-answer.jslt   | map/no-such.jslt       | field 'answers.inquire-claim.map' names no mapping file
            """)
    void a_faulty_profile_is_refused_in_one_sentence(String part, String instead, String sentence) throws IOException {
        assertThat(sound).contains(part);
        Files.writeString(file, sound.replaceFirst(Pattern.quote(part), instead));
        assertThatThrownBy(() -> new AgencyProfiles(routes))
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(sentence)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void a_table_without_a_last_row_for_all_else_is_refused() throws IOException {
        Files.writeString(file, sound.replace("      - {status: 0, meaning: UNKNOWN, cause: SERVER_ERROR}\n", ""));
        assertThatThrownBy(() -> new AgencyProfiles(routes)).hasMessageContaining("must end with a row of status 0");
    }

    @Test
    void an_empty_profile_is_refused() throws IOException {
        Files.writeString(file, "");
        assertThatThrownBy(() -> new AgencyProfiles(routes)).isInstanceOf(ProfileException.class);
    }

    @Test
    void an_unknown_agency_is_named_with_the_known_ones() {
        assertThatThrownBy(() -> new AgencyProfiles(routes).of("kk3"))
                .hasMessageContaining("Agency 'kk3' is unknown: use one of [autocollect]");
    }

    @Test
    void reload_takes_the_new_and_keeps_the_last_good_one() throws IOException {
        AgencyProfiles profiles = new AgencyProfiles(routes);
        Files.writeString(file, sound.replace("batchSize: 100", "batchSize: 50"));
        profiles.reload();
        assertThat(profiles.of("autocollect").batchSize()).isEqualTo(50);
        Files.writeString(file, "nonsense: true");
        assertThat(profiles.reload()).singleElement().asString().contains("unknown field 'nonsense'");
        assertThat(profiles.of("autocollect").batchSize()).isEqualTo(50);
    }

    @Test
    void a_faulty_profile_holds_up_no_other() throws IOException {
        AgencyProfiles profiles = new AgencyProfiles(routes);
        Path other = routes.resolve("other/agency.yaml");
        Files.createDirectories(other.getParent());
        Files.writeString(other, sound.replace("id: autocollect", "id: other"));
        Files.writeString(routes.resolve("autocollect/agency.yaml"), "nonsense: true");
        Files.createDirectories(routes.resolve("third"));
        Files.writeString(routes.resolve("third/agency.yaml"), "id: third");
        assertThat(profiles.reload()).hasSize(2);
        assertThat(profiles.ids()).containsExactlyInAnyOrder("autocollect", "other");
    }

    @Test
    void the_accounting_system_has_tables_without_a_profile() {
        Path real = Path.of("routes");
        AnswerTables tables = new AnswerTables(new AgencyProfiles(real), real, "tripletex");
        assertThat(tables.of("tripletex", "book-voucher").rows()).isNotEmpty();
        assertThat(tables.of("autocollect", "submit-claim").map()).isNotNull();
        assertThatThrownBy(() -> tables.of("tripletex", "fly")).hasMessageContaining("has no answer table 'fly'");
    }
}
