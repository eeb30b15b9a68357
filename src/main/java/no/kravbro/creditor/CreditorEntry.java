package no.kravbro.creditor;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.kravbro.claim.routing.RoutingRule;

/** A creditor as written in the file, before the defaults: what is left out is null here. */
record CreditorEntry(
        String id,
        String organizationNumber,
        String name,
        Long companyId,
        String employeeTokenFile,
        Boolean vatRegistered,
        String agency,
        String agencyReference,
        String bankAccount,
        Creditor.Transfer transfer,
        LocalDate startDate,
        Long minimumOre,
        Long maximumOre,
        Integer maximumAgeDays,
        List<String> excludedInvoices,
        List<String> excludedCustomers,
        Creditor.BookingWay bookingWay,
        Map<String, Integer> accounts,
        String paymentType,
        List<String> scanAt,
        List<String> syncAt,
        Map<String, Dimensions> dimensions,
        Boolean attachRemittance,
        Bookkeeping.StatusIn statusIn,
        String takeover,
        Mailing mail,
        Long closeBelowOre,
        SmallRemainder closeSmall,
        LocalDate keyExpiresOn,
        LocalDate activatedOn,
        List<Mandate> agencies,
        List<RoutingRule> routing) {

    private static final List<String> EARLY_MORNING = List.of("06:00");

    /** Sends nothing unless told to: a creditor that does not say AUTOMATIC is only decided about. */
    Creditor creditor() {
        Creditor whole = whole(Mandates.NONE);
        return several()
                ? whole(Mandates.of(whole, agencies, routing))
                        .at(agencies.get(0).agency())
                : whole;
    }

    /** Whether it names its agencies in the form for several. */
    boolean several() {
        return agencies != null && !agencies.isEmpty();
    }

    private Creditor whole(Mandates mandates) {
        return new Creditor(
                id,
                organizationNumber,
                name,
                or(companyId, 0L),
                employeeTokenFile,
                or(vatRegistered, true),
                agency,
                agencyReference,
                bankAccount,
                or(transfer, Creditor.Transfer.DRY_RUN),
                startDate,
                or(minimumOre, 0L),
                or(maximumOre, 0L),
                or(maximumAgeDays, 0),
                or(excludedInvoices, List.of()),
                or(excludedCustomers, List.of()),
                or(bookingWay, Creditor.BookingWay.VOUCHER),
                or(accounts, Map.of()),
                paymentType,
                or(scanAt, EARLY_MORNING),
                bookkeeping(),
                new Wishes(
                        takeover,
                        Map.of(),
                        mandates,
                        or(mail, Mailing.NOBODY),
                        or(closeBelowOre, 0L),
                        keyExpiresOn,
                        or(closeSmall, SmallRemainder.TASK),
                        activatedOn));
    }

    private Bookkeeping bookkeeping() {
        return new Bookkeeping(
                or(syncAt, Bookkeeping.USUAL.syncAt()),
                or(dimensions, Bookkeeping.USUAL.dimensions()),
                or(attachRemittance, Bookkeeping.USUAL.attachRemittance()),
                or(statusIn, Bookkeeping.USUAL.statusIn()));
    }

    private static <T> T or(T value, T otherwise) {
        return Objects.requireNonNullElse(value, otherwise);
    }
}
