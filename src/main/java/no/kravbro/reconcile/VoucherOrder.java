package no.kravbro.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.List;
import no.kravbro.bundle.ExactJson;
import no.kravbro.money.Money;
import no.kravbro.money.Posting;
import no.kravbro.money.Voucher;

/** A voucher as the payload of the delivery that posts it. Amounts in øre, debit positive. */
record VoucherOrder(String key, LocalDate date, String description, String currency, List<Line> lines) {

    record Line(String account, long ore, Long customerId, String invoiceNumber, String description) {}

    static String json(Voucher voucher) {
        List<Line> lines = voucher.postings().stream()
                .map(posting -> new Line(
                        posting.account(),
                        posting.amount().ore(),
                        posting.customerId(),
                        posting.invoiceNumber(),
                        posting.description()))
                .toList();
        return ExactJson.write(ExactJson.treeOf(
                new VoucherOrder(voucher.key(), voucher.date(), voucher.description(), voucher.currency(), lines)));
    }

    static Voucher voucher(String json) {
        try {
            VoucherOrder order = ExactJson.value(json, VoucherOrder.class);
            List<Posting> postings = order.lines().stream()
                    .map(line -> new Posting(
                            line.account(),
                            new Money(line.ore(), order.currency()),
                            line.customerId(),
                            line.invoiceNumber(),
                            line.description()))
                    .toList();
            return new Voucher(order.date(), order.description(), order.key(), postings);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("The payload of a booking is not a voucher order", notOurs);
        }
    }
}
