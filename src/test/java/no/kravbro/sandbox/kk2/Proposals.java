package no.kravbro.sandbox.kk2;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.kravbro.sandbox.trade.FeeTable;

/** Makes voucher proposals. Debit positive, credit negative; the lines of each sum to zero. */
final class Proposals {

    private static final int BANK = 1930;
    private static final int COSTS = 7309;
    private static final int LOSS = 7830;

    private final Memory memory;

    Proposals(Memory memory) {
        this.memory = memory;
    }

    /** The debtor's money is on the creditor's own account. */
    ProposalRow paidToCreditor(CaseRow row, Cover cover, LocalDate day, Instant at) {
        Lines lines = new Lines(row).add("BANK", BANK, cover.sum()).covered(cover);
        List<Map<String, Object>> parts = parts(cover, true);
        return put(
                row,
                "INNBETALING",
                day,
                "Innbetaling sak " + about(row),
                lines,
                settlement(
                        null, cover.sum(), parts, row.kid == null ? "Faktura " + row.invoiceNumber : "KID " + row.kid),
                at);
    }

    /** KapitalKontroll held the money, keeps its fee with VAT, and pays out the rest. */
    ProposalRow settled(CaseRow row, Cover cover, String settlementId, LocalDate day, Instant at) {
        long fees = cover.collectionFee() + cover.reminderFee();
        List<Map<String, Object>> parts = parts(cover, false);
        long vat = row.vatRegistered ? FeeTable.vat(fees) : 0;
        if (vat > 0) {
            parts.add(Json.object(
                    "art",
                    "MVA",
                    "betalt",
                    0,
                    "tilKreditor",
                    -vat,
                    "tilByra",
                    vat,
                    "mvaGrunnlag",
                    fees,
                    "mvaSats",
                    25));
        }
        long net = cover.principal() + cover.interest() + cover.costs() - vat;
        Lines lines = new Lines(row).add("BANK", BANK, net);
        if (vat > 0) {
            lines.vat(vat, fees);
        }
        lines.covered(new Cover(cover.principal(), cover.interest(), 0, 0, 0, cover.costs()));
        return put(
                row,
                "AVREGNING",
                day,
                "Avregning " + settlementId + " sak " + about(row),
                lines,
                settlement(settlementId, cover.sum(), parts, "KapitalKontroll avregning " + settlementId),
                at);
    }

    /** Tripletex has booked it all on the receivable: what is not principal is moved to income. */
    ProposalRow moveSurplus(CaseRow row, Cover cover, long voucher, LocalDate day, Instant at) {
        Lines lines = new Lines(row)
                .receivable(cover.surplus())
                .covered(new Cover(0, cover.interest(), cover.reminderFee(), cover.collectionFee(), 0, cover.costs()));
        ProposalRow made = row(row, "OMPOSTERING", day, "Renter og gebyr sak " + about(row), lines, null, at);
        return keep(new ProposalRow(
                made.id(),
                made.position(),
                made.type(),
                made.status(),
                made.created(),
                made.key(),
                made.caseNumber(),
                made.day(),
                made.text(),
                voucher,
                null,
                made.lines(),
                null,
                null,
                null));
    }

    ProposalRow outlay(CaseRow row, long ore, String text, LocalDate day, Instant at) {
        Lines lines = new Lines(row).add("SAKSKOSTNAD", COSTS, ore, "O100").add("BANK", BANK, -ore);
        return put(row, "KOSTNAD", day, text + " sak " + row.number, lines, null, at);
    }

    ProposalRow loss(CaseRow row, LocalDate day, Instant at) {
        Lines lines = new Lines(row).add("TAP", LOSS, row.principal).receivable(-row.principal);
        return put(row, "AVSKRIVNING", day, "Tap på sak " + about(row), lines, null, at);
    }

