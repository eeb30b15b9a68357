package no.kravbro.mail;

import java.time.Instant;

/** Knows when one kind of thing is to be told, and tells it; asked again and again, also by several processes at once. */
interface Teller {

    /** @param now business time */
    void tell(Instant now);
}
