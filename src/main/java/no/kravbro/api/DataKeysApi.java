package no.kravbro.api;

import java.util.function.Consumer;
import no.kravbro.access.Right;
import no.kravbro.audit.AuditEntry;
import no.kravbro.audit.AuditTrail;
import no.kravbro.audit.Deed;
import no.kravbro.secret.KeyChanges;
import no.kravbro.secret.KeyChanges.Standing;
import no.kravbro.secret.KeysRefused;
import org.springframework.stereotype.Service;

/** {@code /api/v1/data-keys}: the keys of encryption at rest, by name only. Throws {@link ApiProblem}. */
@Service
public class DataKeysApi {

    private static final String SUBJECT = "data-keys";

    private final KeyChanges keys;
    private final AuditTrail audit;

    DataKeysApi(KeyChanges keys, AuditTrail audit) {
        this.keys = keys;
        this.audit = audit;
    }

    /** Which keys there are, and how far rows have been sealed under the newest. */
    public Standing show(Caller caller) {
        caller.need(Right.READ_MACHINE);
        return keys.standing();
    }

    /** A newer key. */
    public Standing rotate(Caller caller) {
        return change(caller, Deed.KEYS_ROTATED, keys::rotate);
    }

    /** The older keys are forgotten; refused while a row is under one. */
    public Standing retire(Caller caller) {
        return change(caller, Deed.KEYS_RETIRED, keys::retire);
    }

    /** The master key before this one opens nothing any more. */
    public Standing rewrap(Caller caller) {
        return change(caller, Deed.KEYS_REWRAPPED, keys::rewrap);
    }

    /** Rows of all creditors are under the same keys. */
    private Standing change(Caller caller, Deed deed, Consumer<Runnable> change) {
        caller.needForAll(Right.CHANGE_KEYS);
        String before = told(keys.standing());
        try {
            change.accept(() ->
                    audit.record(AuditEntry.done(caller.actor(), deed, SUBJECT).change(before, null)));
        } catch (KeysRefused refused) {
            audit.record(AuditEntry.refused(caller.actor(), deed, SUBJECT, refused.getMessage()));
            throw ApiProblem.of(refused);
        }
        return keys.standing();
    }

    private static String told(Standing keys) {
        return keys.newest() + " " + keys.older() + (keys.masterChanges() ? " two master keys" : "");
    }
}
