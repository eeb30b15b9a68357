package no.kravbro.secret;

/** A sealed value that cannot be read: its key is gone, or it was changed or does not belong where it stands. */
public final class CannotOpen extends RuntimeException {

    CannotOpen(Place place, String why) {
        super(place.field() + " of a row cannot be read: " + why);
    }
}
