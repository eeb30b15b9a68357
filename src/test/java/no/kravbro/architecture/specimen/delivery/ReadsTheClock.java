package no.kravbro.architecture.specimen.delivery;

import java.time.LocalDate;

/** Work that asks the machine for the day. */
public record ReadsTheClock(LocalDate day) {

    static ReadsTheClock today() {
        return new ReadsTheClock(LocalDate.now());
    }
}
