package no.kravbro.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.kravbro.access.AccessRefused;
import no.kravbro.access.ApiToken;
import no.kravbro.access.Keys;
import no.kravbro.access.Right;
import no.kravbro.access.Role;
import org.springframework.stereotype.Service;

/** {@code /api/v1/tokens}: keys of the API, made and revoked by who manages users. Throws {@link ApiProblem}. */
@Service
public class TokensApi {

    private final Keys keys;

    TokensApi(Keys keys) {
        this.keys = keys;
    }

    /**
     * A key to be made.
     *
     * @param owner the person it acts for, or null
     * @param creditors ids of the only ones it reaches; null or left out: all
     * @param expiresAt or null: never
     */
    public record Wanted(String name, String owner, List<String> roles, List<String> creditors, Instant expiresAt) {}

    /** The value is nowhere to be had again. */
    public record Made(String name, String value) {}

    /** @param creditors null: all */
    public record View(
            String name,
            String owner,
            Set<String> roles,
            Set<String> creditors,
            String madeBy,
            Instant createdAt,
            Instant expiresAt,
            Instant lastUsedAt,
            Instant revokedAt) {}

    /** Newest first, the revoked ones too. */
    public List<View> list(Caller caller) {
        need(caller);
        return keys.all().stream().map(TokensApi::view).toList();
    }

    /** @param body JSON of {@link Wanted} */
    public Made make(String body, Caller caller) {
        need(caller);
        Wanted wanted = Body.read(body, Wanted.class);
        Keys.Form form = new Keys.Form(
                wanted.name(),
                wanted.owner(),
                roles(wanted.roles()),
                wanted.creditors() == null ? null : Set.copyOf(wanted.creditors()),
                wanted.expiresAt());
        try {
            return new Made(form.name(), keys.make(form, caller.actor()));
        } catch (AccessRefused refused) {
            throw new ApiProblem(ApiProblem.Code.BAD_BODY, refused.getMessage());
        }
    }

    /** Revoking what is revoked changes nothing. */
    public List<View> revoke(String name, Caller caller) {
        need(caller);
        try {
            keys.revoke(name, caller.actor());
        } catch (AccessRefused unknown) {
            throw new ApiProblem(ApiProblem.Code.NOT_FOUND, "There is no such key");
        }
        return list(caller);
    }

    /** Who reaches some creditors only could make a key here that reaches more. */
    private static void need(Caller caller) {
        caller.needForAll(Right.MANAGE_USERS);
    }

    private static Set<Role> roles(List<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : names == null ? List.<String>of() : names) {
            roles.add(Arrays.stream(Role.values())
                    .filter(role -> role.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new ApiProblem(ApiProblem.Code.BAD_BODY, "roles has a word that is no role")));
        }
        return roles;
    }

    private static View view(ApiToken token) {
        Set<String> roles = new TreeSet<>();
        token.roles().forEach(role -> roles.add(role.name()));
        return new View(
                token.name(),
                token.owner(),
                roles,
                token.creditors() == null ? null : new TreeSet<>(token.creditors()),
                token.madeBy(),
                token.createdAt(),
                token.expiresAt(),
                token.lastUsedAt(),
                token.revokedAt());
    }
}
