package no.kravbro.delivery;

import java.time.LocalDate;

/**
 * Something a person must do.
 *
 * @param claimKey null when it is about no single claim
 * @param subject tells it from others of its kind and creditor; the same again is the same task
 * @param detail for the person; national identity numbers are masked when it is shown
 * @param dueOn last day, Oslo
 */
public record NewTask(
        TaskKind kind,
        String subject,
        String creditorId,
        String claimKey,
        String agency,
        String detail,
        LocalDate dueOn) {}
