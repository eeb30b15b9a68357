package no.kravbro.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import no.kravbro.audit.Actor;
import no.kravbro.audit.AuditTrail;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What a key opens, for how long, and what is kept of it. */
abstract class KeysContract extends DatabaseTest {

    private static final Actor ADMINISTRATOR = new Actor("ada", "ADMIN", Actor.Via.CONSOLE);

    private final AnnotationConfigApplicationContext room = new AnnotationConfigApplicationContext();
    private Keys keys;

    KeysContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeAll
    void opens() {
        var beans = room.getBeanFactory();
        beans.registerSingleton("machine", clock);
        beans.registerSingleton("sql", database.client());
        beans.registerSingleton("transaction", database.transaction());
        room.register(Users.class, AuditTrail.class, ApiTokens.class, Keys.class);
        room.refresh();
        keys = room.getBean(Keys.class);
    }

    @AfterAll
    void closes() {
        room.close();
    }

    private String make(String name, String owner, Set<Role> roles, Set<String> creditors, Instant until) {
        return keys.make(new Keys.Form(name, owner, roles, creditors, until), ADMINISTRATOR);
    }

    private Keys.Standing standing(String name) {
        return keys.standing(room.getBean(ApiTokens.class).find(name).orElseThrow());
    }

    private void person(String name, boolean active, Set<Role> roles, Set<String> creditors) {
        room.getBean(Users.class)
                .save(new User(name, name, roles, creditors, active, 0, false, null), Users.NO_PASSWORD);
    }

    @Test
    void opensWhatItsRolesAllowWithinItsCreditorsAndIsKeptAsHashOnly() {
        String value = make("erp", null, Set.of(Role.SUPPORT), Set.of("nordlys"), null);
        assertThat(value).matches("kravbro_[A-Za-z0-9_-]{43}");
        Keys.Holder holder = keys.open(value).orElseThrow();
        assertThat(holder.name()).isEqualTo("token:erp");
        assertThat(holder.access().may(Right.READ_CLAIMS)).isTrue();
        assertThat(holder.access().may(Right.PAUSE)).isFalse();
        assertThat(holder.access().sees("nordlys")).isTrue();
        assertThat(holder.access().sees("fjell")).isFalse();
        assertThat(holder.access().sees(null)).isFalse();
        assertThat(database.client()
                        .sql("select token_hash from api_token where name = 'erp'")
                        .query(String.class)
                        .single())
                .hasSize(64)
                .isNotEqualTo(value);
        assertThat(keys.open(value + "x")).isEmpty();
    }

    @Test
    void opensNothingOnceItIsRevokedOrHasEnded() {
        String revoked = make("gone", null, Set.of(Role.OPERATIONS), null, null);
        assertThat(keys.open(revoked)).isPresent();
        keys.revoke("gone", ADMINISTRATOR);
        assertThat(keys.open(revoked)).isEmpty();
        assertThat(standing("gone")).isEqualTo(Keys.Standing.REVOKED);
        String ends = make(
                "ends", null, Set.of(Role.OPERATIONS), null, clock.instant().plus(Duration.ofDays(1)));
        assertThat(keys.open(ends)).isPresent();
        assertThat(standing("ends")).isEqualTo(Keys.Standing.HOLDS);
        clock.advance(Duration.ofDays(1));
        assertThat(keys.open(ends)).isEmpty();
        assertThat(standing("ends")).isEqualTo(Keys.Standing.ENDED);
        assertThat(database.client()
                        .sql("select deed from audit where subject = 'tokens/gone' order by number")
                        .query(String.class)
                        .list())
                .containsExactly("TOKEN_MADE", "TOKEN_REVOKED");
    }

    @Test
    void neverOpensMoreThanItsOwnerMayNow() {
        person("randi", true, Set.of(Role.ACCOUNTANT, Role.SUPPORT), Set.of("nordlys", "fjell"));
        String value = make("randis", "randi", Set.of(Role.ACCOUNTANT, Role.SUPPORT), Set.of("nordlys", "vidde"), null);
        assertThat(keys.open(value).orElseThrow().access().creditors()).containsExactly("nordlys");
        person("randi", true, Set.of(Role.SUPPORT), Set.of());
        assertThat(keys.open(value).orElseThrow().access().roles()).containsExactly(Role.SUPPORT);
        person("randi", true, Set.of(Role.AUDITOR), Set.of());
        assertThat(keys.open(value)).isEmpty();
        person("randi", false, Set.of(Role.ACCOUNTANT), Set.of("nordlys"));
        assertThat(keys.open(value)).isEmpty();
        assertThat(standing("randis")).isEqualTo(Keys.Standing.SHUT);
    }

    @Test
    void isNotMadeWithMoreThanItsOwnerHasNorForNobody() {
        person("siri", true, Set.of(Role.SUPPORT), Set.of());
        refused(AccessRefused.Code.TOKEN_ROLES, "a1", "siri", Set.of(Role.OPERATIONS), null);
        refused(AccessRefused.Code.NAME_MISSING, "a2", "nobody", Set.of(Role.SUPPORT), null);
        refused(AccessRefused.Code.NO_ROLE, "a3", null, Set.of(), null);
        refused(AccessRefused.Code.NO_CREDITOR, "a4", null, Set.of(Role.ACCOUNTANT), null);
        refused(AccessRefused.Code.NO_CREDITOR, "a5", null, Set.of(Role.SUPPORT), Set.of());
        refused(AccessRefused.Code.NAME, "A 6", null, Set.of(Role.SUPPORT), null);
        assertThatThrownBy(() -> make("a7", null, Set.of(Role.SUPPORT), null, clock.instant()))
                .hasMessage("TOKEN_ENDED");
        make("a8", null, Set.of(Role.SUPPORT), null, null);
        refused(AccessRefused.Code.NAME_TAKEN, "a8", null, Set.of(Role.SUPPORT), null);
    }

    private void refused(AccessRefused.Code code, String name, String owner, Set<Role> roles, Set<String> creditors) {
        assertThatThrownBy(() -> make(name, owner, roles, creditors, null)).hasMessage(code.name());
    }

    @Test
    void theKeyOfThisMachineIsItsOwnersAloneAndChangesWhenItIsRevoked(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("data").resolve("api-key");
        LocalKey local = new LocalKey(keys, null);
        local.keep(file);
        String first = Files.readString(file).strip();
        assertThat(keys.open(first).orElseThrow().access().may(Right.MANAGE_USERS))
                .isTrue();
        assertThat(keys.open(first).orElseThrow().access().may(Right.APPROVE)).isFalse();
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        local.keep(file);
        assertThat(file).hasContent(first);
        keys.revoke("local", ADMINISTRATOR);
        local.keep(file);
        String second = Files.readString(file).strip();
        assertThat(second).isNotEqualTo(first);
        assertThat(keys.open(second).orElseThrow().name()).isEqualTo("token:local-2");
        assertThat(keys.open(first)).isEmpty();
    }

    @Test
    void aUseIsNotedOnceAMinute() {
        String value = make("used", null, Set.of(Role.SUPPORT), null, null);
        keys.open(value);
        Instant first = used();
        clock.advance(Duration.ofSeconds(30));
        keys.open(value);
        assertThat(used()).isEqualTo(first);
        clock.advance(Duration.ofSeconds(31));
        keys.open(value);
        assertThat(used()).isAfter(first);
    }

    private Instant used() {
        return keys.all().stream()
                .filter(each -> each.name().equals("used"))
                .findFirst()
                .orElseThrow()
                .lastUsedAt();
    }
}
