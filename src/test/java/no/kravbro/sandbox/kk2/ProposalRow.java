package no.kravbro.sandbox.kk2;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A voucher proposal and what the creditor answered.
 *
 * @param position place in the list; a proposal that is taken back is listed again at its end
 * @param source Tripletex voucher it builds on, or null
 * @param reverses proposal it takes back, or null
 * @param answer the answer in canonical form, or null
 */
record ProposalRow(
        String id,
        long position,
        String type,
        String status,
        Instant created,
        String key,
        String caseNumber,
        LocalDate day,
        String text,
        Long source,
        String reverses,
        List<Map<String, Object>> lines,
        Map<String, Object> settlement,
        String answer,
        Instant answeredAt) {

    static final String WAITING = "VENTER";
    static final String TAKEN_BACK = "TRUKKET";

    ProposalRow answered(String newStatus, String content, Instant at) {
        return with(newStatus, position, content, at);
    }

    ProposalRow takenBack(long newPosition) {
        return with(TAKEN_BACK, newPosition, null, null);
    }

    private ProposalRow with(String newStatus, long newPosition, String content, Instant at) {
        return new ProposalRow(
                id,
                newPosition,
                type,
                newStatus,
                created,
                key,
                caseNumber,
                day,
                text,
                source,
                reverses,
                lines,
                settlement,
                content,
                at);
    }

    /** What it takes off the principal. */
    long principal() {
        return lines.stream()
                .filter(line -> "HOVEDSTOL".equals(line.get("art")))
                .mapToLong(line -> -((Number) line.get("belop")).longValue())
                .sum();
    }
}
