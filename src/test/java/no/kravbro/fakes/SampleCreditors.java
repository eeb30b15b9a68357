package no.kravbro.fakes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.kravbro.creditor.Bookkeeping;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Mailing;
import no.kravbro.creditor.Mandates;
import no.kravbro.creditor.SmallRemainder;
import no.kravbro.creditor.Wishes;

/** Creditors for tests that need one and do not care. */
public final class SampleCreditors {

    private SampleCreditors() {}

    /** Nordlys Elektro AS, served by AutoCollect, booking by voucher. */
    public static Creditor nordlys() {
        return nordlys("autocollect", Creditor.Transfer.DRY_RUN, Wishes.USUAL);
    }

    /** The same, and its key of Tripletex ends. */
    public static Creditor withKeyUntil(LocalDate end) {
        return nordlys(
                "autocollect",
                Creditor.Transfer.DRY_RUN,
                new Wishes(null, Map.of(), Mandates.NONE, Mailing.NOBODY, 0, end));
    }

    /** Activated by this agency on a day, or lately. */
    public static Creditor activated(String agency, LocalDate day) {
        Wishes wishes = new Wishes(null, Map.of(), Mandates.NONE, Mailing.NOBODY, 0, null, SmallRemainder.TASK, day);
        return nordlys(agency, Creditor.Transfer.AUTOMATIC, wishes);
    }

    /** The same with another agency, or handing over in another way. */
    public static Creditor nordlys(String agency, Creditor.Transfer transfer, Wishes wishes) {
        return new Creditor(
                "nordlys",
                "310245674",
                "Nordlys Elektro AS",
                0,
                "secrets/nordlys",
                true,
                agency,
                "5b1f3c1e",
                null,
                transfer,
                LocalDate.of(2025, 1, 1),
                0,
                0,
                0,
                List.of(),
                List.of(),
                Creditor.BookingWay.VOUCHER,
                Map.of("receivable", 1500, "interim", 1909),
                null,
                List.of("06:00"),
                Bookkeeping.USUAL,
                wishes);
    }

    /** A creditor of ECPay. @param login its reference there */
    public static Creditor ecpay(String login) {
        return new Creditor(
                login,
                "310245674",
                "Nordlys Elektro AS",
                0,
                "secrets/" + login,
                true,
                "ecpay",
                login,
                "99990123450",
                Creditor.Transfer.AUTOMATIC,
                LocalDate.of(2025, 1, 1),
                0,
                0,
                0,
                List.of(),
                List.of(),
                Creditor.BookingWay.VOUCHER,
                Map.of("receivable", 1500, "interim", 1909),
                null,
                List.of("06:00"),
                Bookkeeping.USUAL,
                Wishes.USUAL);
    }
}
