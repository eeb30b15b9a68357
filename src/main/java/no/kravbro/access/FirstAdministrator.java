package no.kravbro.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** While nobody may say who is who, every start writes a one-time link into the log. There are no users that come with the product. */
@Component
@Profile("!sandbox")
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Users users;
    private final Invitations invitations;
    private final JdbcClient sql;
    private final Environment settings;

    FirstAdministrator(Users users, Invitations invitations, JdbcClient sql, Environment settings) {
        this.users = users;
        this.invitations = invitations;
        this.sql = sql;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void invite() {
        // A database that was played with does not bring its users along.
        sql.sql(
                        "update app_user set state = 'DISABLED', version = version + 1 where demonstration and state = 'ACTIVE'")
                .update();
        if (!users.hasAdministrator()) {
            LOG.warn(
                    "Nobody may log in yet. Open http://localhost:{}/welcome?token={} within {} hours to become the first administrator",
                    settings.getProperty("local.server.port", settings.getProperty("server.port", "8080")),
                    invitations.invite(null),
                    Invitations.VALID.toHours());
        }
    }
}
