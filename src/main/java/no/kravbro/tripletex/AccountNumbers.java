package no.kravbro.tripletex;

import java.util.Map;

/** A posting names an account by role, or by number where there is no role for it. */
final class AccountNumbers {

    private AccountNumbers() {}

    /** The number, or null when the creditor has none for the role. */
    static Integer number(String account, Map<String, Integer> numbers) {
        Integer byRole = numbers.get(account);
        if (byRole != null) {
            return byRole;
        }
        return account.matches("\\d{1,9}") ? Integer.valueOf(account) : null;
    }
}
