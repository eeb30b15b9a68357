package no.kravbro.creditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import no.kravbro.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A creditor may name several agencies; what is common stands once, what is wrong is told by field. */
class MandatesTest {

    private static final String HEAD =
            """
            creditors:
              - id: nordlys
                organization-number: "310245674"
                name: Nordlys Elektro AS
                employee-token-file: secrets/nordlys
                start-date: 2025-01-01
                accounts: {receivable: 1500, interim: 1960}
            """;
    private static final String TWO =
            """
                agencies:
                  - agency: autocollect
                    agency-reference: org-1
                    takeover: REMINDER
                  - agency: bahs
                    bank-account: "99990123450"
                    accounts: {interim: 1961, costs: 7309}
                    booking-way: INVOICE_PAYMENT
                    payment-type: Oppgjør
                    schedule: {payments: ["05:00", "17:00"]}
            """;
    private static final String RULES =
            """
                routing:
                  - kind: PRIVATE
                    below-ore: 500000
                    agency: bahs
                  - agency: autocollect
            """;
    private static final String SWAP =
            """
                agencies:
                  - agency: autocollect
                    replaced-by: bahs
                    replaced-from: 2026-03-01
                  - agency: bahs
            """;

    @TempDir
    Path folder;

    private Creditor read(String yaml) throws IOException {
        return CreditorsFile.read(Files.writeString(folder.resolve("creditors.yaml"), yaml))
                .get(0);
    }

    @Test
    void eachAgencyServesTheCreditorInItsOwnWay() throws IOException {
        Creditor creditor = read(HEAD + TWO + RULES);
        assertThat(creditor.everywhere()).extracting(Creditor::agency).containsExactly("autocollect", "bahs");
        assertThat(creditor).isEqualTo(creditor.at("autocollect"));
        assertThat(creditor.agencyReference()).isEqualTo("org-1");
        assertThat(creditor.accounts()).containsEntry("interim", 1960).doesNotContainKey("costs");
        assertThat(creditor.wishes().takeover()).isEqualTo("REMINDER");
        Creditor bahs = creditor.at("bahs");
        assertThat(bahs.at("autocollect")).isEqualTo(creditor);
        assertThat(bahs.agencyReference()).isNull();
        assertThat(bahs.bankAccount()).isEqualTo("99990123450");
        assertThat(bahs.accounts()).containsEntry("interim", 1961).containsEntry("receivable", 1500);
        assertThat(bahs.bookingWay()).isEqualTo(Creditor.BookingWay.INVOICE_PAYMENT);
        assertThat(bahs.wishes().takeover()).isNull();
        assertThat(bahs.wishes().schedule()).containsEntry("payments", List.of("05:00", "17:00"));
        assertThat(creditor.serving("kk2")).isEqualTo(creditor);
        assertThatThrownBy(() -> creditor.at("kk2")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void whereOneAgencyTakesOverFromAnotherNoRuleIsNeeded() throws IOException {
        Creditor creditor = read(HEAD + SWAP);
        assertThat(creditor.routing().takesNew("autocollect", LocalDate.of(2026, 2, 28)))
                .isTrue();
        assertThat(creditor.routing().takesNew("autocollect", LocalDate.of(2026, 3, 1)))
                .isFalse();
        assertThat(creditor.routing().rules()).hasSize(1);
        assertThat(creditor.routing().rules().get(0).agency()).isEqualTo("autocollect");
    }

    @Test
    void oneAgencyNeedsNoneOfIt() throws IOException {
        Creditor creditor = read(HEAD + "    agency: autocollect\n");
        assertThat(creditor.everywhere()).containsExactly(creditor);
        assertThat(creditor.routing().rules()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agencies: | agency: kk2~    agencies: | field agency stands beside agencies",
                "agencies: | takeover: NOTICE~    agencies: | field takeover stands beside agencies",
                "agencies: | agency-reference: org-1~    agencies: | field agency-reference stands beside agencies",
                "- agency: bahs | - agency: autocollect | field agencies.autocollect stands there twice",
                "agency-reference: org-1 | replaced-by: bahs | field agencies.autocollect has only one of replaced-by",
                "agency-reference: org-1 | agency-referense: 1 | agencies[0].agency-referense is not a field",
                "interim: 1961 | interims: 1961 | accounts.interims is not an account role",
                "payment-type: Oppgjør | takeover: NOTICE | field payment-type is missing",
                "payments: | scan: | field agencies.bahs.schedule.scan is nothing that is read of an agency",
                "05:00 | 5 o'clock | agencies.bahs field schedule.payments has 5 o'clock",
                "kind: PRIVATE | kind: DOG | routing[0].kind has a value that cannot be used",
                "agency: bahs~      - agency: autocollect | agency: kk2~      - agency: autocollect | routing[1].agency names kk2",
                "- agency: autocollect~$ | - agency: bahs~ | agencies.autocollect gets no claims by any rule",
            })
    void refusesByName(String right, String wrong, String message) {
        String good = HEAD + TWO + RULES;
        String line = right.replace("~", "\n");
        String bad = line.endsWith("$")
                ? good.substring(0, good.length() - line.length() + 1) + wrong.replace("~", "\n")
                : good.replace(line, wrong.replace("~", "\n"));
        assertThat(bad).isNotEqualTo(good);
        assertThatThrownBy(() -> read(bad)).isInstanceOf(WrongSetting.class).hasMessageContaining(message);
    }

    @Test
    void severalAgenciesNeedRules() {
        assertThatThrownBy(() -> read(HEAD + TWO))
                .hasMessageContaining("creditor nordlys field routing is missing, and more than one agency");
        assertThatThrownBy(() -> read(HEAD + "    agency: autocollect\n" + RULES))
                .hasMessageContaining("field routing chooses among several agencies, but there is one");
        assertThatThrownBy(() -> read(HEAD + "    agencies: []\n")).hasMessageContaining("agencies names no agency");
    }
}
