package no.kravbro.agency.file;

import java.util.regex.Pattern;
import no.kravbro.money.Money;

/** Amounts as files carry them: decimal comma, two decimals, no other sign than a minus. */
public final class FileAmount {

    private static final Pattern FORM = Pattern.compile("-?[0-9]{1,13},[0-9]{2}");
    private static final String NOTHING_BUT_MINUS = "-0,00";

    private FileAmount() {}

    /** Øre; empty is nothing. */
    public static long ore(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (!FORM.matcher(text).matches() || text.equals(NOTHING_BUT_MINUS)) {
            throw new FileFault("An amount of the control sum is none");
        }
        return Long.parseLong(text.replace(",", ""));
    }

    static String text(long ore) {
        return Money.decimal(ore).toPlainString().replace('.', ',');
    }
}
