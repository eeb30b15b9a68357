package no.kravbro.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** The HTTP client and pool that all contenders share; the library is the one under the product's routes. */
final class Api implements AutoCloseable {

    private static final int OK = 200;

    private final CloseableHttpClient client = HttpClients.custom()
            .disableAutomaticRetries()
            .disableContentCompression()
            .build();
    private final URI address;

    Api(URI address) {
        this.address = address;
    }

    <T> T get(String pathAndQuery, Function<InputStream, T> reader) {
        try {
            return client.execute(new HttpGet(address + pathAndQuery), response -> {
                if (response.getCode() != OK) {
                    throw new IOException("The fake answered " + response.getCode());
                }
                return reader.apply(response.getEntity().getContent());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
