package no.kravbro.routes;

import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Gives every Spring test context the counter of steps. Registered in META-INF/spring.factories. */
public final class RouteCoverageCustomizer implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        return new CountSteps();
    }

    /** A record, because Spring reuses contexts whose customizers are equal. */
    private record CountSteps() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            context.getBeanFactory().registerSingleton("routeCoverage", RouteCoverage.INSTANCE);
        }
    }
}
