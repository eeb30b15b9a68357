package no.kravbro.sandbox.kk2;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.kravbro.sandbox.Reply;
import no.kravbro.sandbox.trade.OsloDays;

/** {@code POST /krav/{key}/instruks}: what the creditor may have done with a case, and when. */
final class Instructions {

    private static final List<String> UP_TO_COLLECTION = List.of("MOTTATT", "PURRING", "VARSEL", "INKASSO");
    private static final List<String> BEFORE_COLLECTION = List.of("MOTTATT", "PURRING", "VARSEL");
    private static final int DAYS_TO_PAY = 14;

    private final Memory memory;

    Instructions(Memory memory) {
        this.memory = memory;
    }

    /** What may be done with a case as it stands. */
    static List<String> allowed(CaseRow row) {
        List<String> allowed = new ArrayList<>();
        if (!row.isOpen()) {
            return allowed;
        }
        boolean disputed = row.flags.contains("BESTRIDT");
        if (UP_TO_COLLECTION.contains(row.stage)) {
            allowed.add(row.flags.contains("PAUSET") ? "GJENOPPTA" : "PAUSE");
        }
        if (BEFORE_COLLECTION.contains(row.stage)) {
            allowed.add("NY_FORFALLSDATO");
        }
        allowed.add("MELDING");
        allowed.add(disputed ? "SVAR_BESTRIDELSE" : "BESTRIDELSE");
        allowed.add("TREKK");
        return allowed;
    }

    Reply carryOut(CaseRow row, JsonNode order, Instant at) {
        String id = "instruks/" + row.key + "/" + order.get("instruksId").asText();
        String content = Json.canonical(order);
        String before = memory.deeds.get(id);
        if (before != null && !before.equals(content)) {
            throw Kk2Error.conflict("ID_BRUKT", "instruksId er brukt med annet innhold");
        }
        if (before == null) {
            check(row, order);
            carryOut(row, order, OsloDays.day(at));
            memory.changed(row, at);
            memory.deeds.put(id, content);
        }
        return Json.reply(
                200,
                Json.object(
                        "resultat",
                        before == null ? "UTFORT" : "ALLEREDE_UTFORT",
                        "saksnummer",
                        row.number,
                        "stadium",
                        row.stage,
                        "flagg",
                        row.flags));
    }

    private static void check(CaseRow row, JsonNode order) {
        String what = order.get("handling").asText();
        if (!row.isOpen()) {
            throw Kk2Error.conflict("IKKE_AKTIV", "Saken er avsluttet");
        }
        if (!allowed(row).contains(what)) {
            throw Kk2Error.stage(row, what + " kan ikke gjøres nå");
        }
        boolean text = !what.equals("GJENOPPTA") && !what.equals("NY_FORFALLSDATO");
        if (text && !order.hasNonNull("tekst")) {
            throw Kk2Error.refused("UGYLDIG_DATA", "Tekst mangler", "tekst");
        }
        boolean day = what.equals("NY_FORFALLSDATO") || what.equals("BESTRIDELSE");
        if (day && !order.hasNonNull("dato")) {
            throw Kk2Error.refused("UGYLDIG_DATA", "Dato mangler", "dato");
        }
        if (what.equals("SVAR_BESTRIDELSE") && !(order.hasNonNull("utfall") && order.hasNonNull("svarPaId"))) {
            throw Kk2Error.refused("UGYLDIG_DATA", "Utfall mangler", "utfall");
        }
        if (order.path("utfall").asText().equals("GODTATT_DELVIS") && !order.hasNonNull("belop")) {
            throw Kk2Error.refused("UGYLDIG_DATA", "Beløp mangler", "belop");
        }
    }

    private static void carryOut(CaseRow row, JsonNode order, LocalDate today) {
        switch (order.get("handling").asText()) {
            case "PAUSE" -> {
                row.flags.add("PAUSET");
                row.pausedUntil = order.hasNonNull("dato")
                        ? LocalDate.parse(order.get("dato").asText())
                        : null;
            }
            case "GJENOPPTA" -> row.flags.remove("PAUSET");
            case "NY_FORFALLSDATO" -> {
                row.flags.add("UTSATT");
                row.deadline = LocalDate.parse(order.get("dato").asText());
            }
            case "BESTRIDELSE" -> row.flags.add("BESTRIDT");
            case "SVAR_BESTRIDELSE" -> answered(row, order, today);
            case "TREKK" -> row.close("TRUKKET", today);
            default -> row.deeds++;
        }
    }

    private static void answered(CaseRow row, JsonNode order, LocalDate today) {
        row.flags.remove("BESTRIDT");
        row.questions.clear();
        switch (order.get("utfall").asText()) {
            case "GODTATT_HELT" -> row.close("TVIST", today);
            case "GODTATT_DELVIS" -> {
                row.accrue(today);
                row.principal -= Math.min(row.principal, order.get("belop").asLong());
            }
            case "FORLIKSRAD" -> row.stage = "RETTSLIG";
            default -> row.deadline = today.plusDays(DAYS_TO_PAY);
        }
    }
}
