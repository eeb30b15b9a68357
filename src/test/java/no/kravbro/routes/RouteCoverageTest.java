package no.kravbro.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

class RouteCoverageTest {

    @Nested
    @SpringBootTest(classes = CamelAutoConfiguration.class)
    class InSpring {

        @Autowired
        private CamelContext context;

        @Test
        void spring_contexts_count_by_themselves() {
            assertThat(context.getCamelContextExtension().getInterceptStrategies())
                    .contains(RouteCoverage.INSTANCE);
        }
    }

    private static final String ROUTE =
            """
            # Called by: a test.  Calls: nothing.
            - route:
                id: coverage.specimen
                from:
                  uri: direct:coverage.specimen
                  steps:
                    - choice:
                        when:
                          - expression:
                              simple:
                                expression: "${body} == 'a'"
                            steps:
                              - to:
                                  id: coverage-a
                                  uri: mock:a
                        otherwise:
                          steps:
                            - to:
                                id: coverage-b
                                uri: mock:b
                    - doTry:
                        steps:
                          - throwException:
                              exceptionType: java.io.IOException
                              message: x
                        doCatch:
                          - exception:
                              - java.io.IOException
                            steps:
                              - log:
                                  message: caught
            """;

    @Test
    void every_step_is_counted_by_kind_and_line() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getCamelContextExtension().addInterceptStrategy(RouteCoverage.INSTANCE);
            context.start();
            Resource file = ResourceHelper.fromString("coverage/specimen.camel.yaml", ROUTE);
            PluginHelper.getRoutesLoader(context).loadRoutes(file);
            context.createProducerTemplate().sendBody("direct:coverage.specimen", "a");
        }
        Map<String, Long> counts = RouteCoverage.INSTANCE.of("coverage.specimen");
        assertThat(counts)
                .containsEntry("choice:7", 1L)
                .containsEntry("to:13", 1L)
                .containsEntry("to:18", 0L)
                .containsEntry("throwException:23", 1L)
                .containsEntry("log:30", 1L);
    }
}
