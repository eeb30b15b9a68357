package no.kravbro.flows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import no.kravbro.agency.file.FileAmount;
import no.kravbro.money.Money;
import no.kravbro.sandbox.ecpay.EcpaySandbox;

/** A file of bookings as ECPay writes it for Nordlys Elektro AS, put together by a test. */
final class BookingFile {

    private static final int TO_CREDITOR = 14;

    private BookingFile() {}

    static void place(EcpaySandbox ecpay, int number, String... lines) {
        String name = "EC_310245674_BOK_%06d_20260205230000.csv".formatted(number);
        ecpay.place("nordlys", "ut", name, file(number, lines).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String file(int number, String... lines) {
        long sum = Stream.of(lines)
                .mapToLong(line -> FileAmount.ore(line.split(";")[TO_CREDITOR]))
                .sum();
        return "HDR;BOK;1;310245674;ECPAY;KRAVBRO;" + number + ";05.02.2026 23:00:00\r\n" + String.join("", lines)
                + "TRL;" + number + ";" + lines.length + ";"
                + Money.decimal(sum).toPlainString().replace('.', ',') + "\r\n";
    }

    /** Interest alone. @param paid as it stands in the file, right or wrong */
    static String line(String id, String type, String claim, String paid, String toCreditor) {
        return begin(id, 1, type, "", claim) + "RENTE;" + paid + ";" + toCreditor + ";0,00;;\r\n";
    }

    /** The worked example's booking of the claim that went to collection, taken back. */
    static String[] takenBack(String id, String claim) {
        List<String> amounts = List.of(
                "HOVEDSTOL;-10000,00;-10000,00;0,00;;",
                "RENTE;-149,11;-149,11;0,00;;",
                "SALAER;-600,00;0,00;-600,00;;",
                "MVA;0,00;150,00;-150,00;-600,00;25,00");
        String[] lines = new String[amounts.size()];
        for (int at = 0; at < lines.length; at++) {
            lines[at] = begin(id, at + 1, "TILBAKEFORING", "B-30019", claim) + amounts.get(at) + "\r\n";
        }
        return lines;
    }

    private static String begin(String id, int number, String type, String takesBack, String claim) {
        return String.join(
                ";",
                "BOK",
                id,
                Integer.toString(number),
                type,
                takesBack,
                claim.replace('-', ';'),
                "10023;20011;500123;05.02.2026;2026-06;");
    }
}
