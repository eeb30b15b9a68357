package no.kravbro.routes;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/**
 * Counts how often each step of each route runs, in every Camel context it is given to; Spring's test contexts get it
 * through {@link RouteCoverageCustomizer}. Camel's own counts leave out what stands below {@code doCatch}. When the
 * process ends the counts are written below {@link #NOTES}.
 */
public final class RouteCoverage implements InterceptStrategy {

    /** Where the counts stand, one file for each process of the suite. */
    public static final Path NOTES = Path.of("target/route-coverage");

    public static final RouteCoverage INSTANCE = new RouteCoverage();

    private final Map<String, Map<String, LongAdder>> counts = new ConcurrentSkipListMap<>();

    private RouteCoverage() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::save, "route-coverage"));
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode step, Processor target, Processor nextTarget) {
        String route = String.valueOf(CamelContextHelper.getRouteId(step));
        LongAdder count = counts.computeIfAbsent(route, id -> new ConcurrentSkipListMap<>())
                .computeIfAbsent(step.getShortName() + ":" + step.getLineNumber(), key -> new LongAdder());
        return new DelegateAsyncProcessor(target) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                count.increment();
                return super.process(exchange, callback);
            }
        };
    }

    /** Steps of a route, by kind and line of their file, with how often they ran. */
    Map<String, Long> of(String route) {
        return counts.getOrDefault(route, Map.of()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, step -> step.getValue().sum()));
    }

    /** How many steps of a route have run; an id with {@code <any>} or {@code -N} stands for all that it fits. */
    long runs(String id) {
        Pattern fits = Pattern.compile(id.replaceAll("<\\w+>", ".+").replaceAll("-N$", "-[0-9]+"));
        return counts.keySet().stream()
                .filter(route -> fits.matcher(route).matches())
                .flatMap(route -> of(route).values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    private void save() {
        Map<String, Map<String, Long>> notes =
                counts.keySet().stream().collect(Collectors.toMap(route -> route, this::of));
        try {
            Files.createDirectories(NOTES);
            Path file = NOTES.resolve(ProcessHandle.current().pid() + ".json");
            new ObjectMapper().writeValue(file.toFile(), notes);
        } catch (IOException e) {
            throw new UncheckedIOException("The coverage of routes cannot be noted", e);
        }
    }
}
