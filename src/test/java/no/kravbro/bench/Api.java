package no.kravbro.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** The HTTP client of the hand-written loop: library and size of the pool are those under the product's routes. */
final class Api implements AutoCloseable {

    private static final int PER_ROUTE = 20;
    private static final int IN_ALL = 200;

    private final CloseableHttpClient client = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(PER_ROUTE)
                    .setMaxConnTotal(IN_ALL)
                    .build())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .build();
    private final String address;

    Api(String address) {
        this.address = address;
    }

    /** Reads an answer off the wire. */
    interface Reader<T> {
        T read(InputStream answer) throws IOException;
    }

    <T> T get(String pathAndQuery, Reader<T> reader) {
        return call("GET", pathAndQuery, null, null, reader);
    }

    /** @param key idempotency key, or null */
    <T> T call(String method, String pathAndQuery, String body, String key, Reader<T> reader) {
        HttpUriRequestBase request = new HttpUriRequestBase(method, java.net.URI.create(address + pathAndQuery));
        request.setHeader("Authorization", "Bearer bench");
        request.setHeader("Accept", "application/json");
        if (body != null) {
            request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        }
        if (key != null) {
            request.setHeader("IdempotencyKey", key);
        }
        try {
            return client.execute(request, response -> {
                if (response.getCode() >= 300) {
                    throw new IOException("The fake answered " + response.getCode());
                }
                return reader.read(response.getEntity().getContent());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
