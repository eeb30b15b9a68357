package no.kravbro.sandbox.kk2;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.kravbro.sandbox.trade.OsloDays;

/** Cases and proposals as the wire shows them. */
final class Views {

    private Views() {}

    static Map<String, Object> aCase(CaseRow row, LocalDate today) {
        return Json.object(
                "key",
                row.key,
                "saksnummer",
                row.number,
                "innsendingId",
                row.submissionId,
                "versjon",
                row.version,
                "stadium",
                row.stage,
                "flagg",
                row.flags,
                "avsluttet",
                row.isOpen() ? null : Json.object("dato", text(row.closedOn), "arsak", row.closeReason),
                "saldo",
                balance(row, today),
                "innbetalt",
                row.paid,
                "kreditert",
                row.credited,
                "betalingsfrist",
                text(row.deadline),
                "mottatt",
                stamp(row.received),
                "endret",
                stamp(row.changed),
                "nesteSteg",
                row.isOpen() && row.deadline != null
                        ? Json.object("tekst", "Betalingsfrist", "dato", text(row.deadline))
                        : null,
                "tillattHandling",
                Instructions.allowed(row),
                "sporsmal",
                row.questions.isEmpty() ? null : questions(row));
    }

    private static List<Map<String, Object>> questions(CaseRow row) {
        return row.questions.stream()
                .map(each -> Json.object("id", each.id(), "tekst", each.text(), "svarfrist", text(each.answerBy())))
                .toList();
    }

    static Map<String, Object> balance(CaseRow row, LocalDate today) {
        boolean open = row.isOpen();
        return Json.object(
                "hovedstol",
                open ? row.principal : 0,
                "rente",
                row.interest(today),
                "purregebyr",
                open ? row.reminderFee : 0,
                "salaer",
                open ? row.collectionFee : 0,
                "mva",
                open ? row.vat : 0,
                "sakskostnad",
                open ? row.costs : 0,
                "sum",
                open ? row.remaining(today) : 0);
    }

    static Map<String, Object> proposal(ProposalRow row) {
        return Json.object(
                "id",
                row.id(),
                "type",
                row.type(),
                "status",
                row.status(),
                "opprettet",
                stamp(row.created()),
                "key",
                row.key(),
                "saksnummer",
                row.caseNumber(),
                "dato",
                text(row.day()),
                "tekst",
                row.text(),
                "kildeBilagId",
                row.source(),
                "tilbakeforerForslagId",
                row.reverses(),
                "linjer",
                row.lines(),
                "oppgjor",
                row.settlement());
    }

    static String stamp(Instant instant) {
        return OsloDays.offset(instant);
    }

    static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }
}
