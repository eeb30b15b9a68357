package no.kravbro.crash;

import java.util.List;

/**
 * What the far sides' books say at the end of a life.
 *
 * @param lost things that should stand there and do not
 * @param doubled things that stand there more than once
 * @param wrong everything else that is not as it should be, in words
 */
record Verdict(int lost, int doubled, List<String> wrong) {

    boolean isGood() {
        return lost == 0 && doubled == 0 && wrong.isEmpty();
    }
}
