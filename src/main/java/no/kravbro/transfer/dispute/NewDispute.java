package no.kravbro.transfer.dispute;

import java.time.LocalDate;
import java.util.List;

/** As {@link Dispute} has it. */
public record NewDispute(
        String claimKey,
        String creditorId,
        Dispute.Source heardFrom,
        String agencyReference,
        Long amountOre,
        String reason,
        LocalDate raisedOn,
        LocalDate answerBy,
        List<String> attachments,
        boolean seenAtAgency) {}
