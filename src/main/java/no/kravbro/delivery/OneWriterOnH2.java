package no.kravbro.delivery;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Puts {@link OneWriter} before a database that needs it. */
@Component
final class OneWriterOnH2 implements BeanPostProcessor {

    private final boolean needed;

    OneWriterOnH2(Environment settings) {
        this.needed = settings.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:");
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return needed && bean instanceof DataSource database ? new OneWriter(database) : bean;
    }
}
