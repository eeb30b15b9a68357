package no.kravbro.sigkill;

import java.util.List;
import no.kravbro.storm.Finding;

/**
 * What the far sides' ledgers say, and what the product says is still to be done.
 *
 * @param found doubled, lost or unbalanced, at an agency or in the books
 * @param left deliveries, letters, bookings and jobs that are not done
 */
record Verdict(List<Finding> found, List<String> left) {

    static Verdict of(Ground ground, Memory memory) {
        return new Verdict(ground.ledger().doubledOrLost(), memory.left());
    }

    boolean clean() {
        return found.isEmpty() && left.isEmpty();
    }

    /** True when time cannot mend it. */
    boolean doubled() {
        return count(Finding.Sort.DOUBLED) + count(Finding.Sort.UNBALANCED) > 0;
    }

    long count(Finding.Sort sort) {
        return found.stream().filter(each -> each.sort() == sort).count();
    }
}
