package no.kravbro.claim;

/**
 * What people in the accounting system see of a claim under its invoice: how far it has come, and what that asks of them.
 *
 * @param status PROCESSING, DONE, RECLAIMED or ERROR
 * @param message NONE, ONGOING, NEEDS_APPROVAL, WITHDRAWN or SETTLED
 */
public record InvoiceStatus(String status, String message) {

    private static final InvoiceStatus ERROR = new InvoiceStatus("ERROR", "NONE");

    /** Null while there is nothing to show: the agency has not got it, or not got it yet. Source: Tripletex' voucher status. */
    public static InvoiceStatus of(ClaimState state, Stage stage, String closeReason) {
        return switch (state) {
            case PENDING, STOPPED -> null;
            case REFUSED -> ERROR;
            case ACCEPTED ->
                new InvoiceStatus("PROCESSING", stage == Stage.LIST_PENDING ? "NEEDS_APPROVAL" : "ONGOING");
            case CLOSED -> closed(String.valueOf(closeReason));
        };
    }

    private static InvoiceStatus closed(String reason) {
        return switch (reason) {
            case "WITHDRAWN" -> new InvoiceStatus("RECLAIMED", "WITHDRAWN");
            case "PAID", "PARTIAL_SETTLEMENT" -> new InvoiceStatus("DONE", "SETTLED");
            case "ERROR" -> ERROR;
            default -> new InvoiceStatus("DONE", "NONE");
        };
    }
}
