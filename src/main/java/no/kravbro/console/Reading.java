package no.kravbro.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import no.kravbro.Masking;
import no.kravbro.Texts;
import no.kravbro.money.NorwegianFormat;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Amounts, days and codes as people read them; templates call it {@code @reading}. */
@Component("reading")
public class Reading {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final String NONE = "–";
    private static final int BRIEF = 12;

    private final Texts texts;

    Reading(Texts texts) {
        this.texts = texts;
    }

    /** An amount in øre with its unit, or a dash where there is none. */
    public String kroner(Long ore) {
        return ore == null ? NONE : NorwegianFormat.kroner(ore);
    }

    /** A day, or a dash where there is none. */
    public String day(LocalDate day) {
        return day == null ? NONE : NorwegianFormat.day(day);
    }

    /** A moment as the clocks in Oslo show it. */
    public String time(Instant moment) {
        return moment == null ? NONE : TIME.format(ZonedDateTime.ofInstant(moment, OSLO));
    }

    /** The time of day of a moment that is near, to the second. */
    public String clock(Instant moment) {
        return moment == null ? NONE : CLOCK.format(ZonedDateTime.ofInstant(moment, OSLO));
    }

    /** A moment with the day of the week, for deadlines that people plan for. */
    public String deadline(Instant moment) {
        ZonedDateTime there = ZonedDateTime.ofInstant(moment, OSLO);
        String day = there.getDayOfWeek().getDisplayName(TextStyle.FULL, LocaleContextHolder.getLocale());
        return day + " " + TIME.format(there);
    }

    /** The word for a code; a code without one stands for itself, for it may come from a route. */
    public String word(String group, String code) {
        return code == null
                ? NONE
                : texts.find(group + code, LocaleContextHolder.getLocale()).orElse(code);
    }

    /** The beginning of something long that is compared and not read: a hash, a version. */
    public String brief(String text) {
        return text(text == null ? null : text.substring(0, Math.min(BRIEF, text.length())));
    }

    /** Text without national identity numbers, or a dash. */
    public String masked(String text) {
        return text(Masking.mask(text));
    }

    /** Text, or a dash. */
    public String text(Object text) {
        return text == null || text.toString().isBlank() ? NONE : text.toString();
    }
}
