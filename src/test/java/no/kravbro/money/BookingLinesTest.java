package no.kravbro.money;

import static no.kravbro.money.WorkedSettlements.PROFILE_LINES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BookingLinesTest {

    @ParameterizedTest
    @EnumSource(LineKind.class)
    void everyKindHasTheRoleOfTheProfile(LineKind kind) {
        assertThat(BookingLines.of(PROFILE_LINES, true).role(kind)).isEqualTo(PROFILE_LINES.get(kind.name()));
    }

    @Test
    void vatThatMayNotBeDeductedIsACost() {
        BookingLines lines = BookingLines.of(PROFILE_LINES, false);
        assertThat(lines.role(LineKind.VAT)).isEqualTo("costs");
        assertThat(lines.role(LineKind.LATE_INTEREST)).isEqualTo("interest-income");
    }

    @ParameterizedTest
    @EnumSource(LineKind.class)
    void aKindWithoutRoleIsRefusedByName(LineKind kind) {
        assertRefused(kind, null, "bookingLines." + kind + " is missing: name an account role for it");
        assertRefused(kind, " ", "bookingLines." + kind + " is missing: name an account role for it");
    }

    @Test
    void onlyPrincipalIsOnTheReceivable() {
        assertRefused(
                LineKind.LATE_INTEREST,
                "receivable",
                "bookingLines.LATE_INTEREST is receivable: PRINCIPAL, and nothing else, belongs on receivable");
        assertRefused(
                LineKind.PRINCIPAL,
                "costs",
                "bookingLines.PRINCIPAL is costs: PRINCIPAL, and nothing else, belongs on receivable");
    }

    @Test
    void onlyTheNetIsOnTheInterimAccount() {
        assertRefused(LineKind.VAT, "interim", "bookingLines.VAT is interim, which only the net payout may be on");
    }

    private static void assertRefused(LineKind kind, String role, String message) {
        Map<String, String> profile = new HashMap<>(PROFILE_LINES);
        profile.put(kind.name(), role);
        assertThatThrownBy(() -> BookingLines.of(profile, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aKindWithAnAccountOfTheCreditorsOwnIsBookedThere() {
        BookingLines lines = BookingLines.of(PROFILE_LINES, true).withOwn(Set.of("collection-fees", "court-costs"));
        assertThat(lines.role(LineKind.COLLECTION_FEE)).isEqualTo("collection-fees");
        assertThat(lines.role(LineKind.COURT_COSTS)).isEqualTo("court-costs");
        for (LineKind other : Set.of(LineKind.REMINDER_FEE, LineKind.AGENCY_DEDUCTION, LineKind.PRINCIPAL)) {
            assertThat(lines.role(other)).isEqualTo(PROFILE_LINES.get(other.name()));
        }
    }
}
