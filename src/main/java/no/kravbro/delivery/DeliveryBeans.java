package no.kravbro.delivery;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room needs and nobody else brings. */
@Configuration(proxyBeanMethods = false)
class DeliveryBeans {

    /** The dice of the back-off; a seed is of no use outside tests. */
    @Bean
    RandomGenerator backoffDice() {
        return new Random();
    }
}