    /** The opposite of an earlier one. */
    ProposalRow takeBack(CaseRow row, ProposalRow earlier, LocalDate day, Instant at) {
        long number = memory.newProposal();
        List<Map<String, Object>> lines =
                earlier.lines().stream().map(Proposals::negated).toList();
        return keep(new ProposalRow(
                "f-" + number,
                number,
                "TILBAKEFORING",
                ProposalRow.WAITING,
                at,
                row.key,
                row.number,
                day,
                "Tilbakeført " + earlier.text(),
                null,
                earlier.id(),
                lines,
                earlier.settlement() == null ? null : negatedSettlement(earlier.settlement()),
                null,
                null));
    }

    private ProposalRow put(
            CaseRow row,
            String type,
            LocalDate day,
            String text,
            Lines lines,
            Map<String, Object> settled,
            Instant at) {
        return keep(row(row, type, day, text, lines, settled, at));
    }

    private ProposalRow row(
            CaseRow row,
            String type,
            LocalDate day,
            String text,
            Lines lines,
            Map<String, Object> settled,
            Instant at) {
        long number = memory.newProposal();
        return new ProposalRow(
                "f-" + number,
                number,
                type,
                ProposalRow.WAITING,
                at,
                row.key,
                row.number,
                day,
                text,
                null,
                null,
                lines.all,
                settled,
                null,
                null);
    }

    private ProposalRow keep(ProposalRow row) {
        memory.proposals.put(row.id(), row);
        return row;
    }

    private static String about(CaseRow row) {
        return row.number + " faktura " + row.invoiceNumber;
    }

    private static List<Map<String, Object>> parts(Cover cover, boolean toCreditor) {
        List<Map<String, Object>> parts = new ArrayList<>();
        part(parts, "HOVEDSTOL", cover.principal(), true);
        part(parts, "RENTE", cover.interest(), true);
        part(parts, "PURREGEBYR", cover.reminderFee(), toCreditor);
        part(parts, "SALAER", cover.collectionFee(), toCreditor);
        part(parts, "MVA", cover.vat(), false);
        part(parts, "SAKSKOSTNAD", cover.costs(), true);
        return parts;
    }

    private static void part(List<Map<String, Object>> parts, String kind, long ore, boolean toCreditor) {
        if (ore != 0) {
            parts.add(Json.object(
                    "art", kind, "betalt", ore, "tilKreditor", toCreditor ? ore : 0, "tilByra", toCreditor ? 0 : ore));
        }
    }

    private static Map<String, Object> settlement(
            String id, long gross, List<Map<String, Object>> parts, String bankText) {
        return Json.object(
                "avregningsId",
                id,
                "brutto",
                gross,
                "tilByra",
                sum(parts, "tilByra"),
                "inngaendeSaldo",
                0,
                "utgaendeSaldo",
                0,
                "nettoUtbetalt",
                sum(parts, "tilKreditor"),
                "banktekst",
                bankText,
                "linjer",
                parts);
    }

    private static long sum(List<Map<String, Object>> parts, String name) {
        return parts.stream()
                .mapToLong(part -> ((Number) part.get(name)).longValue())
                .sum();
    }

    private static Map<String, Object> negated(Map<String, Object> line) {
        Map<String, Object> opposite = Json.object();
        line.forEach((name, value) -> opposite.put(name, isAmount(name) ? negative(value) : value));
        return opposite;
    }

    private static Map<String, Object> negatedSettlement(Map<String, Object> settled) {
        Map<String, Object> opposite = negated(settled);
        opposite.computeIfPresent("linjer", (name, lines) -> ((List<?>) lines)
                .stream().map(line -> negated(asMap(line))).toList());
        return opposite;
    }

    private static Map<String, Object> asMap(Object line) {
        Map<String, Object> map = Json.object();
        ((Map<?, ?>) line).forEach((name, value) -> map.put((String) name, value));
        return map;
    }

    private static boolean isAmount(String name) {
        return List.of("belop", "mvaGrunnlag", "brutto", "tilByra", "tilKreditor", "betalt", "nettoUtbetalt")
                .contains(name);
    }

    private static Object negative(Object value) {
        return -((Number) value).longValue();
    }
}
