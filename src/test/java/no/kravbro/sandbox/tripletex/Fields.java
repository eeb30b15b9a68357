package no.kravbro.sandbox.tripletex;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringTokenizer;

/** The {@code fields} filter: {@code id,customer(*),postings(id,account(number))}. */
final class Fields {

    /** A sub-object nobody asked to see inside. */
    static final Fields REFERENCE = parse("id,url", "Change", false);

    static final Fields ALL = parse("*", "Change", false);

    private final Map<String, Fields> named = new LinkedHashMap<>();
    private boolean all;

    private Fields() {}

    /** @throws Refusal 400, code 11000: a field the type does not have, or brackets that do not match */
    static Fields parse(String filter, String type) {
        return filter == null || filter.isBlank() ? ALL : parse(filter, type, true);
    }

    private static Fields parse(String filter, String type, boolean strict) {
        StringTokenizer tokens = new StringTokenizer(filter, ",()", true);
        Fields fields = new Fields();
        if (!fields.read(tokens, strict ? type : null, 0).isEmpty()) {
            throw illegal(filter);
        }
        return fields;
    }

    boolean wants(String field) {
        return named.containsKey(field) || all && !field.equals("changes");
    }

    Fields below(String field, String type) {
        Fields below = named.get(field);
        if (below != null && below != REFERENCE) {
            return below;
        }
        return Types.has(type, "id") ? REFERENCE : ALL;
    }

    /** Reads one level and gives the token that ended it: a closing bracket, or nothing at the end of the text. */
    private String read(StringTokenizer tokens, String type, int depth) {
        String last = null;
        while (tokens.hasMoreTokens()) {
            String token = tokens.nextToken().trim();
            switch (token) {
                case "", "," -> {}
                case ")" -> {
                    return closed(depth, type);
                }
                case "(" -> open(tokens, last, type, depth);
                default -> last = name(token, type);
            }
        }
        if (depth > 0) {
            throw illegal("bracket not closed in " + type);
        }
        return "";
    }

    private static String closed(int depth, String type) {
        if (depth == 0) {
            throw illegal("bracket closed twice in " + type);
        }
        return ")";
    }

    private String name(String token, String type) {
        if (token.equals("*")) {
            all = true;
        } else if (type != null && !Types.has(type, token)) {
            throw illegal(token + " (" + type + ")");
        } else {
            named.putIfAbsent(token, REFERENCE);
        }
        return token;
    }

    private void open(StringTokenizer tokens, String field, String type, int depth) {
        String target = field == null || type == null || !Types.has(type, field)
                ? null
                : Types.target(Types.fields(type).get(field));
        if (target == null) {
            throw illegal(field + "(...)");
        }
        Fields below = new Fields();
        below.read(tokens, target, depth + 1);
        named.put(field, below);
    }

    private static Refusal illegal(String what) {
        return new Refusal(400, 11000, "Illegal field in fields filter: " + what);
    }
}
