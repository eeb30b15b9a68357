package no.kravbro.sandbox.ecpay;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import no.kravbro.sandbox.trade.OsloDays;

/** What happens by itself, hour by hour, up to now. */
final class Life {

    private static final String LIVED = "lived-until";

    private final List<Client> clients;
    private final Books books;
    private final Course course;
    private final Debtors debtors;
    private final Evening evening;
    private final Weekly weekly;

    /** The moments of a day at which something is done. */
    private enum Moment {
        MORNING(6, 0),
        NOON(12, 0),
        EVENING(23, 0),
        NIGHT(23, 30);

        private final LocalTime time;

        Moment(int hour, int minute) {
            this.time = LocalTime.of(hour, minute);
        }
    }

    Life(List<Client> clients, Books books, Course course, Outbox outbox) {
        this.clients = clients;
        this.books = books;
        this.course = course;
        this.debtors = new Debtors(books, new Ledger(books));
        this.evening = new Evening(books, outbox);
        this.weekly = new Weekly(books, outbox);
    }

    void begin(Instant now) {
        if (books.numbers.get(LIVED) == null) {
            books.numbers.put(LIVED, now.getEpochSecond());
        }
    }

    void liveUntil(Instant now) {
        Instant lived = Instant.ofEpochSecond(books.number(LIVED));
        for (LocalDate day = OsloDays.day(lived); !day.isAfter(OsloDays.day(now)); day = day.plusDays(1)) {
            for (Moment moment : Moment.values()) {
                Instant at = OsloDays.at(day, moment.time);
                if (at.isAfter(lived) && !at.isAfter(now)) {
                    live(day, moment);
                    books.numbers.put(LIVED, at.getEpochSecond());
                }
            }
        }
    }

    private void live(LocalDate day, Moment moment) {
        for (Client client : clients) {
            switch (moment) {
                case MORNING -> morning(client, day);
                case NOON -> debtors.act(client, day, false);
                case EVENING -> evening.write(client, day);
                case NIGHT -> debtors.act(client, day, true);
            }
        }
    }

    private void morning(Client client, LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
            weekly.write(client, day);
        }
        for (CaseRow row : books.casesOf(client)) {
            course.go(row, day);
            books.put(row);
        }
    }
}
