package no.kravbro.sandbox.kk2;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import no.kravbro.sandbox.Reply;
import no.kravbro.sandbox.trade.OsloDays;

/** {@code PUT /bokforingsforslag/{id}/svar}: final; the same again changes nothing. */
final class Answers {

    private final Memory memory;

    Answers(Memory memory) {
        this.memory = memory;
    }

    Reply put(String id, JsonNode answer, Instant at) {
        ProposalRow row = memory.proposals.get(id);
        if (row == null) {
            throw Kk2Error.notFound("forslag");
        }
        String content = Json.canonical(answer);
        if (row.answer() == null) {
            check(row, answer);
            row = row.answered(answer.get("svar").asText(), content, at);
            memory.proposals.put(id, row);
            follow(row, at);
        } else if (!row.answer().equals(content)) {
            throw Kk2Error.conflict("ALLEREDE_BESVART", "Forslaget er besvart som " + row.status());
        }
        return Json.reply(200, Json.object("id", id, "status", row.status(), "besvart", Views.stamp(row.answeredAt())));
    }

    private static void check(ProposalRow row, JsonNode answer) {
        if (row.status().equals(ProposalRow.TAKEN_BACK)) {
            throw Kk2Error.conflict("ALLEREDE_BESVART", "Forslaget er trukket");
        }
        boolean yes = answer.get("svar").asText().equals("GODTATT");
        if (yes && !(answer.hasNonNull("tripletexBilagId") && answer.hasNonNull("bokfortDato"))) {
            throw Kk2Error.refused("UGYLDIG_DATA", "Bilag kreves med GODTATT", "tripletexBilagId");
        }
        if (!yes && !(answer.hasNonNull("arsakskode") && answer.hasNonNull("begrunnelse"))) {
            throw Kk2Error.refused("UGYLDIG_DATA", "Årsak kreves med AVVIST", "arsakskode");
        }
    }

    /** A loss that is booked ends the case. */
    private void follow(ProposalRow row, Instant at) {
        CaseRow about = memory.cases.get(row.caseNumber());
        if (row.type().equals("AVSKRIVNING") && row.status().equals("GODTATT") && about.isOpen()) {
            about.close("UTEN_DEKNING", OsloDays.day(at));
            memory.changed(about, at);
        }
    }
}
