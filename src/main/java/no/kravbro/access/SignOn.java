package no.kravbro.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import no.kravbro.Secrets;
import no.kravbro.Settings;
import no.kravbro.audit.Actor;
import no.kravbro.audit.AuditEntry;
import no.kravbro.audit.AuditTrail;
import no.kravbro.audit.Deed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.stereotype.Component;

/**
 * Login by the company's own accounts. The issuer is asked for its addresses at the first login and not at the start: while it is
 * away people with passwords still come in.
 */
@Component
public class SignOn implements ClientRegistrationRepository {

    /** Where a login begins. */
    public static final String BEGIN = "/oauth2/authorization/company";

    private static final Logger LOG = LoggerFactory.getLogger(SignOn.class);
    private static final String ID = "company";
    private static final String REQUESTS = "/oauth2/authorization";
    private static final Set<String> WORDS = Set.of("roles", "creditors", "name", "off", "last");

    private final Settings.SignOn settings;
    private final Guests guests;
    private final AuditTrail audit;
    private final LoginThrottle throttle;
    private volatile ClientRegistration known;

    SignOn(Settings settings, Guests guests, AuditTrail audit, LoginThrottle throttle) {
        this.settings = settings.signOn();
        this.guests = guests;
        this.audit = audit;
        this.throttle = throttle;
    }

    public boolean isOn() {
        return settings.issuer() != null;
    }

    /** Whether the issuer has told its addresses. */
    public boolean isReachable() {
        try {
            return isOn() && findByRegistrationId(ID) != null;
        } catch (IllegalArgumentException | IllegalStateException away) {
            LOG.warn("The issuer of logins does not tell its addresses: {}", away.getMessage());
            return false;
        }
    }

    @Override
    public ClientRegistration findByRegistrationId(String id) {
        if (!ID.equals(id)) {
            return null;
        }
        return known == null ? ask() : known;
    }

    /** One asks at a time, and whoever waited for that takes its answer. */
    private synchronized ClientRegistration ask() {
        if (known == null) {
            known = ClientRegistrations.fromIssuerLocation(settings.issuer().toString())
                    .registrationId(ID)
                    .clientId(settings.clientId())
                    .clientSecret(Secrets.text(settings.clientSecretFile()))
                    .scope("openid", "profile", "email")
                    .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                    .build();
        }
        return known;
    }

    /** Adds the door; nothing while there is no issuer. */
    void open(HttpSecurity http, LoginResults results) throws Exception {
        if (!isOn()) {
            return;
        }
        var requests = new DefaultOAuth2AuthorizationRequestResolver(this, REQUESTS);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        var out = new OidcClientInitiatedLogoutSuccessHandler(this);
        out.setPostLogoutRedirectUri("{baseUrl}/login?out=yes");
        out.setDefaultTargetUrl("/login?out=yes");
        http.oauth2Login(login -> login.loginPage("/login")
                        .clientRegistrationRepository(this)
                        .authorizedClientRepository(new NoTokens())
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests))
                        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(
                                named -> new Guest(guests.welcome(named.getIdToken()), named.getIdToken())))
                        .successHandler(results)
                        .failureHandler(this::refused))
                .logout(logout -> logout.logoutSuccessHandler(out));
    }

    private void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String why =
                failure instanceof NotWelcome no && WORDS.contains(no.getError().getErrorCode())
                        ? no.getError().getErrorCode()
                        : "failed";
        if (why.equals("failed")) {
            LOG.warn("A login by the issuer failed: {}", failure.getMessage());
        }
        // Anybody may call this address with anything; only what the issuer has signed is always told.
        if (!why.equals("failed") || throttle.isWorthTelling(request.getRemoteAddr())) {
            audit.record(AuditEntry.refused(
                    new Actor("-", "", Actor.Via.CONSOLE), Deed.LOGIN, "sign-on", why + " " + request.getRemoteAddr()));
        }
        response.sendRedirect("/login?sso=" + why);
    }

    /** Where a form may lead besides here: the issuer ends its own session after ours. Begins with a blank, or is empty. */
    String formTargets() {
        URI issuer = settings.issuer();
        return issuer == null ? "" : " " + issuer.getScheme() + "://" + issuer.getAuthority();
    }
}
