package no.kravbro;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * The two clocks. Days, deadlines and schedules ask the business clock, which may be simulated; leases, pauses and
 * time-outs ask the machine clock, which never is: a simulated week must not make a lease run out.
 */
@Configuration(proxyBeanMethods = false)
class Clocks {

    static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Bean
    @Primary
    Clock businessClock(Settings settings) {
        Clock system = Clock.system(OSLO);
        return settings.clock().url() == null
                ? system
                : FollowedClock.follow(
                        settings.clock().url(), system, settings.clock().poll(), PATIENCE);
    }

    @Bean
    Clock machine() {
        return Clock.systemUTC();
    }
}
