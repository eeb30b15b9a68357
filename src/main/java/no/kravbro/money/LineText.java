package no.kravbro.money;

/** What the creditor's accountant reads on a posting. Norwegian whatever the console's language: it stands in Norwegian books. */
final class LineText {

    private LineText() {}

    static String of(LineKind kind) {
        return switch (kind) {
            case PRINCIPAL -> "Hovedstol";
            case LATE_INTEREST -> "Forsinkelsesrente";
            case REMINDER_FEE -> "Purregebyr";
            case COLLECTION_FEE -> "Salær";
            case VAT -> "Merverdiavgift";
            case COURT_COSTS -> "Sakskostnader";
            case AGENCY_DEDUCTION -> "Fradrag fra inkassobyrå";
        };
    }
}
