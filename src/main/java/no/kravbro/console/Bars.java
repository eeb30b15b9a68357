package no.kravbro.console;

import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/** How long the bars of a chart are that stands in a table; templates call it {@code @bars}. The numbers stand beside them. */
@Component("bars")
public class Bars {

    private static final int WHOLE = 100;

    /** Of 100: the largest of them is whole, and what is not nothing can be seen. */
    public static long share(long value, long largest) {
        return value <= 0 || largest <= 0 ? 0 : Math.max(1, WHOLE * Math.min(value, largest) / largest);
    }

    static <T> long largest(List<T> rows, ToLongFunction<T> value) {
        return rows.stream().mapToLong(value).max().orElse(0);
    }
}
