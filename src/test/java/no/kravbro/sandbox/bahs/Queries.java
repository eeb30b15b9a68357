package no.kravbro.sandbox.bahs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import no.kravbro.sandbox.trade.OsloDays;

/** Everything that is only read: operations, cases, payments, settlements, the price of withdrawing. */
final class Queries {

    private static final int FROZEN_LISTS = 50;

    private final Memory memory;
    private final Map<String, List<SakRow>> frozen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<SakRow>> eldest) {
            return size() > FROZEN_LISTS;
        }
    };

    Queries(Memory memory) {
        this.memory = memory;
    }

    OperationRow operation(Element request) {
        return memory.operations.all().stream()
                .filter(operation -> operation.id().equals(request.text("operasjonsId"))
                        || operation.submission().equals(request.text("innsendingId")))
                .findFirst()
                .orElseThrow(Feil::notFound);
    }

    String status(Element request) {
        OperationRow operation = operation(request);
        return Out.document("HentOperasjonsstatusSvar", out -> {
            out.text("operasjonsId", operation.id())
                    .text("innsendingId", operation.submission())
                    .text("status", status(operation));
            if (operation.results() != null) {
                operation.results().forEach(result -> out.element("resultat", told -> result(told, result)));
            }
        });
    }

    private static String status(OperationRow operation) {
        if (operation.results() == null) {
            return "UNDER_ARBEID";
        }
        boolean all =
                operation.results().stream().allMatch(result -> result.outcome().equals("GODTATT"));
        return all ? "FULLFORT" : "FULLFORT_MED_FEIL";
    }

    private static void result(Out out, OperationRow.Result result) {
        Views.key(out, result.creditor(), result.invoiceId());
        out.text("utfall", result.outcome())
                .text("saksnummer", result.caseNumber())
                .text("kode", result.code())
                .text("felt", result.field())
                .text("melding", result.text());
    }

    /** The case meant by a key (its newest) or a case number; throws when there is none. */
    SakRow sak(Element choice) {
        if (choice.has("saksnummer")) {
            SakRow sak = memory.cases.get(choice.text("saksnummer"));
            if (sak == null) {
                throw Feil.notFound();
            }
            return sak;
        }
        String key = choice.text("nokkel/kreditorOrgnr") + "-" + choice.text("nokkel/fakturaId");
        return memory.newestCase(key).orElseThrow(Feil::notFound);
    }

    String oneCase(Element request, LocalDate today) {
        SakRow sak = sak(request);
        return Out.document("HentSakSvar", out -> out.element("sak", told -> Views.sak(told, sak, today)));
    }

    /** The list of page 1 is kept under its moment, so that the next pages show the same. */
    String cases(Element request, Instant now) {
        String moment = request.has("oyeblikk") ? request.text("oyeblikk") : OsloDays.offset(now);
        String creditor = request.text("kreditorOrgnr");
        Instant after = OffsetDateTime.parse(request.text("endretEtter")).toInstant();
        String list = creditor + " " + after + " " + moment;
        if (!request.has("oyeblikk")) {
            // A list begun anew is made anew, also while time stands still.
            frozen.remove(list);
        }
        List<SakRow> rows = frozen.computeIfAbsent(list, begun -> memory.casesOf(creditor).stream()
                .filter(sak -> sak.changed.isAfter(after))
                .toList());
        return Out.document("HentSakerSvar", out -> {
            out.text("oyeblikk", moment);
            page(out, request, "sak", rows, (told, sak) -> Views.sak(told, sak, OsloDays.day(now)));
        });
    }

    String payments(Element request) {
        LocalDate from = request.day("fraDato");
        List<PostRow> rows = memory.postsOf(request.text("kreditorOrgnr")).stream()
                .filter(post -> !post.type().equals("FRADRAG"))
                .filter(post -> !post.registered().isBefore(from))
                .toList();
        return Out.document("HentInnbetalingerSvar", out -> page(out, request, "post", rows, Views::post));
    }

    String settlements(Element request) {
        LocalDate from = request.day("fraDato");
        LocalDate to = request.day("tilDato");
        if (to.isBefore(from)) {
            throw Feil.invalid("tilDato er før fraDato.", "tilDato");
        }
        List<SettlementRow> rows = memory.settlements.all().stream()
                .filter(row -> row.creditor().equals(request.text("kreditorOrgnr")))
                .filter(row -> !row.day().isBefore(from) && !row.day().isAfter(to))
                .toList();
        return Out.document("HentAvregningerSvar", out -> page(out, request, "avregning", rows, Views::settlement));
    }

    private static <T> void page(Out out, Element request, String name, List<T> rows, BiConsumer<Out, T> view) {
        int size = request.number("antall");
        int from = Math.min(rows.size(), (request.number("side") - 1) * size);
        int to = Math.min(rows.size(), from + size);
        out.text("flere", to < rows.size());
        rows.subList(from, to).forEach(row -> out.element(name, told -> view.accept(told, row)));
    }
}
