package no.kravbro.sandbox.ecpay;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kravbro.sandbox.Payout;
import no.kravbro.sandbox.Store;

/** Everything the agency remembers. */
final class Books {

    private static final long FIRST_CASE = 500_200;
    private static final long FIRST_BOOKING = 30_100;

    private final Store store;
    final Store.Table<CaseRow> cases;
    final Store.Table<MoneyRow> money;
    final Store.Table<Plan> plans;
    /** What was answered to a REFERANSE, with the content it came with. */
    final Store.Table<Answered> answered;
    /** Last number read per login and kind, carried balances, and the moment lived up to. */
    final Store.Table<Long> numbers;
    /** Files made and not put out yet. */
    final Store.Table<Held> held;

    record Answered(String content, List<String> result) {}

    /** Settlements paid out. */
    final Store.Table<Payout> payouts;

    /** @param again the right one comes under the next number; otherwise this very file is put out */
    record Held(String login, String directory, String name, byte[] bytes, boolean again) {}

    Books(Store store) {
        this.store = store;
        this.cases = store.table("ecpay-cases", CaseRow.class);
        this.money = store.table("ecpay-money", MoneyRow.class);
        this.plans = store.table("ecpay-plans", Plan.class);
        this.answered = store.table("ecpay-answered", Answered.class);
        this.numbers = store.table("ecpay-numbers", Long.class);
        this.payouts = store.table("ecpay-payouts", Payout.class);
        this.held = store.table("ecpay-held", Held.class);
    }

    long nextCase(Plan plan) {
        return plan.caseNumber() == 0 ? store.next("ecpay-case", FIRST_CASE) : plan.caseNumber();
    }

    String nextBooking(CaseRow row) {
        boolean scripted = row.paymentsMade == 0 && row.plan.bookNumber() != 0;
        return "B-" + (scripted ? row.plan.bookNumber() : store.next("ecpay-booking", FIRST_BOOKING));
    }

    long nextFile(Client client, Kind kind, long first) {
        return store.next("ecpay-file-" + client.login() + "-" + kind, first);
    }

    long number(String name) {
        Long value = numbers.get(name);
        return value == null ? 0 : value;
    }

    void put(CaseRow row) {
        cases.put(Long.toString(row.caseNumber), row);
    }

    CaseRow caseOf(MoneyRow row) {
        return cases.get(Long.toString(row.caseNumber()));
    }

    List<CaseRow> casesOf(Client client) {
        return cases.all().stream()
                .filter(row -> row.login.equals(client.login()))
                .sorted(Comparator.comparingLong(row -> row.caseNumber))
                .toList();
    }

    Optional<CaseRow> open(Client client, String invoiceId) {
        return casesOf(client).stream()
                .filter(row -> row.isOpen() && row.invoiceId.equals(invoiceId))
                .findFirst();
    }

    /** Payments on a case that nobody has taken back, in the order they came. */
    Stream<MoneyRow> paymentsOn(CaseRow row) {
        Set<String> takenBack = money.all().stream().map(MoneyRow::reverses).collect(Collectors.toSet());
        return money.all().stream()
                .filter(each -> each.caseNumber() == row.caseNumber && each.reverses() == null)
                .filter(each -> each.lines().stream().anyMatch(line -> line.paidOre() > 0))
                .filter(each -> !takenBack.contains(each.id()))
                .sorted(Comparator.comparing(MoneyRow::id));
    }

    List<MoneyRow> moneyOf(Client client) {
        return money.all().stream()
                .filter(row -> caseOf(row).login.equals(client.login()))
                .sorted(Comparator.comparing(MoneyRow::id))
                .toList();
    }
}
