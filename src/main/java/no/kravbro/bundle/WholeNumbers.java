package no.kravbro.bundle;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Function;

/** Whole numbers, exactly: {@code 25.00} is 25, but {@code 50000.5} is refused where others would cut it off. */
final class WholeNumbers<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient Function<BigDecimal, T> exact;

    private WholeNumbers(Class<T> type, Function<BigDecimal, T> exact) {
        super(type);
        this.exact = exact;
    }

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("whole-numbers");
        add(module, long.class, BigDecimal::longValueExact);
        add(module, Long.class, BigDecimal::longValueExact);
        add(module, int.class, BigDecimal::intValueExact);
        add(module, Integer.class, BigDecimal::intValueExact);
        return module;
    }

    private static <T> void add(SimpleModule module, Class<T> type, Function<BigDecimal, T> exact) {
        module.addDeserializer(type, new WholeNumbers<>(type, exact));
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonToken token = parser.currentToken();
        if (token.isNumeric()) {
            try {
                return exact.apply(parser.getDecimalValue());
            } catch (ArithmeticException notWhole) {
                return (T) context.handleWeirdNumberValue(handledType(), parser.getNumberValue(), "not whole");
            }
        }
        return (T) context.handleUnexpectedToken(handledType(), parser);
    }

    @Override
    public T getNullValue(DeserializationContext context) {
        return handledType().isPrimitive() ? exact.apply(BigDecimal.ZERO) : null;
    }
}
