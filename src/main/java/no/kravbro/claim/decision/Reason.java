package no.kravbro.claim.decision;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import no.kravbro.money.NorwegianFormat;

/**
 * One thing that stands against a transfer.
 *
 * @param params values of the text's placeholders, in their order. Names end in {@code Ore} for amounts in øre, in
 *     {@code Day} for ISO days, in {@code Fields} for comma-separated debtor fields; others are shown as they are
 * @param until first day on which it no longer stands if nothing else changes, or null when time does not lift it
 */
public record Reason(ReasonCode code, Map<String, String> params, LocalDate until) {

    public Reason {
        Objects.requireNonNull(code, "code");
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    static Reason of(ReasonCode code) {
        return new Reason(code, Map.of(), null);
    }

    static Reason of(ReasonCode code, String param, String value) {
        return new Reason(code, Map.of(param, value), null);
    }

    static Reason until(ReasonCode code, LocalDate day) {
        return new Reason(code, Map.of("untilDay", day.toString()), day);
    }

    /** The same with one more placeholder behind the others. */
    Reason with(String param, String value) {
        Map<String, String> more = new LinkedHashMap<>(params);
        more.put(param, value);
        return new Reason(code, more, until);
    }

    /**
     * The placeholders' values as people read them, for {@link ReasonCode#messageKey}.
     *
     * @param messages looks up the word for a debtor field ({@code field.<name>}) in the reader's language
     */
    public List<String> arguments(UnaryOperator<String> messages) {
        return params.entrySet().stream()
                .map(param -> readable(param.getKey(), param.getValue(), messages))
                .toList();
    }

    private static String readable(String name, String value, UnaryOperator<String> messages) {
        if (name.endsWith("Ore")) {
            return NorwegianFormat.amount(Long.parseLong(value));
        }
        if (name.endsWith("Day")) {
            return NorwegianFormat.day(LocalDate.parse(value));
        }
        if (name.endsWith("Fields")) {
            return Arrays.stream(value.split(","))
                    .map(field -> messages.apply("field." + field))
                    .collect(Collectors.joining(", "));
        }
        return value;
    }
}
