package no.kravbro.money;

/** Makes the voucher of a proposal that has passed {@link ProposalChecks}: line by line, the bank replaced by the interim account. */
public final class ProposalVoucher {

    private static final String NOK = "NOK";

    private final BookingLines roles;

    public ProposalVoucher(BookingLines roles) {
        this.roles = roles;
    }

    public Voucher of(Proposal proposal, Receivable receivable, String key) {
        Voucher.Builder voucher = Voucher.on(proposal.date(), key, proposal.text());
        String about = ", sak " + proposal.caseNumber() + ", faktura " + receivable.invoiceNumber();
        proposal.lines().stream()
                .filter(line -> line.amountOre() != 0)
                .map(line -> posting(proposal, line, receivable, about))
                .forEach(voucher::add);
        return voucher.build();
    }

    private Posting posting(Proposal proposal, ProposalLine line, Receivable receivable, String about) {
        Money amount = new Money(line.amountOre(), NOK);
        if (line.kind().equals(ProposalLine.BANK)) {
            // As the bank statement tells it, so that whoever clears the account finds it.
            boolean told = proposal.settled() != null && proposal.settled().bankText() != null;
            String text = told ? proposal.settled().bankText() : proposal.text();
            return Posting.of(AccountRole.INTERIM, amount, text);
        }
        LineKind kind = LineKind.valueOf(line.kind());
        String text = LineText.of(kind) + about;
        return kind == LineKind.PRINCIPAL
                ? new Posting(roles.role(kind), amount, receivable.customerId(), receivable.invoiceNumber(), text)
                : Posting.of(roles.role(kind), amount, text);
    }
}
