package no.kravbro.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import no.kravbro.money.Money;

/**
 * The two functions by which a mapping may touch an amount: {@code ore(decimal)} to whole øre and {@code kroner(øre)} to
 * a decimal with two decimals. Both are exact or fail; null stays null. An amount written as text, with point or comma, is taken by ore().
 */
final class AmountFunctions {

    static final List<Function> ALL =
            List.of(new OneArgument("ore", AmountFunctions::ore), new OneArgument("kroner", AmountFunctions::kroner));

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}([.,][0-9]{1,4})?");

    private AmountFunctions() {}

    private static JsonNode ore(JsonNode amount) {
        try {
            return LongNode.valueOf(Money.ore(decimal(amount)));
        } catch (ArithmeticException e) {
            throw new JsltException("ore(): more than two decimals, or too large", e);
        }
    }

    private static BigDecimal decimal(JsonNode amount) {
        if (amount.isTextual() && DECIMAL.matcher(amount.textValue()).matches()) {
            return new BigDecimal(amount.textValue().replace(',', '.'));
        }
        if (amount.isBigDecimal() || amount.isIntegralNumber()) {
            return amount.decimalValue();
        }
        throw new JsltException("ore(): not an exact amount but " + kindOf(amount));
    }

    private static JsonNode kroner(JsonNode ore) {
        if (!ore.isIntegralNumber() || !ore.canConvertToLong()) {
            throw new JsltException("kroner(): not whole øre but " + kindOf(ore));
        }
        return DecimalNode.valueOf(Money.decimal(ore.longValue()));
    }

    private static String kindOf(JsonNode node) {
        return node.isFloatingPointNumber() ? "a decimal number" : "of type " + node.getNodeType();
    }

    private record OneArgument(String name, UnaryOperator<JsonNode> body) implements Function {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public int getMinArguments() {
            return 1;
        }

        @Override
        public int getMaxArguments() {
            return 1;
        }

        @Override
        public JsonNode call(JsonNode input, JsonNode[] arguments) {
            JsonNode argument = arguments[0];
            return argument.isNull() || argument.isMissingNode() ? NullNode.instance : body.apply(argument);
        }
    }
}
