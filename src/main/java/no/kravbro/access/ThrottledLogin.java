package no.kravbro.access;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Looks at a password, unless account or address has to wait. */
@Component
class ThrottledLogin implements AuthenticationProvider {

    private final LoginThrottle throttle;
    private final DaoAuthenticationProvider passwords;

    ThrottledLogin(LoginThrottle throttle, Users users, PasswordEncoder encoder) {
        this.throttle = throttle;
        this.passwords = new DaoAuthenticationProvider(byName(users));
        passwords.setPasswordEncoder(encoder);
    }

    private static UserDetailsService byName(Users users) {
        return name -> users.password(name)
                .map(password -> new Login(name, users.find(name).orElseThrow().version(), password))
                .orElseThrow(() -> new UsernameNotFoundException("unknown"));
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String address = login.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        if (!throttle.pause(login.getName(), address).isZero()) {
            throw new TooSoon();
        }
        return passwords.authenticate(login);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
