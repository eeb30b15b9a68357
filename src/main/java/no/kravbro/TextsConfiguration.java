package no.kravbro;

import java.nio.charset.StandardCharsets;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Message files messages_nb and messages_en; there is no file without a language. */
@Configuration(proxyBeanMethods = false)
public class TextsConfiguration {

    @Bean
    public MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Texts.NB);
        return messages;
    }

    @Bean
    public Texts texts(MessageSource messages) {
        return new Texts(messages);
    }
}
