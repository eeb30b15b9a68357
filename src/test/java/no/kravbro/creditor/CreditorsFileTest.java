package no.kravbro.creditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.kravbro.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The creditors file is read strictly: what is not understood is refused by name, never passed over. */
class CreditorsFileTest {

    private static final String LEAST =
            """
            creditors:
              - id: nordlys
                organization-number: "310245674"
                name: Nordlys Elektro AS
                agency: autocollect
                employee-token-file: secrets/nordlys
                start-date: 2025-01-01
                accounts: {receivable: 1500, interim: 1909}
            """;

    @TempDir
    private Path folder;

    @Test
    void whatIsLeftOutIsSafe() throws IOException {
        assertThat(read(LEAST)).singleElement().satisfies(creditor -> {
            assertThat(creditor.transfer()).isEqualTo(Creditor.Transfer.DRY_RUN);
            assertThat(creditor.bookingWay()).isEqualTo(Creditor.BookingWay.VOUCHER);
            assertThat(creditor.vatRegistered()).isTrue();
            assertThat(creditor.startDate()).isEqualTo(LocalDate.of(2025, 1, 1));
            assertThat(creditor.accounts()).isEqualTo(Map.of("receivable", 1500, "interim", 1909));
            assertThat(creditor.scanAt()).containsExactly("06:00");
        });
    }

    @Test
    void everyFieldHasAKey() throws IOException {
        String full = LEAST
                + """
                    company-id: 77
                    vat-registered: false
                    agency-reference: 5b1f3c1e
                    bank-account: "99990123450"
                    transfer: AUTOMATIC
                    minimum-ore: 10000
                    maximum-ore: 5000000
                    maximum-age-days: 900
                    excluded-invoices: ["10001"]
                    excluded-customers: ["42"]
                    booking-way: INVOICE_PAYMENT
                    payment-type: Inkasso
                    scan-at: ["06:00", "13:30"]
                    key-expires-on: 2027-01-31
                    activated-on: 2024-07-02
                """;
        Creditor creditor = read(full).get(0);
        assertThat(creditor).hasNoNullFieldsOrProperties();
        assertThat(creditor.maximumOre()).isEqualTo(5_000_000);
        assertThat(creditor.scanAt()).containsExactly("06:00", "13:30");
        assertThat(creditor.wishes().keyExpiresOn()).isEqualTo("2027-01-31");
        assertThat(creditor.wishes().activatedOn()).isEqualTo("2024-07-02");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: Nordlys Elektro AS | nmae: Nordlys | field creditors[0].nmae | is not a field | correct the name",
                "start-date: 2025-01-01 | start-date: tomorrow | field creditors[0].start-date | cannot be used | correct",
                "agency: autocollect | name: twice | line 5 | is not valid YAML | correct",
                "accounts: | accounts | line | is not valid YAML | correct",
                "organization-number: | organisation-number: | organisation-number | is not a field | correct the name",
                "310245674 | 310245675 | creditor nordlys | organization-number | is not a Norwegian",
                "interim: 1909 | interims: 1909 | accounts.interim | is missing | set it",
                "interim: 1909 | interim: 19 | accounts.interim | is not a ledger account | number",
                "id: nordlys | id: Nord Lys | field id | is not a short name | small letters",
                "agency: autocollect | scan-at: ['25:00'] | field agency | is missing | set it",
                "start-date: 2025-01-01 | minimum-ore: 100.5 | field creditors[0].minimum-ore | cannot be used | correct",
                "start-date: 2025-01-01 | maximum-ore: 5 | field start-date | is missing | set it",
            })
    void refusesByName(String right, String wrong, String first, String second, String third) {
        assertThatThrownBy(() -> read(LEAST.replace(right, wrong)))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("kravbro.creditors-file")
                .hasMessageContainingAll(first, second, third);
    }

    @Test
    void noTwoAlike() {
        String second = LEAST.substring(LEAST.indexOf("  - id")).replace("id: nordlys", "id: sorlys");
        assertThatThrownBy(() -> read(LEAST + second)).hasMessageContaining("creditor sorlys stands there twice");
    }

    @Test
    void noneAtAll() {
        assertThatThrownBy(() -> read("creditors:")).hasMessageContaining("names no creditor");
        assertThatThrownBy(() -> CreditorsFile.read(folder.resolve("nowhere"))).hasMessageContaining("cannot be read");
    }

    private List<Creditor> read(String yaml) throws IOException {
        return CreditorsFile.read(Files.writeString(folder.resolve("creditors.yaml"), yaml));
    }
}
