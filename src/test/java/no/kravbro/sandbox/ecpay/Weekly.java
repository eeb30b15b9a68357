package no.kravbro.sandbox.ecpay;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import no.kravbro.sandbox.Payout;

/** Monday's settlement of the week before, after its last file of bookings. */
final class Weekly {

    private static final LocalTime AT = LocalTime.of(6, 0);
    private static final List<String> KINDS =
            List.of("HOVEDSTOL", "RENTE", "PURREGEBYR", "SALAER", "MVA", "SAKSKOSTNAD", "BYRAFRADRAG");

    private final Books books;
    private final Outbox outbox;

    Weekly(Books books, Outbox outbox) {
        this.books = books;
        this.outbox = outbox;
    }

    void write(Client client, LocalDate monday) {
        String number = Evening.settlement(monday.minusDays(1));
        List<MoneyRow> money = books.moneyOf(client).stream()
                .filter(row -> number.equals(row.settlement()) && !row.settled())
                .toList();
        if (money.isEmpty()) {
            return;
        }
        List<LineRow> lines =
                money.stream().flatMap(row -> row.lines().stream()).toList();
        List<List<String>> records = new ArrayList<>();
        for (String kind : KINDS) {
            List<LineRow> its =
                    lines.stream().filter(line -> line.kind().equals(kind)).toList();
            if (!its.isEmpty()) {
                records.add(record(client, monday, number, kind, its.size(), its, List.of("", "", "")));
            }
        }
        long carried = books.number("carried-" + client.login());
        records.add(record(client, monday, number, "SUM", money.size(), lines, balances(client, lines)));
        money.forEach(row -> books.money.put(row.id(), row.paidOut()));
        String paid = EcpaySandbox.NAME + "/" + client.login() + "/" + number;
        long net = Math.max(sum(lines, LineRow::toCreditorOre) + carried, 0);
        books.payouts.put(paid, new Payout(paid, client.organization(), monday, "ECPay avregning " + number, net));
        outbox.put(client, Kind.AVR, LocalDateTime.of(monday, AT), records);
    }

    /** A creditor who owes more than came in is paid nothing and carries the rest. */
    private List<String> balances(Client client, List<LineRow> lines) {
        long carriedIn = books.number("carried-" + client.login());
        long net = carriedIn + sum(lines, LineRow::toCreditorOre);
        books.numbers.put("carried-" + client.login(), Math.min(net, 0));
        return List.of(Kroner.of(carriedIn), Kroner.of(Math.min(net, 0)), Kroner.of(Math.max(net, 0)));
    }

    private static List<String> record(
            Client client,
            LocalDate monday,
            String number,
            String kind,
            int count,
            List<LineRow> lines,
            List<String> balances) {
        List<String> record = new ArrayList<>(List.of(
                "AVR",
                client.organization(),
                number,
                Kroner.day(monday.minusDays(7)),
                Kroner.day(monday.minusDays(1)),
                Kroner.day(monday),
                client.account(),
                "ECPay avregning " + number,
                kind,
                Integer.toString(count),
                Kroner.of(sum(lines, LineRow::paidOre)),
                Kroner.of(sum(lines, LineRow::toCreditorOre)),
                Kroner.of(sum(lines, LineRow::toAgencyOre))));
        record.addAll(balances);
        return record;
    }

    private static long sum(List<LineRow> lines, ToLongFunction<LineRow> amount) {
        return lines.stream().mapToLong(amount).sum();
    }
}
