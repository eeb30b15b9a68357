package no.kravbro.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A voucher that was left for a person, as it stands now.
 *
 * @param number number and year once it is in the books, null while it waits
 * @param lines all its postings, those that the accounting system makes by itself too
 */
public record PersonsVoucher(long id, String number, LocalDate date, List<PostedLine> lines) {

    /** True when a person has sent it to the ledger. */
    public boolean posted() {
        return number != null;
    }

    /** The vouchers of a list answer. */
    public static List<PersonsVoucher> list(String answer) {
        return InvoiceReader.list(answer).stream().map(PersonsVoucher::read).toList();
    }

    /** The voucher of a single-object answer. */
    public static PersonsVoucher one(String answer) {
        return read(InvoiceReader.value(answer));
    }

    private static PersonsVoucher read(JsonNode node) {
        Fields fields = new Fields("Voucher", node);
        String number = fields.text("number");
        boolean numbered = number != null && !number.equals("0");
        List<PostedLine> lines = new ArrayList<>();
        for (JsonNode posting : node.path("postings")) {
            Fields line = new Fields("Posting", posting);
            Long account = line.reference("account");
            lines.add(new PostedLine(line.id(), account == null ? 0 : account, line.ore("amount")));
        }
        return new PersonsVoucher(
                fields.id(), numbered ? number + "-" + fields.text("year") : null, fields.day("date"), lines);
    }
}
