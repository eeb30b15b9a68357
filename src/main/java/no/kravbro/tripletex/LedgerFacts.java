package no.kravbro.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a company's ledger looks like where we book: accounts by number, accounting periods, payment types by name.
 *
 * @param numbered ids of departments, projects and products by number, as far as the creditor uses them
 */
public record LedgerFacts(
        Map<Integer, LedgerAccount> accounts,
        List<Period> periods,
        Map<String, Long> paymentTypes,
        Map<Dimension, Map<String, Long>> numbered) {

    /** @param end first day that does not belong to it, as the API counts */
    public record Period(LocalDate start, LocalDate end, boolean closed) {

        boolean holds(LocalDate day) {
            return !day.isBefore(start) && day.isBefore(end);
        }
    }

    public LedgerFacts {
        accounts = Map.copyOf(accounts);
        periods = List.copyOf(periods);
        paymentTypes = Map.copyOf(paymentTypes);
        numbered = Map.copyOf(numbered);
    }

    /** Of a company that books without departments, projects and products. */
    public LedgerFacts(Map<Integer, LedgerAccount> accounts, List<Period> periods, Map<String, Long> paymentTypes) {
        this(accounts, periods, paymentTypes, Map.of());
    }

    /** Id of the department, project or product with this number, when there is one in use. */
    Optional<Long> id(Dimension dimension, String number) {
        return Optional.ofNullable(numbered.getOrDefault(dimension, Map.of()).get(number));
    }

    public Optional<LedgerAccount> account(int number) {
        return Optional.ofNullable(accounts.get(number));
    }

    /** Id of the payment type with this description, exactly as the creditor named it. */
    public Optional<Long> paymentType(String description) {
        return Optional.ofNullable(paymentTypes.get(description));
    }

    /** True only when a period holds the day and is closed; a day that no known period holds is not judged here. */
    public boolean closed(LocalDate day) {
        return periods.stream().anyMatch(period -> period.holds(day) && period.closed());
    }

    static Map<Integer, LedgerAccount> readAccounts(String answer) {
        Map<Integer, LedgerAccount> accounts = new HashMap<>();
        for (JsonNode node : InvoiceReader.list(answer)) {
            Fields fields = new Fields("Account", node);
            int number = fields.needed("number").asInt();
            accounts.put(
                    number,
                    new LedgerAccount(
                            fields.id(),
                            number,
                            fields.text("ledgerType"),
                            fields.flag("vatLocked"),
                            fields.reference("vatType"),
                            fields.flag("isInactive"),
                            fields.flag("requiresDepartment"),
                            fields.flag("requiresProject")));
        }
        return accounts;
    }

    static List<Period> readPeriods(String answer) {
        List<Period> periods = new ArrayList<>();
        for (JsonNode node : InvoiceReader.list(answer)) {
            Fields fields = new Fields("Accounting period", node);
            periods.add(new Period(fields.day("start"), fields.day("end"), fields.flag("isClosed")));
        }
        return periods;
    }

    /** Two types of one name cannot be told apart, so neither is known. */
    static Map<String, Long> readPaymentTypes(String answer) {
        Map<String, Long> types = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (JsonNode node : InvoiceReader.list(answer)) {
            Fields fields = new Fields("Payment type", node);
            String name = fields.text("description");
            if (name != null && types.put(name, fields.id()) != null) {
                twice.add(name);
            }
        }
        types.keySet().removeAll(twice);
        return types;
    }
}
