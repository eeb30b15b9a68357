package no.kravbro.tripletex;

/**
 * What an account of a company's chart demands of a posting.
 *
 * @param id the company's id of it; ids differ per company, numbers do not
 * @param ledgerType GENERAL, CUSTOMER, VENDOR, EMPLOYEE or ASSET
 * @param vatLocked no VAT type but its own may stand on it
 * @param vatType id of its VAT type, or null; 0 is "none"
 */
public record LedgerAccount(
        long id,
        int number,
        String ledgerType,
        boolean vatLocked,
        Long vatType,
        boolean inactive,
        boolean requiresDepartment,
        boolean requiresProject) {

    boolean demands(Dimension dimension) {
        return switch (dimension) {
            case DEPARTMENT -> requiresDepartment;
            case PROJECT -> requiresProject;
            case PRODUCT -> false;
        };
    }

    boolean customerLedger() {
        return "CUSTOMER".equals(ledgerType);
    }

    /** True when a posting without a VAT type, the only kind we make, cannot stand on it. */
    boolean demandsVat() {
        return vatLocked && vatType != null && vatType != 0;
    }
}
