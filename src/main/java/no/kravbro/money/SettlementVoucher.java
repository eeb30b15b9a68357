package no.kravbro.money;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the booking of a settlement that has passed {@link SettlementChecks}: the net on the interim account, each
 * line's share of the creditor on its account, nothing of what the agency kept. A reversal, whose amounts are all
 * negated, comes out mirrored. A settlement that has not passed is refused ({@link IllegalArgumentException}).
 */
public final class SettlementVoucher {

    private final BookingLines lines;

    public SettlementVoucher(BookingLines lines) {
        this.lines = lines;
    }

    /** All in one voucher; no voucher when nothing concerns the creditor (the agency kept all that was paid). */
    public SettlementBooking asVoucher(Settlement settlement, Receivable receivable, String key) {
        Optional<Voucher> voucher =
                voucher(settlement, settlement.lines(), settlement.netToCreditorOre(), receivable, key);
        return new SettlementBooking(money(settlement, 0), voucher);
    }

    /** Principal as a payment on the invoice, whose payment type debits the interim account; the rest in a voucher. */
    public SettlementBooking asInvoicePayment(Settlement settlement, Receivable receivable, String key) {
        long principal = principal(settlement);
        List<SettlementLine> rest = settlement.lines().stream()
                .filter(line -> kind(line) != LineKind.PRINCIPAL)
                .toList();
        long net = Math.subtractExact(settlement.netToCreditorOre(), principal);
        return new SettlementBooking(money(settlement, principal), voucher(settlement, rest, net, receivable, key));
    }

    /** The part of a settlement that lowers the invoice. */
    public static long principal(Settlement settlement) {
        return settlement.lines().stream()
                .filter(line -> kind(line) == LineKind.PRINCIPAL)
                .mapToLong(SettlementLine::toCreditorOre)
                .reduce(0, Math::addExact);
    }

    private Optional<Voucher> voucher(
            Settlement settlement, List<SettlementLine> lines, long net, Receivable receivable, String key) {
        Voucher.Builder voucher = Voucher.on(settlement.settlementDate(), key, description(settlement, receivable));
        Stream.concat(
                        interim(settlement, net, receivable),
                        lines.stream()
                                .filter(line -> line.toCreditorOre() != 0)
                                .map(line -> posting(settlement, line, receivable)))
                .sorted(Comparator.comparing(posting -> !posting.debit()))
                .forEach(voucher::add);
        return voucher.isEmpty() ? Optional.empty() : Optional.of(voucher.build());
    }

    private static Stream<Posting> interim(Settlement settlement, long net, Receivable receivable) {
        return net == 0
                ? Stream.empty()
                : Stream.of(Posting.of(
                        AccountRole.INTERIM,
                        money(settlement, net),
                        "Netto fra inkasso, " + about(settlement, receivable)));
    }

    private Posting posting(Settlement settlement, SettlementLine line, Receivable receivable) {
        LineKind kind = kind(line);
        Money amount = money(settlement, line.toCreditorOre()).negate();
        String text = LineText.of(kind) + ", " + about(settlement, receivable);
        return kind == LineKind.PRINCIPAL
                ? new Posting(lines.role(kind), amount, receivable.customerId(), receivable.invoiceNumber(), text)
                : Posting.of(lines.role(kind), amount, text);
    }

    private static LineKind kind(SettlementLine line) {
        return LineKind.valueOf(line.kind());
    }

    private static Money money(Settlement settlement, long ore) {
        return new Money(ore, settlement.currency());
    }

    private static String description(Settlement settlement, Receivable receivable) {
        String what = settlement.reverses() == null ? "Oppgjør inkasso, " : "Tilbakeført oppgjør inkasso, ";
        return what + about(settlement, receivable);
    }

    private static String about(Settlement settlement, Receivable receivable) {
        return "sak " + settlement.caseNumber() + ", faktura " + receivable.invoiceNumber();
    }
}
