package no.kravbro;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names a setting can have, read off the {@link Settings} records. Spring refuses unknown keys in files and on the
 * command line but lets unknown environment variables and system properties pass; a typing error there would otherwise
 * be silent.
 */
final class SettingsNames {

    private static final String AGENCY = "<id>";
    private final List<String> keys = new ArrayList<>();

    SettingsNames() {
        collect("kravbro", Settings.class);
    }

    /** The first environment variable that looks like one of ours and is none. */
    Optional<String> unknownVariable(Collection<String> variables) {
        return variables.stream()
                .filter(name -> name.toUpperCase(Locale.ROOT).startsWith("KRAVBRO_"))
                .filter(name -> keys.stream()
                        .noneMatch(key -> variable(key).matcher(name).matches()))
                .sorted()
                .findFirst();
    }

    /** The first system property that looks like one of ours and is none. */
    Optional<String> unknownProperty(Collection<String> properties) {
        return properties.stream()
                .filter(name -> name.startsWith("kravbro."))
                .filter(name -> keys.stream()
                        .noneMatch(key -> property(key).matcher(uniform(name)).matches()))
                .sorted()
                .findFirst();
    }

    private void collect(String prefix, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            String key = prefix + "." + kebab(component.getName());
            if (component.getType().isRecord()) {
                collect(key, component.getType());
            } else if (component.getType() == Map.class) {
                collect(key + "." + AGENCY, Settings.Agency.class);
            } else {
                keys.add(key);
            }
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** Spring takes CREDITORSFILE and CREDITORS_FILE alike for creditors-file. */
    private static Pattern variable(String key) {
        String name = key.toUpperCase(Locale.ROOT).replace("-", "_?").replace('.', '_');
        return Pattern.compile(name.replace(AGENCY.toUpperCase(Locale.ROOT), "[A-Z0-9]+"), Pattern.CASE_INSENSITIVE);
    }

    private static Pattern property(String key) {
        return Pattern.compile(uniform(key).replace(".", "\\.").replace(AGENCY, "[a-z0-9]+"));
    }

    private static String uniform(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
