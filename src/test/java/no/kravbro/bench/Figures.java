package no.kravbro.bench;

import java.util.List;
import java.util.Map;

/**
 * What a bout gave, as it is kept in JSON.
 *
 * @param startMillis of each side's process until it can work
 * @param counted calls, statements and commits, each of a run of its own
 * @param runs alternated: the runs of one number of one flow form a pair
 */
record Figures(
        Bout bout,
        int processors,
        String java,
        Map<String, Long> startMillis,
        List<Measured> counted,
        List<Measured> runs) {}
