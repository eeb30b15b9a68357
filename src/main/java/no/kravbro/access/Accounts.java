package no.kravbro.access;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import no.kravbro.audit.Actor;
import no.kravbro.audit.AuditEntry;
import no.kravbro.audit.AuditTrail;
import no.kravbro.audit.Deed;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What an administrator does with people, and what people do with their links. Throws {@link AccessRefused}; all is audited. */
@Service
public class Accounts {

    private static final int SHORTEST_PASSWORD = 12;
    /** More of a password bcrypt does not look at. */
    private static final int LONGEST_PASSWORD = 72;

    private final Users users;
    private final Invitations invitations;
    private final PasswordEncoder encoder;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Accounts(
            Users users,
            Invitations invitations,
            PasswordEncoder encoder,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.users = users;
        this.invitations = invitations;
        this.encoder = encoder;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** What an administrator fills in. */
    public record Form(String name, String displayName, Set<Role> roles, Set<String> creditors, boolean active) {}

    /** Whether a link may still be used, and for whom: empty text for the first administrator. */
    public java.util.Optional<String> invited(String token) {
        return invitations.find(token).map(each -> each.name() == null ? "" : each.name());
    }

    /** Makes a person and returns the token of the link by which that person chooses a password. */
    public String add(Form form, Actor by) {
        check(form);
        if (users.find(form.name()).isPresent()) {
            throw new AccessRefused(AccessRefused.Code.NAME_TAKEN);
        }
        return transaction.execute(status -> {
            users.save(user(form), Users.NO_PASSWORD);
            String token = invitations.invite(form.name());
            audit.record(
                    AuditEntry.done(by, Deed.USER_ADDED, "users/" + form.name()).change(null, told(user(form))));
            return token;
        });
    }

    /** Changes name, roles, creditors or state; sessions of that person end. */
    public void change(Form form, Actor by) {
        check(form);
        transaction.executeWithoutResult(status -> {
            User before = users.find(form.name()).orElseThrow(() -> new AccessRefused(AccessRefused.Code.NAME_MISSING));
            users.save(user(form), null);
            if (!before.demonstration() && before.roles().contains(Role.ADMIN) && !users.hasAdministrator()) {
                throw new AccessRefused(AccessRefused.Code.LAST_ADMIN);
            }
            audit.record(AuditEntry.done(by, Deed.USER_CHANGED, "users/" + form.name())
                    .change(told(before), told(user(form))));
        });
    }

    /** The token of a new link; the old password holds until it is used. */
    public String invite(String name, Actor by) {
        users.find(name).orElseThrow(() -> new AccessRefused(AccessRefused.Code.NAME_MISSING));
        refuseIf(users.isBound(name), AccessRefused.Code.ISSUER);
        return transaction.execute(status -> {
            String token = invitations.invite(name);
            audit.record(AuditEntry.done(by, Deed.USER_CHANGED, "users/" + name).saying("link"));
            return token;
        });
    }

    /** Uses a link. @param name counts only where the link is that of the first administrator */
    public String choosePassword(String token, String name, String displayName, String password) {
        String whom = invited(token).orElseThrow(() -> new AccessRefused(AccessRefused.Code.LINK_USED));
        boolean first = whom.isEmpty();
        refuseIf(!first && users.isBound(whom), AccessRefused.Code.ISSUER);
        Form form = new Form(first ? name : whom, displayName, Set.of(Role.ADMIN), Set.of(), true);
        if (first) {
            check(form);
        }
        check(password, form.name());
        String encoded = encoder.encode(password);
        return transaction.execute(status -> {
            if (!invitations.use(token)) {
                throw new AccessRefused(AccessRefused.Code.LINK_USED);
            }
            User user = first ? user(form) : users.find(whom).orElseThrow();
            users.save(user, encoded);
            Actor self = new Actor(user.name(), user.access().roleNames(), Actor.Via.CONSOLE);
            audit.record(AuditEntry.done(self, Deed.PASSWORD_CHANGED, "users/" + user.name())
                    .saying(first ? "first administrator" : null));
            return user.name();
        });
    }

    private static User user(Form form) {
        return new User(form.name(), form.displayName(), form.roles(), form.creditors(), form.active(), 0, false, null);
    }

    private static void check(Form form) {
        refuseIf(form.name() == null || !form.name().matches("[a-z][a-z0-9._-]{1,39}"), AccessRefused.Code.NAME);
        refuseIf(
                form.displayName() == null
                        || form.displayName().isBlank()
                        || form.displayName().length() > 80,
                AccessRefused.Code.NAME_MISSING);
        refuseIf(form.roles().isEmpty(), AccessRefused.Code.NO_ROLE);
        refuseIf(form.roles().contains(Role.ACCOUNTANT) && form.creditors().isEmpty(), AccessRefused.Code.NO_CREDITOR);
    }

    private static void check(String password, String name) {
        String given = password == null ? "" : password;
        refuseIf(given.length() < SHORTEST_PASSWORD, AccessRefused.Code.PASSWORD_SHORT);
        refuseIf(given.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD, AccessRefused.Code.PASSWORD_LONG);
        refuseIf(given.toLowerCase(Locale.ROOT).contains(name), AccessRefused.Code.PASSWORD_NAME);
    }

    private static void refuseIf(boolean wrong, AccessRefused.Code code) {
        if (wrong) {
            throw new AccessRefused(code);
        }
    }

    private static String told(User user) {
        return user.access().roleNames() + " " + user.creditors() + (user.active() ? "" : " DISABLED");
    }
}
