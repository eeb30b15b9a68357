package no.kravbro.secret;

/** Who has the keys. */
interface KeyRing {

    Keys keys();

    /** The same, read from where they are kept. */
    Keys reread();

    /** The same for sealing: known to be the newest not long ago. */
    default Keys fresh() {
        return keys();
    }
}
