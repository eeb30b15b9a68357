package no.kravbro.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kravbro.bundle.JavaRoute;
import no.kravbro.sandbox.Newcomer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Every route, in YAML or Java, is named by the test that proves it, and no test names a route that does not exist. */
@Tag("check")
class RoutesProvenTest {

    private static final Pattern ROUTE = Pattern.compile("(?m)^- route:\\R\\s+id: (\\S+)");

    @Test
    void everyRouteIsNamedByATest() throws IOException {
        Set<String> unnamed = routes();
        unnamed.removeAll(named());
        unnamed.removeIf(Newcomer::copied);
        assertThat(unnamed)
                .as("write @Proves(\"<route id>\") on the test class that runs these routes and checks what they do")
                .isEmpty();
    }

    @Test
    void everyRouteNamedExists() throws IOException {
        assertThat(named()).as("routes that @Proves names").isSubsetOf(routes());
    }

    private static Set<String> routes() throws IOException {
        Set<String> ids = new TreeSet<>();
        JavaRoute.all().forEach(route -> ids.add(route.id()));
        try (Stream<Path> files = Files.walk(Path.of("routes"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".camel.yaml"))
                    .toList()) {
                ROUTE.matcher(Files.readString(file)).results().forEach(route -> ids.add(route.group(1)));
            }
        }
        return ids;
    }

    private static Set<String> named() {
        ClassPathScanningCandidateComponentProvider tests = new ClassPathScanningCandidateComponentProvider(false);
        tests.addIncludeFilter(new AnnotationTypeFilter(Proves.class, false));
        return tests.findCandidateComponents("no.kravbro").stream()
                .map(RoutesProvenTest::annotation)
                .flatMap(proves -> Arrays.stream(proves.value()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Proves annotation(BeanDefinition test) {
        return ClassUtils.resolveClassName(test.getBeanClassName(), null).getAnnotation(Proves.class);
    }
}
