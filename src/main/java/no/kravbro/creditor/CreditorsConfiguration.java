package no.kravbro.creditor;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import no.kravbro.Settings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the creditors file and those registered once, at start, and leaves their rows in the database. */
@Configuration(proxyBeanMethods = false)
class CreditorsConfiguration {

    @Bean
    RunningCreditors runningCreditors(Settings settings, Registrations registrations) {
        return new RunningCreditors(CreditorsFile.read(settings.creditors()), registrations);
    }

    @Bean
    Creditors creditors(
            RunningCreditors running, JdbcClient sql, ObjectMapper json, @Qualifier("machine") Clock machine) {
        running.creditors().save(sql, json, machine);
        return running.creditors();
    }
}
