package no.kravbro.sandbox.autocollect;

/** The verdict on one item of a batch; code and reason null = succeeded. */
record BatchItem(String invoiceId, String invoiceNumber, String caseNumber, String key, String code, String reason) {

    static BatchItem done(ClaimRow claim) {
        return new BatchItem(
                claim.invoiceId,
                claim.invoiceNumber,
                claim.caseId == null ? null : Long.toString(claim.caseNumber),
                claim.key,
                null,
                null);
    }
}
