package no.kravbro.deadletter;

import java.time.Clock;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Received messages in the inbox: at rest while their letter waits, and put back behind the step that keeps out duplicates. */
@Component
class Received {

    private final JdbcClient sql;
    private final Clock clock;

    Received(JdbcClient sql, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** From now on only a person puts it back: what was booked by hand meanwhile must not be booked by itself as well. */
    void rest(long inboxId) {
        sql.sql("update inbox set state = 'WORKED', worked_at = :now where id = :id and state = 'NEW'")
                .param("now", Sql.at(clock.instant()))
                .param("id", inboxId)
                .update();
    }

    void again(long inboxId) {
        sql.sql("update inbox set state = 'NEW', worked_at = null, lease_until = :now where id = :id")
                .param("now", Sql.at(clock.instant()))
                .param("id", inboxId)
                .update();
    }
}
