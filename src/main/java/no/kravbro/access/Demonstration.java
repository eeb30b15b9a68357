package no.kravbro.access;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.kravbro.creditor.Creditors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** In the sandbox one person per role may log in, with a password that is made anew at every start. Nowhere else. */
@Component
@Profile("sandbox")
public class Demonstration {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 12;
    /** Little work: the password is shown on the login page anyway. */
    private static final int STRENGTH = 4;

    private final Users users;
    private final Creditors creditors;
    private final String password;

    Demonstration(Users users, Creditors creditors) {
        this.users = users;
        this.creditors = creditors;
        this.password = new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .mapToObj(at -> LETTERS.substring(at, at + 1))
                .reduce("", String::concat);
    }

    /** The same for all of them. */
    public String password() {
        return password;
    }

    public List<User> people() {
        List<User> people = new ArrayList<>();
        people.add(person("siri", "Siri Support", Set.of(Role.SUPPORT), Set.of()));
        people.add(person("odd", "Odd Operasjon", Set.of(Role.OPERATIONS, Role.SUPPORT), Set.of()));
        people.add(person("inga", "Inga Integrator", Set.of(Role.INTEGRATOR), Set.of()));
        people.add(person("arne", "Arne Attestant", Set.of(Role.APPROVER), Set.of()));
        creditors.all().stream()
                .findFirst()
                .ifPresent(own ->
                        people.add(person("randi", "Randi Regnskap", Set.of(Role.ACCOUNTANT), Set.of(own.id()))));
        people.add(person("reidar", "Reidar Revisor", Set.of(Role.AUDITOR), Set.of()));
        people.add(person("ada", "Ada Admin", Set.of(Role.ADMIN), Set.of()));
        return people;
    }

    private static User person(String name, String display, Set<Role> roles, Set<String> creditors) {
        return new User(name, display, roles, creditors, true, 0, true, null);
    }

    @EventListener(ApplicationStartedEvent.class)
    void write() {
        String encoded = "{bcrypt}" + new BCryptPasswordEncoder(STRENGTH).encode(password);
        people().forEach(person -> users.save(person, encoded));
        LOG.info(
                "Demonstration users of this sandbox: {}; password of all: {}",
                String.join(", ", people().stream().map(User::name).toList()),
                password);
    }
}
