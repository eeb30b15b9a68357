package no.kravbro.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.kravbro.Masking;
import no.kravbro.WrongSetting;
import no.kravbro.access.Right;
import no.kravbro.audit.Deed;
import no.kravbro.creditor.Registered;
import no.kravbro.creditor.Registrar;
import no.kravbro.creditor.RunningCreditors;
import org.springframework.stereotype.Service;

/** {@code /api/v1/creditors/{creditor}/registration}: creditors connected while it runs. Tokens are taken and never given back. */
@Service
public class RegistrationsApi {

    /** Field of a request that is not part of the entry. */
    private static final String TOKEN = "employeeToken";

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
    private static final int LONGEST_HOW = 500;

    private final Registrar registrar;
    private final RunningCreditors running;
    private final Once once;

    RegistrationsApi(Registrar registrar, RunningCreditors running, Once once) {
        this.registrar = registrar;
        this.running = running;
        this.once = once;
    }

    /** A new token of the same company. */
    public record TokenWanted(String employeeToken) {}

    /** @param how in what words, or where it is to be found, for example a mail and its day */
    public record Confirming(Registered.Side side, String how) {}

    /**
     * @param state PENDING_CONFIRMATION, in which nothing is sent, or ACTIVE
     * @param missing who has not confirmed yet
     * @param entry what the creditor said of itself, without its token
     */
    public record View(
            String id,
            String state,
            List<String> missing,
            JsonNode entry,
            Instant tokenAt,
            String tokenBy,
            Registered.Confirmation byCreditor,
            Registered.Confirmation byAgency,
            Instant registeredAt,
            String registeredBy) {}

    /** The same, or nothing where the creditor stands in the creditors file. */
    public Optional<View> find(String id, Caller caller) {
        caller.need(Right.READ_CREDITORS);
        caller.needSight(id, "There is no creditor " + id);
        return registrar.find(id).map(RegistrationsApi::view);
    }

    public View show(String id, Caller caller) {
        caller.need(Right.READ_CREDITORS);
        return view(known(id, caller));
    }

    /** @param body fields of the creditors file in camelCase, and {@code employeeToken} */
    public View register(String body, Caller caller) {
        caller.need(Right.CONNECT);
        if (caller.creditors() != null) {
            throw new ApiProblem(ApiProblem.Code.FORBIDDEN, "Who sees only some creditors connects none");
        }
        ObjectNode entry = Body.read(body, ObjectNode.class);
        String token = entry.path(TOKEN).textValue();
        entry.remove(TOKEN);
        String id = entry.path("id").asText("");
        // What is no name is refused below; the trail has no room for it.
        String named = NAME.matcher(id).matches() ? id : null;
        return done(
                id,
                caller,
                Act.of(Deed.CREDITOR_REGISTERED, "creditors/" + named, named, null),
                "register " + body,
                () -> registrar.register(Body.write(entry), token, caller.who()));
    }

    /** @param body all of the entry anew, without a token */
    public View change(String id, String body, Caller caller) {
        caller.need(Right.CONNECT);
        known(id, caller);
        return done(
                id,
                caller,
                Act.of(Deed.CREDITOR_CHANGED, "creditors/" + id, id, null)
                        .standing(() -> registrar.find(id).orElseThrow().entry()),
                "change " + id + " " + body,
                () -> registrar.change(id, body));
    }

    /** @param body JSON of {@link TokenWanted} */
    public View renew(String id, String body, Caller caller) {
        return renew(id, Body.read(body, TokenWanted.class), caller);
    }

    public View renew(String id, TokenWanted wanted, Caller caller) {
        caller.need(Right.CONNECT);
        known(id, caller);
        String token = wanted.employeeToken();
        return done(
                id,
                caller,
                Act.of(Deed.CREDITOR_TOKEN, "creditors/" + id, id, null),
                "token of " + id + " " + token,
                () -> registrar.renew(id, token, caller.who()));
    }

    /** @param body JSON of {@link Confirming} */
    public View confirm(String id, String body, Caller caller) {
        return confirm(id, Body.read(body, Confirming.class), caller);
    }

    public View confirm(String id, Confirming confirming, Caller caller) {
        caller.need(Right.CONNECT);
        known(id, caller);
        if (confirming.side() == null) {
            throw new ApiProblem(ApiProblem.Code.BAD_BODY, "side is CREDITOR or AGENCY");
        }
        String how = Masking.mask(ExclusionsApi.text("how", confirming.how(), LONGEST_HOW));
        return done(
                id,
                caller,
                Act.of(Deed.CREDITOR_CONFIRMED, "creditors/" + id, id, confirming.side() + ": " + how)
                        .standing(() -> view(registrar.find(id).orElseThrow()).state()),
                "confirm " + id + " " + confirming.side() + " " + how,
                () -> registrar.confirm(id, confirming.side(), caller.who(), how));
    }

    private View done(String id, Caller caller, Act act, String request, Runnable action) {
        return once.run(caller, act, request, () -> sound(action), () -> {
            running.look();
            return view(registrar.find(id).orElseThrow());
        });
    }

    private static void sound(Runnable action) {
        try {
            action.run();
        } catch (WrongSetting wrong) {
            throw new ApiProblem(ApiProblem.Code.BAD_BODY, wrong.getMessage());
        }
    }

    private Registered known(String id, Caller caller) {
        String none = "No creditor " + id + " was registered; one of the creditors file is changed there";
        caller.needSight(id, none);
        return registrar.find(id).orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, none));
    }

    private static View view(Registered registered) {
        List<String> missing = new ArrayList<>();
        if (registered.byCreditor() == null) {
            missing.add(Registered.Side.CREDITOR.name());
        }
        if (registered.byAgency() == null) {
            missing.add(Registered.Side.AGENCY.name());
        }
        return new View(
                registered.creditorId(),
                registered.isActive() ? "ACTIVE" : "PENDING_CONFIRMATION",
                missing,
                Body.read(registered.entry(), JsonNode.class),
                registered.tokenAt(),
                registered.tokenBy(),
                registered.byCreditor(),
                registered.byAgency(),
                registered.registeredAt(),
                registered.registeredBy());
    }
}
