package no.kravbro.sandbox.kk2;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import no.kravbro.sandbox.Reply;
import no.kravbro.sandbox.trade.OsloDays;

/** Money that the creditor reports: payments booked in Tripletex, their reversals, credit notes. Each id counts once. */
final class Payments {

    private final Memory memory;
    private final Proposals proposals;

    Payments(Memory memory, Proposals proposals) {
        this.memory = memory;
        this.proposals = proposals;
    }

    Reply payment(CaseRow row, JsonNode told, Instant at) {
        return once(row, told, at, () -> {
            LocalDate day = LocalDate.parse(told.get("dato").asText());
            long ore = told.get("belop").asLong();
            if (told.get("type").asText().equals("TILBAKEFORING")) {
                reversed(row, told, ore, day);
            } else if (!counted(row, told)) {
                paid(row, ore, told.get("bilagId").asLong(), day, at);
            }
        });
    }

    Reply credit(CaseRow row, JsonNode told, Instant at) {
        return once(row, told, at, () -> {
            long ore = told.get("belop").asLong();
            if (ore > row.principal) {
                throw Kk2Error.refused("BELOP_AVVIK", "Mer enn hovedstolen", "belop");
            }
            row.accrue(LocalDate.parse(told.get("dato").asText()));
            row.principal -= ore;
            row.credited += ore;
            if (told.get("full").asBoolean() || row.principal == 0) {
                row.close("KREDITERT", OsloDays.day(at));
            }
        });
    }

    private Reply once(CaseRow row, JsonNode told, Instant at, Runnable effect) {
        String id = "penger/" + row.key + "/" + told.get("hendelseId").asText();
        String content = Json.canonical(told);
        String before = memory.deeds.get(id);
        if (before != null && !before.equals(content)) {
            throw Kk2Error.conflict("ID_BRUKT", "hendelseId er brukt med annet innhold");
        }
        if (before == null) {
            if (!row.isOpen()) {
                throw Kk2Error.conflict("IKKE_AKTIV", "Saken er avsluttet");
            }
            effect.run();
            memory.changed(row, at);
            memory.deeds.put(id, content);
        }
        return Json.reply(
                before == null ? 201 : 200,
                Json.object(
                        "resultat",
                        before == null ? "REGISTRERT" : "ALLEREDE_REGISTRERT",
                        "saksnummer",
                        row.number,
                        "stadium",
                        row.stage,
                        "saldo",
                        Views.balance(row, OsloDays.day(at))));
    }

    /** A posting that came with the claim counts once. */
    private static boolean counted(CaseRow row, JsonNode told) {
        String id = told.get("hendelseId").asText().replaceFirst("^posting-", "");
        return id.matches("\\d{1,18}") && !row.postings.add(Long.parseLong(id));
    }

    private void paid(CaseRow row, long ore, long voucher, LocalDate day, Instant at) {
        row.accrue(day);
        Cover cover = Cover.of(row, ore, day);
        cover.take(row);
        if (cover.surplus() > 0) {
            proposals.moveSurplus(row, cover, voucher, day, at);
        }
        if (row.remaining(day) == 0) {
            row.close("BETALT", day);
        }
    }

    private void reversed(CaseRow row, JsonNode told, long ore, LocalDate day) {
        String of = told.path("gjelderHendelseId").asText();
        if (memory.deeds.get("penger/" + row.key + "/" + of) == null) {
            throw Kk2Error.refused("UGYLDIG_DATA", "Ukjent hendelse " + of, "gjelderHendelseId");
        }
        row.accrue(day);
        row.principal += ore;
        row.paid -= Math.min(row.paid, ore);
    }
}
