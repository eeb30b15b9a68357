package no.kravbro.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import no.kravbro.agency.AgencyProfile;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.agency.AnswerTables;
import no.kravbro.agency.ProfileException;
import no.kravbro.agency.StrictYaml;
import no.kravbro.agency.file.FileFormat;

/** Mappings and profiles. */
final class DocumentRules {

    private static final JsonMapper PROFILE = JsonMapper.builder(new YAMLFactory())
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final Pattern NAMED = Pattern.compile("\\s*map:\\s*(\\S+)\\s*");

    private DocumentRules() {}

    /** Every mapping compiles, and every mapping that a step names is there. */
    static void mappings(RouteBundle bundle, Consumer<Problem> report) {
        Set<String> there = new TreeSet<>(bundle.snapshot().files().keySet());
        there.removeIf(path -> !RouteFiles.isMapping(path));
        Mappings mappings = new Mappings(bundle.directory());
        Map<String, Problem> broken = new TreeMap<>();
        there.forEach(path -> compile(mappings, path, problem -> broken.put(path, problem)));
        // A file of functions only is no mapping by itself; those that import it have proven it.
        broken.keySet().removeAll(mappings.imported());
        broken.values().forEach(report);
        bundle.snapshot().files().forEach((path, text) -> {
            if (RouteFiles.isSettings(path)) {
                named(path, text, there, report);
            }
        });
        for (Route route : bundle.routes()) {
            for (Step step : route.allSteps()) {
                String path = step.uri().startsWith("map:") ? step.uri().substring("map:".length()) : "";
                if (!path.isEmpty() && !there.contains(path)) {
                    report.accept(ShapeRules.at(route, step, "mapping", "there is no mapping " + path));
                }
            }
        }
    }

    /** Tables of answers name mappings too. */
    private static void named(String path, String text, Set<String> there, Consumer<Problem> report) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher map = NAMED.matcher(lines.get(i));
            if (map.matches() && !there.contains(map.group(1))) {
                report.accept(new Problem(path, i + 1, "mapping", "there is no mapping " + map.group(1)));
            }
        }
    }

    private static void compile(Mappings mappings, String path, Consumer<Problem> report) {
        try {
            mappings.require(path);
        } catch (MappingException e) {
            report.accept(new Problem(e.file(), e.line(), "mapping", e.reason()));
        }
    }

    /** Amounts are formatted in mappings, never computed. */
    static void arithmetic(RouteBundle bundle, Consumer<Problem> report) {
        bundle.snapshot().files().forEach((path, text) -> {
            if (RouteFiles.isMapping(path)) {
                (path.endsWith(Mapping.XSLT) ? XsltArithmetic.linesOf(text) : AmountArithmetic.linesOf(text))
                        .forEach(line -> report.accept(new Problem(
                                path, line, "arithmetic", "no arithmetic on amounts in a mapping; compute in Java")));
            }
        });
    }

    /** A stylesheet knows the document it is given and its imports; at run time nothing else can be read either. */
    static void reach(RouteBundle bundle, Consumer<Problem> report) {
        bundle.snapshot().files().forEach((path, text) -> {
            if (path.endsWith(Mapping.XSLT)) {
                XsltReach.linesOf(text)
                        .forEach(line -> report.accept(new Problem(
                                path, line, "outside", "a stylesheet reads and writes nothing but its document")));
            }
        });
    }

    /** Every agency.yaml, answers.yaml and files.yaml can be read, without unknown fields, and can be worked with. */
    static void profiles(RouteBundle bundle, Consumer<Problem> report) {
        bundle.snapshot().files().forEach((path, text) -> {
            Path file = bundle.directory().resolve(path);
            if (path.endsWith("/agency.yaml") && readable(path, text, report)) {
                sound("profile", path, file, AgencyProfiles::check, report);
            } else if (path.endsWith("/answers.yaml")) {
                sound("answers", path, file, AnswerTables::check, report);
            } else if (path.endsWith("/files.yaml")) {
                sound("files", path, file, FileFormat::check, report);
            }
        });
    }

    private static void sound(String rule, String path, Path file, Consumer<Path> check, Consumer<Problem> report) {
        try {
            check.accept(file);
        } catch (ProfileException e) {
            String sentence = e.getMessage().replace(file.toString(), "").replaceFirst("^:? +", "");
            report.accept(new Problem(path, 0, rule, sentence));
        }
    }

    private static boolean readable(String path, String text, Consumer<Problem> report) {
        try {
            PROFILE.readValue(text, AgencyProfile.class);
            return true;
        } catch (UnrecognizedPropertyException e) {
            String known = e.getKnownPropertyIds().stream()
                    .map(Object::toString)
                    .sorted()
                    .toList()
                    .toString();
            String message = "unknown field '" + e.getPropertyName() + "'; use one of " + known;
            report.accept(new Problem(path, lineOf(text, e.getPropertyName()), "profile", message));
        } catch (InvalidFormatException e) {
            report.accept(new Problem(path, lineOf(text, e), "profile", StrictYaml.notOneOf(e)));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            String reason = e.getOriginalMessage().lines().findFirst().orElse("cannot be read");
            report.accept(new Problem(path, line, "profile", reason));
        }
        return false;
    }

    private static int lineOf(String text, InvalidFormatException e) {
        List<String> lines = text.lines().toList();
        String value = String.valueOf(e.getValue());
        return IntStream.range(0, lines.size())
                        .filter(line -> lines.get(line).contains(value))
                        .findFirst()
                        .orElse(-1)
                + 1;
    }

    /** Records are filled at their end, so the reader's own position is too late. */
    private static int lineOf(String text, String field) {
        List<String> lines = text.lines().map(String::strip).toList();
        int found = 0;
        for (int i = lines.size(); i > 0; i--) {
            found = lines.get(i - 1).startsWith(field + ":") ? i : found;
        }
        return found;
    }
}
