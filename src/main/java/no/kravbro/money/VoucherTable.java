package no.kravbro.money;

import java.util.ArrayList;
import java.util.List;

/** A voucher as a plain-text table, for documents, the console and tests. Columns are as wide as their content. */
public final class VoucherTable {

    private static final List<String> HEAD = List.of("account", "debit", "credit", "customer", "invoice", "text");
    private static final List<Integer> RIGHT = List.of(1, 2);

    private VoucherTable() {}

    /** Date, key and description, then one row per posting, then the sums; ends with a line feed. */
    public static String of(Voucher voucher) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        voucher.postings().forEach(posting -> rows.add(row(posting)));
        rows.add(sums(voucher));
        StringBuilder text = new StringBuilder()
                .append(NorwegianFormat.day(voucher.date()))
                .append("  ")
                .append(voucher.key())
                .append('\n')
                .append(voucher.description())
                .append('\n');
        rows.forEach(row -> text.append(line(row, rows)).append('\n'));
        return text.toString();
    }

    private static List<String> row(Posting posting) {
        String amount = amount(Math.abs(posting.amount().ore()));
        return List.of(
                posting.account(),
                posting.debit() ? amount : "",
                posting.debit() ? "" : amount,
                posting.customerId() == null ? "" : posting.customerId().toString(),
                posting.invoiceNumber() == null ? "" : posting.invoiceNumber(),
                posting.description());
    }

    private static List<String> sums(Voucher voucher) {
        long debit = voucher.postings().stream()
                .filter(Posting::debit)
                .mapToLong(posting -> posting.amount().ore())
                .sum();
        // A voucher balances by construction, so the credit side needs no sum of its own.
        return List.of("sum " + voucher.currency(), amount(debit), amount(debit), "", "", "");
    }

    private static String line(List<String> row, List<List<String>> rows) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            cells.add(cell(row.get(column), column, width(column, rows)));
        }
        return String.join(" | ", cells).stripTrailing();
    }

    private static String cell(String text, int column, int width) {
        String blanks = " ".repeat(width - text.length());
        return RIGHT.contains(column) ? blanks + text : text + blanks;
    }

    private static int width(int column, List<List<String>> rows) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    /** Fixed-width text can neither break nor use the wide no-break space. */
    private static String amount(long ore) {
        return NorwegianFormat.amount(ore).replace(NorwegianFormat.NO_BREAK_SPACE, ' ');
    }
}
