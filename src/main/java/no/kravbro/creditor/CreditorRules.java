package no.kravbro.creditor;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import no.bekk.bekkopen.org.OrganisasjonsnummerValidator;
import no.kravbro.MailRules;
import no.kravbro.WrongSetting;

/** What a creditor may say of itself. Throws {@link WrongSetting} that names creditor and field. */
final class CreditorRules {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{11}");
    private static final Set<String> ROLES = Set.of(
            "receivable",
            "interim",
            "interest-income",
            "fee-income",
            "input-vat",
            "costs",
            "reminder-fees",
            "collection-fees",
            "court-costs",
            "agency-deductions");
    private static final List<String> ALWAYS_NEEDED = List.of("receivable", "interim");
    private static final int LOWEST_ACCOUNT = 1000;
    private static final int HIGHEST_ACCOUNT = 9_999_999;

    private CreditorRules() {}

    static void check(String file, List<Creditor> creditors) {
        Set<String> seen = new HashSet<>();
        for (Creditor creditor : creditors) {
            String where = file + " creditor " + creditor.id();
            who(where, creditor);
            limits(where, creditor);
            creditor.everywhere().forEach(each -> {
                books(where, each);
                accounts(where, each.accounts());
                dimensions(where, each);
            });
            mailing(where + " field mail.", creditor.wishes().mailing());
            if (!seen.add(creditor.id()) || !seen.add(creditor.organizationNumber())) {
                throw new WrongSetting(where, "stands there twice", "keep one id and organization number per creditor");
            }
        }
    }

    private static void who(String where, Creditor creditor) {
        if (creditor.id() == null || !ID.matcher(creditor.id()).matches()) {
            throw new WrongSetting(where + " field id", "is not a short name", "use small letters, digits and hyphens");
        }
        String number = creditor.organizationNumber();
        if (number == null || !OrganisasjonsnummerValidator.isValid(number)) {
            throw new WrongSetting(
                    where + " field organization-number",
                    "is not a Norwegian organization number",
                    "write its nine digits in quotes");
        }
        needed(where, "name", creditor.name());
        needed(where, "agency", creditor.agency());
        creditor.everywhere().forEach(each -> bankAccount(where, each.bankAccount()));
    }

    static void tokenFile(String where, Creditor creditor) {
        needed(where, "employee-token-file", creditor.employeeTokenFile());
    }

    private static void bankAccount(String where, String account) {
        if (account != null && !ACCOUNT.matcher(account).matches()) {
            throw new WrongSetting(
                    where + " field bank-account", "is not an account number", "write its eleven digits in quotes");
        }
    }

    private static void limits(String where, Creditor creditor) {
        needed(where, "start-date", creditor.startDate());
        if (creditor.minimumOre() < 0
                || creditor.maximumOre() < 0
                || creditor.maximumAgeDays() < 0
                || creditor.wishes().closeBelowOre() < 0) {
            throw new WrongSetting(where, "has a limit below zero", "use 0 for no limit");
        }
        if (creditor.maximumOre() > 0 && creditor.maximumOre() < creditor.minimumOre()) {
            throw new WrongSetting(where + " field maximum-ore", "is below minimum-ore", "raise it or use 0");
        }
        times(where, "scan-at", creditor.scanAt());
        times(where, "sync-at", creditor.bookkeeping().syncAt());
    }

    private static void books(String where, Creditor creditor) {
        if (creditor.bookingWay() == Creditor.BookingWay.INVOICE_PAYMENT) {
            needed(where, "payment-type", creditor.paymentType());
        }
    }

    static void times(String where, String field, List<String> times) {
        if (times.isEmpty()) {
            throw new WrongSetting(where + " field " + field, "names no time of day", "write it as [\"06:00\"]");
        }
        for (String time : times) {
            if (!TIME.matcher(String.valueOf(time)).matches()) {
                throw new WrongSetting(
                        where + " field " + field,
                        "has " + time + ", which is no time of day",
                        "write it as \"06:00\"");
            }
        }
    }

    private static void dimensions(String where, Creditor creditor) {
        for (String role : creditor.bookkeeping().dimensions().keySet()) {
            if (!creditor.accounts().containsKey(role)) {
                throw new WrongSetting(
                        where + " field dimensions." + role,
                        "is no role of its accounts",
                        "use one of "
                                + String.join(
                                        ", ", new TreeSet<>(creditor.accounts().keySet())));
            }
        }
    }

    private static void mailing(String where, Mailing mailing) {
        MailRules.language(where + "language", mailing.language());
        MailRules.addresses(where + "deadlines", mailing.deadlines());
        MailRules.addresses(where + "digests", mailing.digests());
        MailRules.addresses(where + "settlements", mailing.settlements());
    }

    private static void accounts(String where, Map<String, Integer> accounts) {
        for (String role : ALWAYS_NEEDED) {
            needed(where, "accounts." + role, accounts.get(role));
        }
        accounts.forEach((role, number) -> {
            String key = where + " field accounts." + role;
            if (!ROLES.contains(role)) {
                throw new WrongSetting(key, "is not an account role", "use one of " + String.join(", ", sorted()));
            }
            if (number == null || number < LOWEST_ACCOUNT || number > HIGHEST_ACCOUNT) {
                throw new WrongSetting(key, "is not a ledger account", "give the account's number, for example 1500");
            }
        });
    }

    private static List<String> sorted() {
        return ROLES.stream().sorted().toList();
    }

    private static void needed(String where, String field, Object value) {
        if (value == null || value.toString().isBlank()) {
            throw new WrongSetting(where + " field " + field, "is missing", "set it");
        }
    }
}
