package no.kravbro.sandbox.ecpay;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;

/** The files of an evening: what was received since the last one, and how every case stands. */
final class Evening {

    private static final LocalTime AT = LocalTime.of(23, 0);

    private final Books books;
    private final Outbox outbox;

    Evening(Books books, Outbox outbox) {
        this.books = books;
        this.outbox = outbox;
    }

    void write(Client client, LocalDate day) {
        bookings(client, day);
        states(client, day);
    }

    private void bookings(Client client, LocalDate day) {
        List<List<String>> records = new ArrayList<>();
        String settlement = settlement(day);
        for (MoneyRow money : books.moneyOf(client)) {
            if (money.settlement() == null) {
                MoneyRow numbered = money.in(settlement);
                records.addAll(lines(books.caseOf(money), numbered));
                books.money.put(money.id(), numbered);
            }
        }
        if (!records.isEmpty()) {
            outbox.put(client, Kind.BOK, LocalDateTime.of(day, AT), records);
        }
    }

    /** Number of the settlement that is open on a day: year and week. */
    static String settlement(LocalDate day) {
        return "%d-%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static List<List<String>> lines(CaseRow row, MoneyRow money) {
        List<List<String>> records = new ArrayList<>();
        for (LineRow line : money.lines()) {
            boolean vat = line.kind().equals("MVA");
            records.add(List.of(
                    "BOK",
                    money.id(),
                    Integer.toString(records.size() + 1),
                    money.type(),
                    money.reverses() == null ? "" : money.reverses(),
                    row.organization,
                    row.invoiceId,
                    row.invoiceNumber,
                    row.customerNumber,
                    Long.toString(row.caseNumber),
                    Kroner.day(money.day()),
                    money.settlement(),
                    line.kind(),
                    Kroner.of(line.paidOre()),
                    Kroner.of(line.toCreditorOre()),
                    Kroner.of(line.toAgencyOre()),
                    vat ? Kroner.of(line.vatBaseOre()) : "",
                    vat ? "25,00" : ""));
        }
        return records;
    }

    private void states(Client client, LocalDate day) {
        List<List<String>> records = new ArrayList<>();
        for (CaseRow row : books.casesOf(client)) {
            if (row.isOpen() || !row.closingTold) {
                records.add(state(row, day));
                row.closingTold = !row.isOpen();
                books.put(row);
            }
        }
        outbox.put(client, Kind.STA, LocalDateTime.of(day, AT), records);
    }

    private static List<String> state(CaseRow row, LocalDate day) {
        long interest = row.interestOre(day);
        boolean waits = row.isOpen() && row.deadline != null;
        boolean goesOn = waits && !row.isStopped();
        return List.of(
                "STA",
                row.organization,
                row.invoiceId,
                row.invoiceNumber,
                Long.toString(row.caseNumber),
                row.stage,
                String.join("+", row.flags),
                Kroner.day(row.closedOn),
                row.closeReason == null ? "" : row.closeReason,
                Kroner.of(row.principalOre),
                Kroner.of(interest),
                Kroner.of(row.reminderFeeOre),
                Kroner.of(row.collectionFeeOre),
                Kroner.of(row.vatOre()),
                "0,00",
                Kroner.of(row.owedOre(day)),
                waits ? Kroner.day(row.deadline) : "",
                goesOn ? Course.nextStep(row) : "",
                goesOn ? Kroner.day(Course.next(row.deadline)) : "");
    }
}
