package no.kravbro.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class InboxTest {

    @Nested
    class OnH2 extends InboxContract {
        OnH2() {
            super(TestDatabases.H2);
        }

        /** A page asks this each time it is shown: rows that came earlier must not be gone through. */
        @Test
        void whatCameEarlierIsNotGoneThrough() {
            database.client()
                    .sql("insert into inbox (source, inbox_key, creditor_id, content_hash, payload, state, received_at,"
                            + " lease_until) select 'bahs.case', n, 'nordlys', 'h', '{}', 'WORKED', current_timestamp,"
                            + " current_timestamp from system_range(1, 3000) as numbers (n)")
                    .update();
            database.client().sql("analyze").update();
            String plan = database.named()
                    .queryForObject(
                            "explain analyze " + Inbox.NEXT_SOURCE,
                            Map.of("creditor", "nordlys", "last", "autocollect.case"),
                            String.class);
            assertThat(plan).contains("inbox_by_creditor");
            assertThat(Pattern.compile("scanCount: (\\d+)").matcher(plan).results())
                    .allMatch(found -> Long.parseLong(found.group(1)) < 100);
        }
    }

    @Nested
    @Tag("postgresql")
    class OnPostgresql extends InboxContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
