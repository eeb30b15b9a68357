package no.kravbro.creditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import no.kravbro.WrongSetting;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each creditor of the file has a row, written again when it changes, never two for one company. */
class CreditorsTest {

    private static final Clock MACHINE = Clock.fixed(Instant.parse("2026-01-05T07:00:00Z"), ZoneOffset.UTC);

    private final JdbcClient sql = JdbcClient.create(database());
    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

    @Test
    void oneRowEachAndAgainAfterAChange() {
        save(creditor("nordlys", "310245674", "Nordlys Elektro AS"));
        save(creditor("nordlys", "310245674", "Nordlys AS"));
        assertThat(sql.sql("select name from creditor").query(String.class).list())
                .containsExactly("Nordlys AS");
        assertThat(sql.sql("select settings from creditor").query(String.class).single())
                .contains("\"agency\":\"autocollect\"");
    }

    @Test
    void oneCompanyCannotBecomeTwo() {
        save(creditor("nordlys", "310245674", "Nordlys Elektro AS"));
        assertThatThrownBy(() -> save(creditor("sorlys", "310245674", "Nordlys Elektro AS")))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("creditor sorlys field organization-number");
    }

    @Test
    void findsById() {
        Creditors creditors = new Creditors(List.of(creditor("nordlys", "310245674", "Nordlys")));
        assertThat(creditors.byId("nordlys").name()).isEqualTo("Nordlys");
        assertThat(creditors.find("gone")).isEmpty();
        assertThatThrownBy(() -> creditors.byId("gone"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("gone");
    }

    private void save(Creditor creditor) {
        new Creditors(List.of(creditor)).save(sql, json, MACHINE);
    }

    private static Creditor creditor(String id, String number, String name) {
        return new Creditor(
                id,
                number,
                name,
                0,
                "secrets/" + id,
                true,
                "autocollect",
                "5b1f3c1e",
                null,
                Creditor.Transfer.AUTOMATIC,
                LocalDate.of(2025, 1, 1),
                0,
                0,
                0,
                List.of(),
                List.of(),
                Creditor.BookingWay.VOUCHER,
                Map.of("receivable", 1500, "interim", 1909),
                null,
                List.of("06:00"),
                Bookkeeping.USUAL,
                Wishes.USUAL);
    }

    private static JdbcDataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(
                "jdbc:h2:mem:" + UUID.randomUUID()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;OPTIMIZE_REUSE_RESULTS=0;QUERY_CACHE_SIZE=0;DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(database).load().migrate();
        return database;
    }
}
