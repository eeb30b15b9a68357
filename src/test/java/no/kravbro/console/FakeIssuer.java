package no.kravbro.console;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A company's issuer of logins, as small as the protocol allows: whoever comes is the person the test says, without a password. */
final class FakeIssuer implements AutoCloseable {

    static final String SECRET = "src/test/resources/sandbox/secrets/nordlys-employee";

    private final HttpServer server;
    private final RSAKey key;
    private final List<String> asked = new ArrayList<>();
    private volatile JWTClaimsSet person;
    private volatile boolean forged;
    private volatile String nonce;

    FakeIssuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("one").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException("A key", e);
        }
        on("/.well-known/openid-configuration", exchange -> json(exchange, discovery()));
        on("/keys", exchange -> json(exchange, new JWKSet(key.toPublicJWK()).toString()));
        on("/authorize", this::authorize);
        on("/token", exchange -> json(exchange, token()));
        on("/out", exchange -> away(exchange, query(exchange).get("post_logout_redirect_uri")));
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Settings of a product that trusts this one. */
    String[] settings() {
        return new String[] {
            "kravbro.sign-on.issuer=" + address(),
            "kravbro.sign-on.client-id=kravbro",
            "kravbro.sign-on.client-secret-file=" + SECRET
        };
    }

    /** Who comes next. */
    void next(String number, String name, Map<String, ?> claims) {
        JWTClaimsSet.Builder person = new JWTClaimsSet.Builder().subject(number).claim("preferred_username", name);
        claims.forEach(person::claim);
        this.person = person.build();
    }

    /** Signs with a key that nobody has published. */
    void forges(boolean on) {
        forged = on;
    }

    /** Paths that were asked for, with the parameters that matter to safety. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    private void on(String path, Answer answer) {
        server.createContext(path, exchange -> {
            try (exchange) {
                answer.give(exchange);
            }
        });
    }

    private String discovery() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                "jwks_uri":"%1$s/keys","end_session_endpoint":"%1$s/out","response_types_supported":["code"],
                "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"],
                "token_endpoint_auth_methods_supported":["client_secret_basic"]}"""
                .formatted(address());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = query(exchange);
        asked.add("authorize " + query.get("code_challenge_method"));
        nonce = query.get("nonce");
        away(exchange, query.get("redirect_uri") + "?code=c&state=" + query.get("state"));
    }

    private String token() {
        try {
            Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
                    new JWTClaimsSet.Builder(person)
                            .issuer(address())
                            .audience("kravbro")
                            .claim("nonce", nonce)
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(now.plusSeconds(300)))
                            .build());
            RSAKey signer = forged ? new RSAKeyGenerator(2048).keyID("one").generate() : key;
            token.sign(new RSASSASigner(signer));
            return "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\""
                    + token.serialize() + "\"}";
        } catch (JOSEException e) {
            throw new IllegalStateException("A token", e);
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            query.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return query;
    }

    private static void json(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void away(HttpExchange exchange, String where) throws IOException {
        exchange.getResponseHeaders().set("Location", where);
        exchange.sendResponseHeaders(302, -1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
