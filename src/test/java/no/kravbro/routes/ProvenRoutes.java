package no.kravbro.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Notes which of the routes that a class {@link Proves} did not run in it. Noted and not failed at once, for a single method
 * may be run alone; the end of the whole suite looks at the notes.
 */
public final class ProvenRoutes implements BeforeAllCallback, AfterAllCallback {

    /** End of the names of such notes, beside the counts in {@link RouteCoverage#NOTES}. */
    public static final String NOTE = ".unproven";

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(ProvenRoutes.class);

    private record Counts(Map<String, Long> runs) {}

    @Override
    public void beforeAll(ExtensionContext test) {
        test.getStore(OURS).put(test.getUniqueId(), counts(test));
    }

    @Override
    public void afterAll(ExtensionContext test) throws IOException {
        Map<String, Long> before =
                test.getStore(OURS).get(test.getUniqueId(), Counts.class).runs();
        List<String> idle = counts(test).runs().entrySet().stream()
                .filter(route -> route.getValue() <= before.get(route.getKey()))
                .map(route -> test.getRequiredTestClass().getSimpleName() + " names " + route.getKey()
                        + " but does not run it")
                .sorted()
                .toList();
        if (!idle.isEmpty()) {
            Files.createDirectories(RouteCoverage.NOTES);
            Files.write(RouteCoverage.NOTES.resolve(test.getRequiredTestClass().getName() + NOTE), idle);
        }
    }

    private static Counts counts(ExtensionContext test) {
        String[] ids = test.getRequiredTestClass().getAnnotation(Proves.class).value();
        return new Counts(
                Arrays.stream(ids).collect(Collectors.toMap(Function.identity(), RouteCoverage.INSTANCE::runs)));
    }
}
