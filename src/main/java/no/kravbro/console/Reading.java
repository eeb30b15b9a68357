package no.kravbro.console;

import java.time.LocalDate;
import no.kravbro.money.NorwegianFormat;
import org.springframework.stereotype.Component;

/** Amounts and days as people read them; templates call it {@code @reading}. */
@Component("reading")
public class Reading {

    /** An amount in øre with its unit. */
    public String kroner(long ore) {
        return NorwegianFormat.kroner(ore);
    }

    /** A day, or a dash where there is none. */
    public String day(LocalDate day) {
        return day == null ? "–" : NorwegianFormat.day(day);
    }
}
