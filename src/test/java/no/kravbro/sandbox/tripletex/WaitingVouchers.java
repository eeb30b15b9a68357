package no.kravbro.sandbox.tripletex;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import no.kravbro.sandbox.SandboxClock;

/**
 * The habit of an accountant with vouchers that an integration has left waiting: posts each the day after it came, and deletes
 * one now and then. Which one is decided by its key alone.
 */
final class WaitingVouchers {

    private static final int ONE_OF = 9;

    private final Archive archive;
    private final Bookkeeping bookkeeping;
    private final VoucherApi vouchers;
    private boolean atRest;

    WaitingVouchers(Archive archive, Bookkeeping bookkeeping, VoucherApi vouchers) {
        this.archive = archive;
        this.bookkeeping = bookkeeping;
        this.vouchers = vouchers;
    }

    /** Waiting vouchers are left alone from now on. */
    void rest() {
        atRest = true;
    }

    void decide() {
        if (atRest) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(archive.clock().instant(), SandboxClock.OSLO);
        for (Books books : archive.companies()) {
            List<Row> waiting = books.stream("Voucher")
                    .filter(row -> row.number("number") == 0 && row.text("externalVoucherNumber") != null)
                    .filter(row -> OffsetDateTime.parse(row.text("_created"))
                            .toLocalDate()
                            .isBefore(today))
                    .toList();
            waiting.forEach(row -> decide(books, row));
        }
    }

    private void decide(Books books, Row voucher) {
        if (Math.floorMod(voucher.text("externalVoucherNumber").hashCode(), ONE_OF) == 0) {
            vouchers.remove(books, voucher);
        } else {
            bookkeeping.number(books, voucher);
        }
    }
}
