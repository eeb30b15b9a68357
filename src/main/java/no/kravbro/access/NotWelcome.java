package no.kravbro.access;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Somebody whom the issuer has named, and who may not come in all the same. Words under {@code sso.<why>}. */
final class NotWelcome extends OAuth2AuthenticationException {

    private static final long serialVersionUID = 1L;

    NotWelcome(String why) {
        super(new OAuth2Error(why));
    }
}
