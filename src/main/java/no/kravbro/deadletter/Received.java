package no.kravbro.deadletter;

import java.time.Clock;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts a received message back to be worked on, behind the step that keeps duplicates out. */
@Component
class Received {

    private final JdbcClient sql;
    private final Clock clock;

    Received(JdbcClient sql, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void again(long inboxId) {
        sql.sql("update inbox set state = 'NEW', worked_at = null, lease_until = :now where id = :id")
                .param("now", Sql.at(clock.instant()))
                .param("id", inboxId)
                .update();
    }
}
