package no.kravbro.creditor;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import no.kravbro.Settings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the creditors file once, at start, and leaves its rows in the database. */
@Configuration(proxyBeanMethods = false)
class CreditorsConfiguration {

    @Bean
    Creditors creditors(Settings settings, JdbcClient sql, ObjectMapper json, @Qualifier("machine") Clock machine) {
        Creditors creditors = new Creditors(CreditorsFile.read(settings.creditors()));
        creditors.save(sql, json, machine);
        return creditors;
    }
}
