package no.kravbro.storm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import no.kravbro.sandbox.FaultKind;

/** Kinds of trouble with their weights, written as {@code "SLOW 4, GARBAGE 5"}. */
final class Lots {

    private final Map<FaultKind, Integer> weights = new LinkedHashMap<>();

    Lots(String text) {
        for (String lot : text.split(",")) {
            String[] words = lot.strip().split(" ");
            weights.put(FaultKind.valueOf(words[0]), Integer.valueOf(words[1]));
        }
    }

    /** One of those that may be. @param throwOfDice from 0 to below 1 */
    Optional<FaultKind> draw(double throwOfDice, Predicate<FaultKind> may) {
        int all = weights.entrySet().stream()
                .filter(lot -> may.test(lot.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        double left = throwOfDice * all;
        for (Map.Entry<FaultKind, Integer> lot : weights.entrySet()) {
            if (may.test(lot.getKey())) {
                left -= lot.getValue();
                if (left < 0) {
                    return Optional.of(lot.getKey());
                }
            }
        }
        return Optional.empty();
    }
}
