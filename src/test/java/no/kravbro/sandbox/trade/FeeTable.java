package no.kravbro.sandbox.trade;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The agency's prices, øre: fee of a notice (1/20 of the inkassosats) and light collection fee (RULES 3.2, 3.4). */
public final class FeeTable {

    public static final int VAT_PERCENT = 25;

    private static final LocalDate NEW_RATE = LocalDate.of(2026, 1, 1);

    /** Largest claim in øre -> hundredths of the inkassosats. */
    private static final NavigableMap<Long, Integer> LIGHT = new TreeMap<>(Map.of(
            500_00L,
            25,
            1_000_00L,
            35,
            2_500_00L,
            40,
            10_000_00L,
            80,
            50_000_00L,
            160,
            250_000_00L,
            360,
            Long.MAX_VALUE,
            720));

    private FeeTable() {}

    public static long inkassosats(LocalDate day) {
        return day.isBefore(NEW_RATE) ? 700_00 : 750_00;
    }

    /** Fee of a reminder or notice, by the day it is sent. */
    public static long letterFee(LocalDate sent) {
        return inkassosats(sent) / 20;
    }

    /** Light collection fee; half as much again outside consumer relations. */
    public static long collectionFee(long claimOre, boolean business, LocalDate day) {
        long light = inkassosats(day) * LIGHT.ceilingEntry(claimOre).getValue() / 100;
        return business ? light * 3 / 2 : light;
    }

    /** VAT on a fee, half up. */
    public static long vat(long feeOre) {
        return Math.floorDiv(feeOre * VAT_PERCENT + 50, 100);
    }
}
