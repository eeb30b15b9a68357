package no.kravbro.secret;

import com.google.crypto.tink.Aead;

/**
 * The key that the data keys are encrypted with.
 *
 * @param before the one in whose place it comes, or null
 */
record MasterKeys(Aead now, Aead before) {

    static MasterKeys only(Aead now) {
        return new MasterKeys(now, null);
    }
}
