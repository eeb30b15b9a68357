package no.kravbro.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.Settings;
import no.kravbro.audit.Actor;
import no.kravbro.audit.AuditTrail;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/** Whom the company's issuer names, and what no administrator may give them beside it. */
class GuestsTest extends DatabaseTest {

    private static final Actor ADMINISTRATOR = new Actor("ada", "ADMIN", Actor.Via.CONSOLE);

    private final AnnotationConfigApplicationContext room = new AnnotationConfigApplicationContext();

    GuestsTest() {
        super(TestDatabases.H2);
    }

    @BeforeAll
    void opens() {
        var beans = room.getBeanFactory();
        beans.registerSingleton("machine", clock);
        beans.registerSingleton("sql", database.client());
        beans.registerSingleton("transaction", database.transaction());
        beans.registerSingleton("encoder", new BCryptPasswordEncoder(4));
        beans.registerSingleton(
                "settings",
                new Binder(new MapConfigurationPropertySource(Map.of("kravbro.node", "test")))
                        .bind("kravbro", Bindable.of(Settings.class))
                        .get());
        room.register(
                Users.class, Invitations.class, AuditTrail.class, Guests.class, Accounts.class, LoginThrottle.class);
        room.refresh();
    }

    @AfterAll
    void closes() {
        room.close();
    }

    private User welcome(String subject, String name, String... roles) {
        return room.getBean(Guests.class)
                .welcome(OidcIdToken.withTokenValue("x")
                        .issuer("https://login.example.no")
                        .subject(subject)
                        .claim("preferred_username", name)
                        .claim("roles", List.of(roles))
                        .build());
    }

    @Test
    void aGroupOfTheCompanyThatHappensToBeNamedAsARoleIsNone() {
        assertThatThrownBy(() -> welcome("1", "eva", "ADMIN", "support")).isInstanceOf(NotWelcome.class);
        assertThat(welcome("1", "eva", "ADMIN", "kravbro-support").roles()).isEqualTo(Set.of(Role.SUPPORT));
    }

    @Test
    void whomTheIssuerAnswersForGetsNoPassword() {
        welcome("2", "finn", "KRAVBRO_SUPPORT");
        assertThatThrownBy(() -> room.getBean(Accounts.class).invite("finn", ADMINISTRATOR))
                .isInstanceOfSatisfying(
                        AccessRefused.class, no -> assertThat(no.code()).isEqualTo(AccessRefused.Code.ISSUER));
    }

    @Test
    void theLastAdministratorDoesNotVanishByALogin() {
        welcome("3", "gro", "KRAVBRO_ADMIN");
        assertThatThrownBy(() -> welcome("3", "gro", "KRAVBRO_SUPPORT")).isInstanceOf(NotWelcome.class);
        assertThat(room.getBean(Users.class).find("gro").orElseThrow().roles()).containsExactly(Role.ADMIN);
        welcome("4", "hans", "KRAVBRO_ADMIN");
        assertThat(welcome("3", "gro", "KRAVBRO_SUPPORT").roles()).containsExactly(Role.SUPPORT);
    }

    @Test
    void whoeverKnocksWithoutEndWritesNoMoreOfTheAudit() {
        LoginThrottle throttle = room.getBean(LoginThrottle.class);
        for (int i = 0; i < LoginThrottle.FREE_BY_ADDRESS; i++) {
            assertThat(throttle.isWorthTelling("192.0.2.7")).isTrue();
        }
        assertThat(throttle.isWorthTelling("192.0.2.7")).isFalse();
        assertThat(throttle.pause("kari", "192.0.2.7"))
                .as("passwords are counted by themselves")
                .isZero();
        clock.advance(Duration.ofMinutes(16));
        assertThat(throttle.isWorthTelling("192.0.2.7")).isTrue();
    }
}
