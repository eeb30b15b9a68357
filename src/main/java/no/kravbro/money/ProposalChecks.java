package no.kravbro.money;

import java.util.Map;
import java.util.Optional;
import no.kravbro.money.ProposalRefusal.Reason;

/**
 * Does a proposal hold together, and is it about the open item it names? Nothing is corrected: what fails is refused, and the
 * agency sends a new one. A proposal that passes gives a voucher that balances.
 */
public final class ProposalChecks {

    /** VAT code of deductible input VAT, high rate: the only one a collection fee carries. */
    private static final String INPUT_VAT = "1";

    private final BookingLines roles;
    private final Map<String, Integer> accounts;
    private final String customerNumber;
    private final String invoiceNumber;

    /**
     * @param accounts the creditor's ledger account numbers by role
     * @param customerNumber and {@code invoiceNumber} the open item as our own books know it
     */
    public ProposalChecks(
            BookingLines roles, Map<String, Integer> accounts, String customerNumber, String invoiceNumber) {
        this.roles = roles;
        this.accounts = Map.copyOf(accounts);
        this.customerNumber = customerNumber;
        this.invoiceNumber = invoiceNumber;
    }

    /** The first thing that is wrong, or empty when it may be booked. */
    public Optional<ProposalRefusal> of(Proposal proposal) {
        long sum = proposal.lines().stream().mapToLong(ProposalLine::amountOre).reduce(0, Math::addExact);
        if (sum != 0 || proposal.lines().isEmpty()) {
            return no(Reason.UNBALANCED, "the lines sum to " + Money.decimal(sum));
        }
        return proposal.lines().stream()
                .flatMap(line -> line(line).stream())
                .findFirst()
                .or(() -> settled(proposal));
    }

    private Optional<ProposalRefusal> line(ProposalLine line) {
        if (line.kind() == null) {
            return no(Reason.UNKNOWN_ACCOUNT, "a line says not what it is about");
        }
        if (line.kind().equals(ProposalLine.BANK)) {
            return Optional.empty();
        }
        Optional<LineKind> kind = kind(line);
        if (kind.isEmpty()) {
            return no(Reason.UNKNOWN_ACCOUNT, "nobody has told where " + line.kind() + " is booked");
        }
        if (line.is(LineKind.VAT) && !INPUT_VAT.equals(line.vatCode())) {
            return no(Reason.UNKNOWN_ACCOUNT, "VAT code " + line.vatCode() + " was not agreed");
        }
        Integer agreed = accounts.get(roles.role(kind.get()));
        if (agreed == null || line.account() != null && !line.account().equals(agreed)) {
            return no(Reason.UNKNOWN_ACCOUNT, line.kind() + " on " + line.account() + ", agreed is " + agreed);
        }
        boolean ours = customerNumber.equals(line.customerNumber()) && invoiceNumber.equals(line.invoiceNumber());
        return line.is(LineKind.PRINCIPAL) && !ours
                ? no(Reason.UNKNOWN_CLAIM, "names another customer or invoice than the claim")
                : Optional.empty();
    }

    private static Optional<LineKind> kind(ProposalLine line) {
        for (LineKind kind : LineKind.values()) {
            if (line.is(kind)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The settlement beside it holds together, and tells the same amounts as the voucher. */
    private static Optional<ProposalRefusal> settled(Proposal proposal) {
        Proposal.Split split = proposal.settled();
        if (split == null) {
            boolean needed = proposal.type() == Proposal.Type.PAYMENT || proposal.type() == Proposal.Type.SETTLEMENT;
            return needed ? no(Reason.AMOUNT, "it comes without its settlement") : Optional.empty();
        }
        for (Finding finding : SettlementChecks.of(settlement(proposal, split))) {
            return no(Reason.AMOUNT, finding.detail());
        }
        if (split.carriedInOre() > 0 || split.carriedOutOre() > 0) {
            return no(Reason.AMOUNT, "a carried balance is in the creditor's favour");
        }
        if (split.netPayoutOre() != proposal.netOre()) {
            return no(
                    Reason.AMOUNT,
                    "net payout: stated " + Money.decimal(split.netPayoutOre()) + ", booked "
                            + Money.decimal(proposal.netOre()));
        }
        return parts(proposal, split);
    }

    /** What this money event gives the creditor is the payout without the balances carried into and out of it. */
    private static Settlement settlement(Proposal proposal, Proposal.Split split) {
        long net = Math.addExact(Math.subtractExact(split.netPayoutOre(), split.carriedInOre()), split.carriedOutOre());
        return new Settlement(
                proposal.id(),
                proposal.claimKey(),
                proposal.caseNumber(),
                null,
                proposal.date(),
                null,
                "NOK",
                split.grossOre(),
                split.agencyTotalOre(),
                net,
                proposal.reverses(),
                split.lines(),
                null,
                null);
    }

    private static Optional<ProposalRefusal> parts(Proposal proposal, Proposal.Split split) {
        for (LineKind kind : LineKind.values()) {
            long toCreditor = split.lines().stream()
                    .filter(line -> kind.name().equals(line.kind()))
                    .mapToLong(SettlementLine::toCreditorOre)
                    .reduce(0, Math::addExact);
            if (toCreditor != -proposal.sum(kind.name())) {
                return no(
                        Reason.AMOUNT,
                        kind + ": settled " + Money.decimal(toCreditor) + ", booked "
                                + Money.decimal(-proposal.sum(kind.name())));
            }
        }
        return Optional.empty();
    }

    private static Optional<ProposalRefusal> no(Reason reason, String detail) {
        return Optional.of(new ProposalRefusal(reason, detail));
    }
}
