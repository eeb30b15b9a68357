package no.kravbro.deadletter;

import java.util.HashMap;
import java.util.Map;
import no.kravbro.Masking;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.GivenUp;
import no.kravbro.delivery.Run;
import no.kravbro.delivery.Sql;

/**
 * Something that could not be done, as it is written down.
 *
 * @param what delivery kind, or kind of the message received
 * @param target agency id or {@code tripletex}
 * @param code why, as a code of the catalogue; another code is kept in the detail
 * @param field what the far side complains about, or null
 */
public record Failure(
        Long deliveryId,
        Long inboxId,
        String subject,
        String what,
        String creditorId,
        String target,
        String claimKey,
        long amountOre,
        String code,
        String field,
        String detail,
        boolean mayHaveLanded,
        Run run) {

    static Failure of(GivenUp givenUp, Run run) {
        Delivery delivery = givenUp.delivery();
        return new Failure(
                delivery.id(),
                null,
                delivery.key() + " / " + delivery.submission(),
                delivery.kind().name(),
                delivery.creditorId(),
                delivery.target(),
                delivery.claimKey(),
                delivery.amountOre(),
                givenUp.outcome().cause(),
                null,
                givenUp.outcome().detail(),
                delivery.mayHaveLanded(),
                run);
    }

    Cause cause() {
        return Cause.of(code);
    }

    String fingerprint() {
        return Fingerprint.of(what, target, code, field);
    }

    Map<String, Object> columns() {
        Map<String, Object> columns = new HashMap<>();
        columns.put("delivery", deliveryId);
        columns.put("inbox", inboxId);
        columns.put("subject", Masking.mask(subject));
        columns.put("what", what);
        columns.put("creditor", creditorId);
        columns.put("agency", target);
        columns.put("claim", claimKey);
        columns.put("amount", amountOre);
        columns.put("cause", cause().name());
        columns.put("detail", Sql.detail(Masking.mask(words())));
        columns.put("owner", cause().owner(target).name());
        columns.put("fingerprint", fingerprint());
        columns.put("landed", mayHaveLanded);
        columns.put("bundle", run.bundleVersion());
        columns.put("route", run.routeId());
        return columns;
    }

    /** An invented code must not be lost behind UNEXPECTED. */
    private String words() {
        boolean known = cause().name().equals(code) || code == null;
        return known ? detail : code + (detail == null ? "" : ": " + detail);
    }
}
