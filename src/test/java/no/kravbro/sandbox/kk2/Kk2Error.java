package no.kravbro.sandbox.kk2;

import java.util.List;
import no.kravbro.sandbox.Reply;

/** A refusal in the contract's form (Feil). */
final class Kk2Error extends RuntimeException {

    private final int status;
    private final String code;
    private final List<String> fields;
    private final CaseRow about;

    private Kk2Error(int status, String code, String message, List<String> fields, CaseRow about) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.fields = fields;
        this.about = about;
    }

    static Kk2Error of(int status, String code, String message) {
        return new Kk2Error(status, code, message, null, null);
    }

    static Kk2Error malformed(String message) {
        return of(400, "UGYLDIG_FORMAT", message);
    }

    static Kk2Error notFound(String what) {
        return of(404, "IKKE_FUNNET", "Ukjent " + what);
    }

    static Kk2Error refused(String code, String message, String... fields) {
        return new Kk2Error(422, code, message, List.of(fields), null);
    }

    static Kk2Error conflict(String code, String message) {
        return of(409, code, message);
    }

    /** Not at this stage: says which stage it is and what may be done. */
    static Kk2Error stage(CaseRow about, String message) {
        return new Kk2Error(409, "STADIUM", message, null, about);
    }

    Reply reply() {
        return Json.reply(
                status,
                Json.object(
                        "kode",
                        code,
                        "melding",
                        getMessage(),
                        "sporingsId",
                        "tr-" + Integer.toHexString((code + getMessage()).hashCode()),
                        "felt",
                        fields == null || fields.isEmpty() ? null : fields,
                        "stadium",
                        about == null ? null : about.stage,
                        "tillattHandling",
                        about == null ? null : Instructions.allowed(about)));
    }
}
