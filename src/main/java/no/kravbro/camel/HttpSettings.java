package no.kravbro.camel;

import no.kravbro.Settings;
import org.apache.camel.Ordered;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How every outgoing HTTP call behaves: bounded waiting, no hidden repetition of writes, no redirects that could carry
 * credentials to another host.
 */
@Configuration
class HttpSettings {

    private static final long CONNECT_MILLIS = 5_000;
    private static final long KEEP_MILLIS = 60_000;

    @Bean
    ComponentCustomizer boundedHttp(Settings settings) {
        long answerMillis = settings.http().answerTimeout().toMillis();
        // Last of all: the starter's own customizer sets every option to its default, and of two of the same
        // order either may come first.
        return ComponentCustomizer.builder(HttpComponent.class)
                .withOrder(Ordered.LOWEST)
                .build(http -> {
                    http.setConnectTimeout(CONNECT_MILLIS);
                    http.setConnectionRequestTimeout(CONNECT_MILLIS);
                    http.setResponseTimeout(answerMillis);
                    http.setSoTimeout(answerMillis);
                    http.setConnectionTimeToLive(KEEP_MILLIS);
                    http.setAutomaticRetriesDisabled(true);
                    http.setFollowRedirects(false);
                    http.setRedirectHandlingDisabled(true);
                    http.setCookieManagementDisabled(true);
                    http.setHttpClientConfigurer(
                            client -> client.addExecInterceptorFirst("limit", new LimitedAnswers()));
                });
    }
}
