package no.kravbro.access;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** The doors: machines' as they are, people's behind a login. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Signed, so that it needs neither a login nor a token against forged forms; mail programs post it by themselves. */
    private static final String DECLINE = "/unsubscribe";

    private static final String[] MACHINES = {"/api/**", "/webhooks/**", "/actuator/**"};
    private static final String[] FOR_ALL = {
        "/login",
        "/login/company",
        "/welcome",
        DECLINE,
        "/webjars/**",
        "/console.css",
        "/console.js",
        "/live.js",
        "/icon.svg",
        "/error"
    };
    /** Nobody wants to come back to it after a login. */
    private static final String LINE = "/events";

    private static final String FORMS = "form-action 'self'";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; " + FORMS + "; frame-ancestors 'none'; base-uri 'none'";

    /** No session and no token against forged forms: these doors take no cookies, and no forms either. */
    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http) throws Exception {
        return headers(http.securityMatcher(MACHINES), POLICY)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http, LoginResults results, ThrottledLogin login, Users users, SignOn signOn)
            throws Exception {
        HttpSessionRequestCache wanted = new HttpSessionRequestCache();
        wanted.setMatchingRequestParameterName(null);
        wanted.setRequestMatcher(request -> !LINE.equals(request.getRequestURI()));
        headers(http, POLICY.replace(FORMS, FORMS + signOn.formTargets()))
                .authenticationProvider(login)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(FOR_ALL)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(
                        form -> form.loginPage("/login").successHandler(results).failureHandler(results))
                .logout(logout -> logout.addLogoutHandler(results).logoutSuccessUrl("/login?out=yes"))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(new LoginDoor()))
                .csrf(forged -> forged.ignoringRequestMatchers(DECLINE))
                .requestCache(cache -> cache.requestCache(wanted))
                .sessionManagement(sessions -> sessions.sessionFixation(fixation -> fixation.changeSessionId()))
                .addFilterBefore(new SessionRules(users), AnonymousAuthenticationFilter.class);
        signOn.open(http, results);
        return http.build();
    }

    private static HttpSecurity headers(HttpSecurity http, String allowed) throws Exception {
        return http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(allowed))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN)));
    }

    /** Which methods there are, and which keys, the doors themselves say, in words; what reaches out of an address stops here. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowUrlEncodedCarriageReturn(true);
        firewall.setAllowUrlEncodedLineFeed(true);
        return firewall;
    }

    /** bcrypt today; what is stored names its algorithm, so that another may follow. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
