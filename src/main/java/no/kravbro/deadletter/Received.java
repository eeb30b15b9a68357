package no.kravbro.deadletter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts a received message back to be worked on, behind the step that keeps duplicates out. */
@Component
class Received {

    private final JdbcClient sql;

    Received(JdbcClient sql) {
        this.sql = sql;
    }

    void again(long inboxId) {
        sql.sql("update inbox set state = 'NEW', worked_at = null where id = :id")
                .param("id", inboxId)
                .update();
    }
}
