package no.kravbro.architecture.specimen.claim;

import no.kravbro.architecture.specimen.money.LooksOut;
import org.apache.camel.CamelContext;

/** A claim that knows Camel, and money that knows it back. */
record KnowsTooMuch(CamelContext context, LooksOut money) {}
