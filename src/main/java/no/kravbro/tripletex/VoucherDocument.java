package no.kravbro.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.kravbro.bundle.ExactJson;
import no.kravbro.creditor.Bookkeeping;
import no.kravbro.money.Posting;
import no.kravbro.money.Voucher;

/**
 * A voucher with the company's own account ids: the input of {@code tripletex/map/voucher.jslt}. Amounts in øre, debit
 * positive; one row per line, since the API refuses row 0.
 */
public record VoucherDocument(String date, String description, String key, List<Line> lines) {

    /** @param customerId null where the account is no customer ledger */
    public record Line(
            int row,
            long accountId,
            long amountOre,
            Long customerId,
            String invoiceNumber,
            String description,
            Long departmentId,
            Long projectId,
            Long productId) {}

    /** Throws {@link IllegalArgumentException} for what {@link BookingRefusal#check} would have refused. */
    public static VoucherDocument of(
            Voucher voucher, Map<String, Integer> numbers, Bookkeeping bookkeeping, LedgerFacts facts) {
        if (!voucher.currency().equals("NOK")) {
            throw new IllegalArgumentException("Vouchers are booked in NOK only, not in " + voucher.currency());
        }
        List<Line> lines = new ArrayList<>();
        for (Posting posting : voucher.postings()) {
            lines.add(new Line(
                    lines.size() + 1,
                    accountId(posting, numbers, facts),
                    posting.amount().ore(),
                    posting.customerId(),
                    posting.invoiceNumber(),
                    posting.description(),
                    id(Dimension.DEPARTMENT, posting, bookkeeping, facts),
                    id(Dimension.PROJECT, posting, bookkeeping, facts),
                    id(Dimension.PRODUCT, posting, bookkeeping, facts)));
        }
        return new VoucherDocument(voucher.date().toString(), voucher.description(), voucher.key(), lines);
    }

    /** As the mapping wants it. */
    public JsonNode json() {
        return ExactJson.treeOf(this);
    }

    private static Long id(Dimension dimension, Posting posting, Bookkeeping bookkeeping, LedgerFacts facts) {
        String wanted = dimension.wanted(bookkeeping.of(posting.account()));
        return wanted == null
                ? null
                : facts.id(dimension, wanted)
                        .orElseThrow(() -> new IllegalArgumentException("No " + dimension.word() + " " + wanted));
    }

    private static long accountId(Posting posting, Map<String, Integer> numbers, LedgerFacts facts) {
        Integer number = AccountNumbers.number(posting.account(), numbers);
        if (number == null) {
            throw new IllegalArgumentException("No account number for " + posting.account());
        }
        return facts.account(number)
                .orElseThrow(() -> new IllegalArgumentException("No account " + number))
                .id();
    }
}
