package no.kravbro.reconcile;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

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
        List<Agreement> newestFirst = agreements.stream()
                .sorted(Comparator.comparing(Agreement::day).reversed())
                .toList();
        LocalDate since = null;
        int days = 0;
        for (Agreement each : newestFirst) {
            if (!each.isGreen()) {
                break;
            }
            since = each.day();
            days++;
        }
        return new GreenDays(
                newestFirst.isEmpty() ? null : newestFirst.get(0),
                newestFirst.stream()
                        .filter(Agreement::isGreen)
                        .map(Agreement::day)
                        .findFirst()
                        .orElse(null),
                since,
                days);
    }
}
