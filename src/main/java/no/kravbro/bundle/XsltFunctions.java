package no.kravbro.bundle;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.ExtensionFunction;
import net.sf.saxon.s9api.ItemType;
import net.sf.saxon.s9api.OccurrenceIndicator;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.SequenceType;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmEmptySequence;
import net.sf.saxon.s9api.XdmValue;
import no.kravbro.money.Money;

/**
 * The two functions by which a stylesheet may touch an amount, as in {@link AmountFunctions}: {@code k:ore('12.50')} is 1250,
 * {@code k:kroner(1250)} is 12.50. Both are exact or fail; nothing stays nothing.
 */
final class XsltFunctions {

    static final String NAMESPACE = "urn:kravbro:functions";

    static final List<ExtensionFunction> ALL =
            List.of(new OneArgument("ore", XsltFunctions::ore), new OneArgument("kroner", XsltFunctions::kroner));

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]{1,4})?");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    private XsltFunctions() {}

    private static XdmAtomicValue ore(String amount) {
        if (!DECIMAL.matcher(amount).matches()) {
            throw new IllegalArgumentException("ore(): not an exact amount");
        }
        return new XdmAtomicValue(Money.ore(new BigDecimal(amount)));
    }

    private static XdmAtomicValue kroner(String ore) {
        if (!WHOLE.matcher(ore).matches()) {
            throw new IllegalArgumentException("kroner(): not whole øre");
        }
        return new XdmAtomicValue(Money.decimal(Long.parseLong(ore)).toPlainString());
    }

    private record OneArgument(String name, Function<String, XdmAtomicValue> body) implements ExtensionFunction {

        @Override
        public QName getName() {
            return new QName(NAMESPACE, name);
        }

        @Override
        public SequenceType getResultType() {
            return SequenceType.makeSequenceType(ItemType.ANY_ATOMIC_VALUE, OccurrenceIndicator.ZERO_OR_ONE);
        }

        @Override
        public SequenceType[] getArgumentTypes() {
            return new SequenceType[] {SequenceType.makeSequenceType(ItemType.STRING, OccurrenceIndicator.ZERO_OR_ONE)};
        }

        @Override
        public XdmValue call(XdmValue[] arguments) throws SaxonApiException {
            if (arguments[0].isEmpty()) {
                return XdmEmptySequence.getInstance();
            }
            try {
                return body.apply(arguments[0].itemAt(0).getStringValue().strip());
            } catch (ArithmeticException tooFine) {
                throw new SaxonApiException(name + "(): more than two decimals, or too large", tooFine);
            } catch (IllegalArgumentException unfit) {
                throw new SaxonApiException(unfit.getMessage(), unfit);
            }
        }
    }
}
