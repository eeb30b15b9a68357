package no.kravbro.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords, by account and by address, on all nodes together. The pause doubles with each failure
 * and ends; nobody is locked out for good.
 */
@Component
public class LoginThrottle {

    static final int FREE_BY_ACCOUNT = 5;
    static final int FREE_BY_ADDRESS = 20;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(24);
    private static final int LONGEST_SUBJECT = 100;
    private static final int MOST_DOUBLINGS = 10;

    private final JdbcClient sql;
    private final Clock clock;

    LoginThrottle(JdbcClient sql, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** How long to wait before the next try; zero when it may be made now. */
    public Duration pause(String account, String address) {
        Instant now = clock.instant();
        return sql
                .sql("select max(blocked_until) as until from login_failure where subject in (:account, :address)")
                .param("account", account(account))
                .param("address", address(address))
                .query((row, number) -> Sql.instant(row, "until"))
                .list()
                .stream()
                .filter(until -> until != null && until.isAfter(now))
                .map(until ->
                        Duration.between(now, until).plusMillis(999).truncatedTo(java.time.temporal.ChronoUnit.SECONDS))
                .findFirst()
                .orElse(Duration.ZERO);
    }

    void failed(String account, String address) {
        count(account(account), FREE_BY_ACCOUNT);
        count(address(address), FREE_BY_ADDRESS);
    }

    /** Whether a refused sign-on or call from here is still worth a line of the audit: whoever knocks without end writes no more. */
    public boolean isWorthTelling(String address) {
        String subject = "sign-on " + cut(address);
        boolean quiet = sql
                .sql("select blocked_until from login_failure where subject = :subject")
                .param("subject", subject)
                .query((row, number) -> Sql.instant(row, "blocked_until"))
                .list()
                .stream()
                .anyMatch(until -> until != null && until.isAfter(clock.instant()));
        if (!quiet) {
            count(subject, FREE_BY_ADDRESS);
        }
        return !quiet;
    }

    /** The address keeps its failures: it may have guessed others' passwords. */
    void succeeded(String account) {
        sql.sql("delete from login_failure where subject = :subject")
                .param("subject", account(account))
                .update();
    }

    private void count(String subject, int free) {
        OffsetDateTime now = Sql.at(clock.instant());
        sql.sql("delete from login_failure where last_at < :before")
                .param("before", Sql.at(clock.instant().minus(FORGOTTEN)))
                .update();
        sql.sql(
                        "insert into login_failure (subject, failures, last_at) values (:subject, 0, :now) on conflict do nothing")
                .param("subject", subject)
                .param("now", now)
                .update();
        sql.sql("update login_failure set failures = failures + 1, last_at = :now where subject = :subject")
                .param("subject", subject)
                .param("now", now)
                .update();
        int failures = sql.sql("select failures from login_failure where subject = :subject")
                .param("subject", subject)
                .query(Integer.class)
                .single();
        if (failures >= free) {
            sql.sql("update login_failure set blocked_until = :until where subject = :subject")
                    .param("until", Sql.at(clock.instant().plus(pauseAfter(failures - free))))
                    .param("subject", subject)
                    .update();
        }
    }

    static Duration pauseAfter(int doublings) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(doublings, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static String account(String name) {
        return "account " + cut(name == null ? "" : name);
    }

    private static String address(String address) {
        return "address " + cut(address);
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST_SUBJECT, text.length()));
    }
}
