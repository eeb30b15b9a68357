package no.kravbro.access;

import org.springframework.security.core.AuthenticationException;

/** A login was tried while its account or address has to wait; the password was not looked at. */
final class TooSoon extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    TooSoon() {
        super("Too soon");
    }
}
