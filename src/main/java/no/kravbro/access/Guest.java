package no.kravbro.access;

import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody whom the company's issuer has named. */
final class Guest extends DefaultOidcUser implements Known {

    private static final long serialVersionUID = 1L;

    private final String userName;
    private final int version;

    Guest(User user, OidcIdToken token) {
        super(java.util.List.of(), token);
        this.userName = user.name();
        this.version = user.version();
    }

    @Override
    public String getName() {
        return userName;
    }

    @Override
    public String userName() {
        return userName;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Guest guest && guest.userName.equals(userName) && guest.version == version;
    }

    @Override
    public int hashCode() {
        return userName.hashCode();
    }
}
