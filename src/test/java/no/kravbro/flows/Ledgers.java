package no.kravbro.flows;

import java.util.List;
import java.util.stream.Collectors;
import no.kravbro.money.Money;
import no.kravbro.money.Posting;
import no.kravbro.money.Voucher;
import no.kravbro.money.VoucherTable;
import no.kravbro.sandbox.tripletex.Accountant;

/** What stands in a simulated company's books, as a person reads it there. */
final class Ledgers {

    static final int INTERIM = 1960;

    private Ledgers() {}

    /** Every voucher that touches the interim account, as a table; sorted, for workers book side by side. */
    static String interim(Accountant accountant) {
        return accountant.vouchersOn(INTERIM).stream()
                .map(id -> VoucherTable.of(voucher(accountant, id)))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** One voucher, posted or waiting. */
    static String table(Accountant accountant, long id) {
        return VoucherTable.of(voucher(accountant, id));
    }

    private static Voucher voucher(Accountant accountant, long id) {
        List<Accountant.Entry> entries = accountant.entries(id);
        String key = accountant.key(id);
        return new Voucher(
                entries.get(0).date(),
                accountant.about(id),
                key == null ? "(no key)" : key,
                entries.stream().map(Ledgers::posting).toList());
    }

    private static Posting posting(Accountant.Entry entry) {
        return new Posting(
                Integer.toString(entry.account()),
                new Money(entry.ore(), "NOK"),
                entry.customer() == 0 ? null : entry.customer(),
                entry.invoice(),
                entry.text());
    }
}
