package no.kravbro.camel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.kravbro.bundle.Mappings;
import no.kravbro.bundle.Problem;
import no.kravbro.bundle.RouteFiles;
import no.kravbro.bundle.Snapshot;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;

/**
 * A dry run: builds every route of a candidate bundle, with all its endpoints and processors, in a Camel context that is
 * thrown away. Nothing is consumed, the running context is not touched.
 */
public final class ScratchContext {

    private static final Pattern LINE = Pattern.compile("line[: ]+(\\d+)");
    private static final Pattern NODE = Pattern.compile(">>> \\w+\\[(.+?)\\] <<<");

    private final BeanRepository beans;
    private final PropertiesSource properties;

    /** @param beans what routes may name */
    public ScratchContext(BeanRepository beans, PropertiesSource properties) {
        this.beans = beans;
        this.properties = properties;
    }

    /** A dry run with the beans and properties of a running context. */
    public static ScratchContext of(CamelContext live) {
        return new ScratchContext(new ScratchContextBeans(live.getRegistry()), new ScratchContextProperties(live));
    }

    /** The first file that cannot be built and why, or nothing when all can. */
    public Optional<Problem> tryOut(Path directory, Snapshot candidate) {
        try (DefaultCamelContext context = new DefaultCamelContext(false)) {
            context.disableJMX();
            context.setAutoStartup(false);
            context.getCamelContextExtension().setRegistry(new DefaultRegistry(beans));
            context.getPropertiesComponent().addPropertiesSource(properties);
            context.addComponent("map", new MapComponent(new Mappings(directory)));
            workers(context, directory);
            context.start();
            return RouteFiles.inOrder(candidate).stream()
                    .flatMap(path -> load(context, path, candidate.files().get(path)).stream())
                    .findFirst();
        } catch (Exception e) {
            throw new IllegalStateException("The dry run itself failed", e);
        }
    }

    /** Every far side has workers of its own, named after its folder. */
    private static void workers(CamelContext context, Path directory) throws IOException {
        try (Stream<Path> folders = Files.list(directory)) {
            folders.filter(Files::isDirectory)
                    .map(folder -> new ThreadPoolProfile("workers." + folder.getFileName()))
                    .forEach(context.getExecutorServiceManager()::registerThreadPoolProfile);
        }
    }

    private static Optional<Problem> load(CamelContext context, String path, String text) {
        try {
            PluginHelper.getRoutesLoader(context).loadRoutes(SafeReloadResource.of(path, text));
            return Optional.empty();
        } catch (Exception e) {
            return Optional.of(new Problem(path, lineOf(e, text), "dry-run", reason(e)));
        }
    }

    private static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.lines().findFirst().orElse(message).strip();
    }

    /** The line that the error names, or the first that holds the address of the step it names. */
    private static int lineOf(Throwable e, String text) {
        String message = String.valueOf(e.getMessage());
        Matcher line = LINE.matcher(message);
        if (line.find()) {
            return Integer.parseInt(line.group(1));
        }
        Matcher node = NODE.matcher(message);
        List<String> lines = text.lines().toList();
        for (int i = 0; node.find(0) && i < lines.size(); i++) {
            if (lines.get(i).contains(node.group(1))) {
                return i + 1;
            }
        }
        return 0;
    }
}
