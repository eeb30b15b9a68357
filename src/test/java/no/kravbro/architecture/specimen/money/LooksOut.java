package no.kravbro.architecture.specimen.money;

import no.kravbro.architecture.specimen.delivery.ReadsTheClock;

/** Money that looks into another room. */
public record LooksOut(ReadsTheClock clock) {}
