package no.kravbro.reconcile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What the comparisons of a creditor show for whom they must convince: since when all agrees without a break.
 *
 * @param last the newest comparison, or null before the first
 * @param lastGreen its last green day, or null
 * @param since first day of the green ones that reach to the newest comparison, or null when that is not green
 * @param days how many they are
 */
public record GreenDays(Agreement last, LocalDate lastGreen, LocalDate since, int days) {

    /** @param agreements of one creditor, in any order */
    public static GreenDays of(List<Agreement> agreements) {
        NavigableMap<LocalDate, Boolean> newestFirst = byDay(agreements).descendingMap();
        LocalDate since = null;
        int days = 0;
        for (Map.Entry<LocalDate, Boolean> each : newestFirst.entrySet()) {
            if (!each.getValue()) {
                break;
            }
            since = each.getKey();
            days++;
        }
        return new GreenDays(
                agreements.stream().max(Comparator.comparing(Agreement::day)).orElse(null),
                newestFirst.entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(null),
                since,
                days);
    }

    /** Days on which a creditor was compared, and whether all its agencies agreed: each of them has a comparison of its own. */
    public static NavigableMap<LocalDate, Boolean> byDay(Collection<Agreement> agreements) {
        NavigableMap<LocalDate, Boolean> days = new TreeMap<>();
        agreements.forEach(each -> days.merge(each.day(), each.isGreen(), Boolean::logicalAnd));
        return days;
    }
}
