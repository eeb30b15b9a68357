package no.kravbro.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/** The question of the address, for forms that show it again and links that change a part of it. */
public record Asked(String path, Map<String, String> parameters) {

    static Asked of(HttpServletRequest request) {
        Map<String, String> parameters = new TreeMap<>();
        if ("GET".equals(request.getMethod())) {
            request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
        }
        parameters.values().removeIf(String::isBlank);
        return new Asked(request.getRequestURI(), parameters);
    }

    /** Null where nothing was asked. */
    public String value(String name) {
        return parameters.get(name);
    }

    /** The same address with one parameter changed. */
    public String with(String name, Object value) {
        Map<String, String> changed = new TreeMap<>(parameters);
        changed.put(name, String.valueOf(value));
        return path
                + changed.entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** The address itself, to come back to. */
    public String here() {
        return parameters.isEmpty() ? path : with("size", value("size") == null ? "50" : value("size"));
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
