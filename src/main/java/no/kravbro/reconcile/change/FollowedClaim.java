package no.kravbro.reconcile.change;

import java.util.Set;
import java.util.stream.Collectors;
import no.kravbro.claim.ClaimDocument;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.Stage;

/**
 * A claim that an agency has, or had until lately, as far as changes of its invoice go.
 *
 * @param document what was handed over, under the submission that stands
 * @param bookedOre principal of the agency's money that stands in the books since
 * @param givenUp whether a dispute was answered by giving up a part of it, or all
 */
record FollowedClaim(
        String key,
        long invoiceId,
        String agency,
        ClaimState state,
        Stage stage,
        int submission,
        ClaimDocument document,
        long bookedOre,
        boolean givenUp) {

    /** Ids of the postings that were part of what was handed over. */
    Set<Long> claimed() {
        return document.postings().stream().map(ClaimDocument.PostingPart::id).collect(Collectors.toSet());
    }

    boolean open() {
        return state == ClaimState.ACCEPTED;
    }
}
