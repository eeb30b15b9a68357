package no.kravbro.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Many small creditors of one agency: synthetic companies with valid organisation numbers. */
final class NightCreditors {

    private static final int[] WEIGHTS = {3, 2, 7, 6, 5, 4, 3, 2};
    private static final int FIRST = 31_100_000;
    private static final int MODULUS = 11;
    private static final String ENTRY =
            """
              - id: c%1$d
                organization-number: "%2$s"
                name: Firma %1$d AS
                company-id: %3$d
                employee-token-file: src/test/resources/sandbox/secrets/nordlys-employee
                agency: autocollect
                agency-reference: %4$s
                transfer: AUTOMATIC
                start-date: 2025-12-01
                minimum-ore: 10000
                booking-way: VOUCHER
                accounts: {receivable: 1500, interim: 1960, interest-income: 8050, fee-income: 3909, input-vat: 2710, costs: 7309}
            """;

    private NightCreditors() {}

    static Path write(Path folder, int many) throws IOException {
        Path file = folder.resolve("creditors.yaml");
        Files.writeString(
                file,
                "creditors:\n"
                        + IntStream.range(0, many)
                                .mapToObj(creditor -> ENTRY.formatted(
                                        creditor,
                                        organization(creditor),
                                        NightSides.company(creditor),
                                        NightSides.reference(creditor)))
                                .collect(Collectors.joining()));
        return file;
    }

    /** Of two numbers in a row one has a check digit at least. */
    static String organization(int creditor) {
        int number = FIRST + 2 * creditor;
        int own = check(number) < 10 ? number : number + 1;
        return own + "" + check(own);
    }

    private static int check(int number) {
        String digits = Integer.toString(number);
        int sum = 0;
        for (int at = 0; at < WEIGHTS.length; at++) {
            sum += WEIGHTS[at] * (digits.charAt(at) - '0');
        }
        return (MODULUS - sum % MODULUS) % MODULUS;
    }
}
