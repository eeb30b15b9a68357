package no.kravbro.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import no.kravbro.agency.AnswerDocument.Fault;
import no.kravbro.agency.AnswerDocument.Item;
import no.kravbro.agency.AnswerTable.Meaning;
import no.kravbro.agency.AnswerTable.Row;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Work;

/** What reading a write's answer and reading an inquiry's answer have in common. */
abstract class AnswerReader {

    private static final Row NO_ROW = new Row(0, null, null, Meaning.UNKNOWN, "UNEXPECTED");

    final WireAnswer answer;
    final Work work;
    final AnswerDocument document;
    final Row row;

    AnswerReader(AnswerTable table, Function<String, JsonNode> mapper, WireAnswer answer, Work work) {
        this.answer = answer;
        this.work = work;
        this.document = answer.failure() != null ? AnswerDocument.NOTHING : document(mapper, answer);
        this.row = table.rows().stream().filter(this::fits).findFirst().orElse(NO_ROW);
    }

    abstract Outcome outcome(Delivery member);

    /** The verdict on this member as the document gives it, or null when it gives none. */
    final Item itemOf(Delivery member) {
        List<Item> items = document.items();
        for (Item item : items) {
            if (member.claimKey() != null && member.claimKey().equals(item.key())) {
                return item;
            }
        }
        if (work.members().size() == 1 && items.size() == 1 && items.get(0).key() == null) {
            return items.get(0);
        }
        return Members.byInvoiceNumber(member, items, work.members());
    }

    final Outcome verdict(Item item) {
        String words = Scrub.text(words(item.code(), item.text()));
        return switch (item.verdict()) {
            case ACCEPTED -> new Outcome.Accepted(item.references());
            case REJECTED -> new Outcome.Rejected(cause(item.code()), words);
            case EXISTS ->
                new Outcome.Unknown(
                        "ALREADY_EXISTS", words, document.receipt() == null ? work.receipt() : document.receipt());
        };
    }

    /** How long they asked us to wait, in a header or in the document; null when they did not. */
    final Duration pause() {
        return answer.retryAfter() != null || document.pauseSeconds() <= 0
                ? answer.retryAfter()
                : WireAnswer.bounded(Duration.ofSeconds(document.pauseSeconds()));
    }

    /** The far side's first complaint, for people. */
    final String detail() {
        if (document.errors().isEmpty()) {
            return "HTTP " + answer.status();
        }
        Fault first = document.errors().get(0);
        String text = first.field() == null ? first.text() : first.field() + " " + words(null, first.text());
        return Scrub.text(words(first.code(), text));
    }

    /** The row's cause, else the far side's own code. */
    final String rowCause(String otherwise) {
        if (row.cause() != null) {
            return row.cause();
        }
        String code = document.errors().stream()
                .map(Fault::code)
                .filter(c -> c != null)
                .findFirst()
                .orElse(null);
        return code == null ? otherwise : cause(code);
    }

    /** An unfamiliar code is kept when it looks like one; the catalogue has words for codes it does not know. */
    private static String cause(String code) {
        return code != null && code.matches("[A-Z][A-Z0-9_]{2,59}") ? code : "INVALID_DATA";
    }

    private static String words(String code, String text) {
        if (text == null) {
            return code == null ? "" : code;
        }
        return code == null ? text : code + ": " + text;
    }

    private boolean fits(Row candidate) {
        if (candidate.status() != 0 && candidate.status() != answer.status()) {
            return false;
        }
        if (candidate.code() == null && candidate.field() == null) {
            return true;
        }
        return document.errors().stream()
                .anyMatch(e -> (candidate.code() == null || candidate.code().equals(e.code()))
                        && (candidate.field() == null || candidate.field().equals(e.field())));
    }

    /** A body that no mapping can read is a fact about the answer, classified by the callers as garbage. */
    private static AnswerDocument document(Function<String, JsonNode> mapper, WireAnswer answer) {
        try {
            JsonNode node = mapper.apply(answer.body());
            return node == null ? AnswerDocument.NOTHING : AnswerDocument.of(node);
        } catch (RuntimeException garbled) {
            return AnswerDocument.NOTHING;
        }
    }
}
