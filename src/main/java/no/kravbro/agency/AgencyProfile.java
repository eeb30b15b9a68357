package no.kravbro.agency;

import java.util.List;
import java.util.Map;

/**
 * What one agency can and wants, as data: {@code routes/<agency>/agency.yaml}. Unknown fields are refused.
 *
 * @param earliestTransfer first day a claim may be handed over, as days after the due day
 * @param earliestFeeNotice first day a letter may carry a fee, as days after the due day
 * @param batchSize most claims in one transmission
 * @param takeover the step the agency starts with: REMINDER, NOTICE or COLLECTION
 * @param needs debtor data without which the agency refuses: names of debtor fields, {@code business.} or {@code private.} first where it only holds for one
 * @param settings names of the settings {@code kravbro.agencies.<id>.*} beside its address without which it cannot be
 *     called; may be left out
 * @param schedule Oslo times of day by job (payments, settlements, cases), such as {@code "06:00, 14:00"}
 * @param answerAfter seconds by step: {@code handed-over} before asking for an owed answer, {@code unknown} before asking
 *     after an unknown outcome
 * @param absentAfter how many inquiries in a row must find nothing before absence counts as proven
 * @param settledWithin working days after a payment within which it settles; five where it is left out
 * @param bookingLines account role by settlement line kind
 * @param capabilities what may be done with a claim it has
 * @param webhook headers of the agency's events, or null when it sends none
 * @param caseLink address of a case at the agency's portal, {@code {case}} where its number goes; may be left out
 * @param answers answer table by call name
 */
public record AgencyProfile(
        String id,
        String name,
        int earliestTransfer,
        int earliestFeeNotice,
        int batchSize,
        String takeover,
        List<String> needs,
        List<String> settings,
        Map<String, String> schedule,
        Map<String, Integer> answerAfter,
        int absentAfter,
        Integer settledWithin,
        Map<String, String> bookingLines,
        Capabilities capabilities,
        Webhook webhook,
        String caseLink,
        Map<String, AnswerTable> answers) {

    private static final int SETTLED_WITHIN = 5;

    public AgencyProfile {
        settings = settings == null ? List.of() : List.copyOf(settings);
        settledWithin = settledWithin == null ? Integer.valueOf(SETTLED_WITHIN) : settledWithin;
    }

    /**
     * How the agency's events are carried.
     *
     * @param signature header with the signature over the raw body, in the form of {@code WebhookSignature}
     * @param key header with the key under which an event enters once
     * @param event header with the kind of event
     */
    public record Webhook(String signature, String key, String event) {}
}
