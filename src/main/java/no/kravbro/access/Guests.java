package no.kravbro.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kravbro.Settings;
import no.kravbro.audit.Actor;
import no.kravbro.audit.AuditEntry;
import no.kravbro.audit.AuditTrail;
import no.kravbro.audit.Deed;
import no.kravbro.delivery.Sql;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes people of this product of those whom the company's issuer names. Somebody is who the issuer's own number says, for a name may
 * pass to another; nobody becomes a person that was made here. Roles and creditors are those of the last login.
 */
@Component
class Guests {

    /** Stands before a role, so that a group of the company that happens to be called ADMIN is none here. */
    private static final String PREFIX = "KRAVBRO_";

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_DISPLAY = 80;
    private static final Actor SIGN_ON = new Actor("sign-on", "", Actor.Via.CONSOLE);

    private final Users users;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Settings.SignOn claims;

    Guests(Users users, AuditTrail audit, TransactionTemplate transaction, Settings settings) {
        this.users = users;
        this.audit = audit;
        this.transaction = transaction;
        this.claims = settings.signOn();
    }

    /** Throws {@link NotWelcome}. */
    User welcome(OidcIdToken token) {
        Set<Role> roles = roles(token);
        Set<String> creditors = values(token, claims.creditorsClaim());
        refuseIf(roles.isEmpty(), "roles");
        refuseIf(roles.contains(Role.ACCOUNTANT) && creditors.isEmpty(), "creditors");
        String origin = Sql.hash(token.getIssuer() + "\n" + token.getSubject());
        return transaction.execute(status -> {
            Optional<User> before = users.ofOrigin(origin);
            String name = before.map(User::name).orElseGet(() -> name(token));
            refuseIf(before.isEmpty() && users.find(name).isPresent(), "name");
            refuseIf(before.isPresent() && !before.get().active(), "off");
            User now = new User(name, display(token, name), roles, creditors, true, 0, false, null);
            if (before.isEmpty() || !isSame(before.get(), now)) {
                users.save(now, before.isEmpty() ? Users.NO_PASSWORD : null);
                users.bind(name, origin);
                refuseIf(before.filter(Guests::isAdministrator).isPresent() && !users.hasAdministrator(), "last");
                audit.record(AuditEntry.done(
                                SIGN_ON, before.isEmpty() ? Deed.USER_ADDED : Deed.USER_CHANGED, "users/" + name)
                        .change(before.map(Guests::told).orElse(null), told(now)));
            }
            return users.find(name).orElseThrow();
        });
    }

    private static void refuseIf(boolean wrong, String why) {
        if (wrong) {
            throw new NotWelcome(why);
        }
    }

    private static boolean isAdministrator(User user) {
        return user.roles().contains(Role.ADMIN);
    }

    private static boolean isSame(User one, User other) {
        return one.roles().equals(other.roles())
                && one.creditors().equals(other.creditors())
                && one.displayName().equals(other.displayName());
    }

    private static String told(User user) {
        return user.access().roleNames() + " " + user.creditors();
    }

    private Set<Role> roles(OidcIdToken token) {
        Set<String> named = values(token, claims.rolesClaim()).stream()
                .map(each -> each.toUpperCase(Locale.ROOT).replace('-', '_'))
                .filter(each -> each.startsWith(PREFIX))
                .map(each -> each.substring(PREFIX.length()))
                .collect(Collectors.toSet());
        return Arrays.stream(Role.values())
                .filter(each -> named.contains(each.name()))
                .collect(Collectors.toSet());
    }

    /** A list, or one text. */
    private static Set<String> values(OidcIdToken token, String claim) {
        Object value = token.getClaims().get(claim);
        Stream<?> all = value instanceof Collection<?> many ? many.stream() : Stream.ofNullable(value);
        return all.map(String::valueOf).filter(Predicate.not(String::isBlank)).collect(Collectors.toSet());
    }

    /** As names are written here: small letters, digits, and a few signs. */
    private String name(OidcIdToken token) {
        List<String> wished = Stream.of(claims.nameClaim(), "email", "sub")
                .map(token::getClaimAsString)
                .filter(each -> each != null && !each.isBlank())
                .toList();
        String name =
                wished.isEmpty() ? "" : wished.get(0).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "-");
        String cut = name.substring(0, Math.min(LONGEST_NAME, name.length()));
        refuseIf(!cut.matches("[a-z][a-z0-9._-]{1,39}"), "name");
        return cut;
    }

    private static String display(OidcIdToken token, String otherwise) {
        String name = token.getClaimAsString("name");
        String shown = name == null || name.isBlank() ? otherwise : name.strip();
        return shown.substring(0, Math.min(LONGEST_DISPLAY, shown.length()));
    }
}
