package no.kravbro.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kravbro.audit.Actor;
import no.kravbro.audit.AuditEntry;
import no.kravbro.audit.AuditTrail;
import no.kravbro.audit.Deed;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes and revokes the keys of programs, and says what a key opens. A key never opens more than its owner may at that moment,
 * and nothing once the owner is disabled. Throws {@link AccessRefused}; all is audited.
 */
@Service
public class Keys {

    /** Stands before each value, so that it is known for what it is wherever it turns up. */
    public static final String PREFIX = "kravbro_";

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final ApiTokens tokens;
    private final Users users;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Keys(
            ApiTokens tokens,
            Users users,
            AuditTrail audit,
            TransactionTemplate transaction,
            @Qualifier("machine") Clock clock) {
        this.tokens = tokens;
        this.users = users;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What an administrator fills in.
     *
     * @param owner the person it acts for, or null
     * @param creditors the only ones, or null: all
     * @param expiresAt or null: never
     */
    public record Form(String name, String owner, Set<Role> roles, Set<String> creditors, Instant expiresAt) {}

    /**
     * Who comes with a key, and what that opens.
     *
     * @param person whom it acts for, or null
     */
    public record Holder(String name, String person, Access access) {}

    public List<ApiToken> all() {
        return tokens.all();
    }

    /** Of all keys there ever were. */
    Set<String> names() {
        return tokens.all().stream().map(ApiToken::name).collect(Collectors.toSet());
    }

    /** Makes a key and returns its value, which is shown this once. */
    public String make(Form form, Actor by) {
        check(form);
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String value = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        ApiToken token = new ApiToken(
                0,
                form.name(),
                form.owner(),
                form.roles(),
                form.creditors(),
                by.who(),
                clock.instant(),
                form.expiresAt(),
                null,
                null);
        transaction.executeWithoutResult(status -> {
            tokens.add(token, value);
            audit.record(AuditEntry.done(by, Deed.TOKEN_MADE, "tokens/" + token.name())
                    .change(null, told(token)));
        });
        return value;
    }

    /** What is revoked stays so; the next call with it is refused. */
    public void revoke(String name, Actor by) {
        transaction.executeWithoutResult(status -> {
            if (tokens.revoke(name)) {
                audit.record(AuditEntry.done(by, Deed.TOKEN_REVOKED, "tokens/" + name));
            } else if (tokens.find(name).isEmpty()) {
                throw new AccessRefused(AccessRefused.Code.NAME_MISSING);
            }
        });
    }

    /** Who holds this value; empty where it opens nothing (any more). */
    public Optional<Holder> open(String value) {
        return tokens.ofValue(value)
                .filter(token -> token.holds(clock.instant()))
                .flatMap(this::holder)
                .map(open -> {
                    tokens.used(open.token());
                    return open.holder();
                });
    }

    /** Why a key opens something, or nothing. Words under {@code pkeystate.<name>}. */
    public enum Standing {
        HOLDS,
        ENDED,
        REVOKED,
        /** The person it acts for is disabled, or has none of its roles any more. */
        SHUT
    }

    public Standing standing(ApiToken token) {
        if (token.revokedAt() != null) {
            return Standing.REVOKED;
        }
        if (!token.holds(clock.instant())) {
            return Standing.ENDED;
        }
        return holder(token).isPresent() ? Standing.HOLDS : Standing.SHUT;
    }

    private record Open(ApiToken token, Holder holder) {}

    private Optional<Open> holder(ApiToken token) {
        if (token.owner() == null) {
            return access(token.roles(), token.creditors()).map(access -> open(token, access));
        }
        return users.find(token.owner()).filter(User::active).flatMap(owner -> {
            EnumSet<Role> roles = EnumSet.noneOf(Role.class);
            roles.addAll(token.roles());
            roles.retainAll(owner.roles());
            return access(roles, both(token.creditors(), owner.access().creditors()))
                    .map(access -> open(token, access));
        });
    }

    private static Open open(ApiToken token, Access access) {
        return new Open(token, new Holder("token:" + token.name(), token.owner(), access));
    }

    private static Optional<Access> access(Set<Role> roles, Set<String> creditors) {
        return roles.isEmpty() ? Optional.empty() : Optional.of(Access.ofToken(roles, creditors));
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        if (some == null || others == null) {
            return some == null ? others : some;
        }
        Set<String> both = new HashSet<>(some);
        both.retainAll(others);
        return both;
    }

    private void check(Form form) {
        refuseIf(form.name() == null || !form.name().matches("[a-z][a-z0-9._-]{1,39}"), AccessRefused.Code.NAME);
        refuseIf(tokens.find(form.name()).isPresent(), AccessRefused.Code.NAME_TAKEN);
        refuseIf(form.roles().isEmpty(), AccessRefused.Code.NO_ROLE);
        boolean bound = form.creditors() != null && !form.creditors().isEmpty();
        refuseIf(
                !bound && (form.creditors() != null || form.roles().contains(Role.ACCOUNTANT)),
                AccessRefused.Code.NO_CREDITOR);
        refuseIf(
                form.expiresAt() != null && !form.expiresAt().isAfter(clock.instant()), AccessRefused.Code.TOKEN_ENDED);
        if (form.owner() != null) {
            User owner = users.find(form.owner())
                    .filter(User::active)
                    .orElseThrow(() -> new AccessRefused(AccessRefused.Code.NAME_MISSING));
            refuseIf(!owner.roles().containsAll(form.roles()), AccessRefused.Code.TOKEN_ROLES);
        }
    }

    private static void refuseIf(boolean wrong, AccessRefused.Code code) {
        if (wrong) {
            throw new AccessRefused(code);
        }
    }

    private static String told(ApiToken token) {
        Access access = Access.ofToken(token.roles(), token.creditors());
        return access.roleNames() + " " + (token.creditors() == null ? "*" : token.creditors())
                + (token.owner() == null ? "" : " for " + token.owner())
                + (token.expiresAt() == null ? "" : " until " + token.expiresAt());
    }
}
