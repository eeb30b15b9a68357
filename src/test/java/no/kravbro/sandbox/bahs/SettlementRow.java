package no.kravbro.sandbox.bahs;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;

/** One weekly settlement as shown; it never changes. Øre. */
record SettlementRow(
        String id,
        String creditor,
        LocalDate day,
        LocalDate from,
        LocalDate to,
        long carriedInOre,
        long carriedOutOre,
        List<PostRow> posts) {

    long grossOre() {
        return lines(LineRow::paidOre);
    }

    long toAgencyOre() {
        return lines(LineRow::toAgencyOre);
    }

    long payoutOre() {
        return lines(LineRow::toCreditorOre) + carriedInOre - carriedOutOre;
    }

    private long lines(ToLongFunction<LineRow> amount) {
        return posts.stream()
                .flatMap(post -> post.lines().stream())
                .mapToLong(amount)
                .sum();
    }
}
