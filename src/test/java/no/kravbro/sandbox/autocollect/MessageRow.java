package no.kravbro.sandbox.autocollect;

import java.time.Instant;
import java.time.LocalDate;

/** One message on a case, either way. */
record MessageRow(
        String messageId,
        String caseId,
        String kind,
        String direction,
        Instant createdAt,
        String text,
        String replyTo,
        LocalDate answerDueDate) {}
