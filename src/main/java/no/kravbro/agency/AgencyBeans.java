package no.kravbro.agency;

import no.kravbro.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The agencies of the routes directory that the settings name. A faulty profile stops the start. */
@Configuration(proxyBeanMethods = false)
class AgencyBeans {

    @Bean
    AgencyProfiles agencyProfiles(Settings settings) {
        return new AgencyProfiles(settings.routes().path());
    }

    @Bean
    AnswerTables answerTables(AgencyProfiles profiles, Settings settings) {
        return new AnswerTables(profiles, settings.routes().path(), "tripletex");
    }
}
