package no.kravbro.transfer.instruct;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import no.kravbro.agency.Action;
import no.kravbro.money.NorwegianFormat;
import no.kravbro.transfer.dispute.Dispute;

/**
 * What an agency that has just got a claim must be told of an objection to it, in Norwegian as agencies read it.
 *
 * @param documents kept for the dispute
 * @param travelled the claim itself says of the objection already
 * @param enclosed the agency's wire takes documents
 */
record Objection(Dispute dispute, List<Attachment> documents, boolean travelled, boolean enclosed) {

    private static final int LONGEST_TEXT = 2000;

    /** What is ordered, and by whom it is done if that is certain already. */
    record Order(Wanted wanted, boolean byHand) {}

    /** In the order in which it is told; empty when the agency knows all. */
    List<Order> orders() {
        List<Order> all = new ArrayList<>();
        List<Attachment> left = documents;
        if (!travelled) {
            List<Attachment> first = enclosed ? some(documents) : List.of();
            all.add(new Order(dispute.isOpen() || dispute.stops() ? objection(first) : message(words(), first), false));
            left = documents.subList(first.size(), documents.size());
        }
        while (!left.isEmpty()) {
            List<Attachment> next = enclosed ? some(left) : left;
            all.add(new Order(message(listed(next), enclosed ? next : List.of()), !enclosed));
            left = left.subList(next.size(), left.size());
        }
        return all;
    }

    private static List<Attachment> some(List<Attachment> documents) {
        return documents.subList(0, Math.min(WantedRules.MOST_ATTACHMENTS, documents.size()));
    }

    private Wanted objection(List<Attachment> with) {
        return new Wanted(
                Action.DISPUTE, dispute.reason(), dispute.raisedOn(), dispute.amountOre(), null, null, null, ids(with));
    }

    private static Wanted message(String text, List<Attachment> with) {
        String fits = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
        return new Wanted(Action.MESSAGE, fits, null, null, null, null, null, ids(with));
    }

    private static List<String> ids(List<Attachment> documents) {
        return documents.stream().map(Attachment::id).toList();
    }

    private String words() {
        String answered = dispute.answeredOn() == null
                ? ""
                : "\nBesvart " + NorwegianFormat.day(dispute.answeredOn()) + ": " + dispute.answer();
        return "Innsigelse av " + NorwegianFormat.day(dispute.raisedOn()) + ": " + dispute.reason() + answered;
    }

    private String listed(List<Attachment> next) {
        return next.stream()
                .map(Attachment::name)
                .collect(Collectors.joining(
                        ", ", "Dokumenter til innsigelsen av " + NorwegianFormat.day(dispute.raisedOn()) + ": ", ""));
    }
}
