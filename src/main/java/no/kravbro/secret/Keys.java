package no.kravbro.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.IntStream;

/** Data keys: one by which everything new is sealed, and older ones that still open. Never changed; shows nothing of itself. */
final class Keys {

    private static final Configuration AEAD = AeadConfig2026.get();
    private static final byte[] KEYSET = "data_keys.content".getBytes(StandardCharsets.UTF_8);

    private final KeysetHandle handle;
    private final Aead aead;

    private Keys(KeysetHandle handle) throws GeneralSecurityException {
        this.handle = handle;
        this.aead = handle.getPrimitive(AEAD, Aead.class);
    }

    /** One key, new. */
    static Keys fresh() {
        return made(() -> KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AEAD));
    }

    /** These and a new one, by which everything is sealed from now on. */
    Keys withNewPrimary() {
        return made(() -> KeysetHandle.newBuilder(handle)
                .setConfiguration(AEAD)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build());
    }

    /** Only the one by which everything is sealed. */
    Keys withoutOld() {
        return made(() -> {
            KeysetHandle.Builder builder = KeysetHandle.newBuilder(handle).setConfiguration(AEAD);
            for (int at = builder.size() - 1; at >= 0; at--) {
                if (!handle.getAt(at).isPrimary()) {
                    builder.deleteAt(at);
                }
            }
            return builder.build();
        });
    }

    /** As it may be stored: itself encrypted. */
    String locked(Aead master) {
        try {
            return TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(handle, master, KEYSET, AEAD);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("The master key encrypts nothing", failed);
        }
    }

    /** Throws when it was locked by another master key, or changed. */
    static Keys unlocked(String locked, Aead master) throws GeneralSecurityException {
        return new Keys(TinkJsonProtoKeysetFormat.parseEncryptedKeyset(locked, master, KEYSET, AEAD));
    }

    int primary() {
        return handle.getPrimary().getId();
    }

    List<Integer> ids() {
        return IntStream.range(0, handle.size())
                .mapToObj(at -> handle.getAt(at).getId())
                .toList();
    }

    boolean holds(int id) {
        return ids().contains(id);
    }

    byte[] encrypt(byte[] plain, Place place) {
        try {
            return aead.encrypt(plain, place.associated());
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(place.field() + " cannot be encrypted", failed);
        }
    }

    byte[] decrypt(byte[] sealed, Place place) {
        try {
            return aead.decrypt(sealed, place.associated());
        } catch (GeneralSecurityException refused) {
            throw new CannotOpen(place, "it was changed, or belongs to another row");
        }
    }

    private static Keys made(Making making) {
        try {
            return new Keys(making.handle());
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("No key can be made", failed);
        }
    }

    private interface Making {
        KeysetHandle handle() throws GeneralSecurityException;
    }
}
