package no.kravbro.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InvoiceStatusTest {

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, ,             ,                   PROCESSING, ONGOING",
        "ACCEPTED, NOTICE,       ,                   PROCESSING, ONGOING",
        "ACCEPTED, LIST_PENDING, ,                   PROCESSING, NEEDS_APPROVAL",
        "REFUSED,  ,             ,                   ERROR,      NONE",
        "CLOSED,   CLOSED,       PAID,               DONE,       SETTLED",
        "CLOSED,   CLOSED,       PARTIAL_SETTLEMENT, DONE,       SETTLED",
        "CLOSED,   CLOSED,       WITHDRAWN,          RECLAIMED,  WITHDRAWN",
        "CLOSED,   CLOSED,       ERROR,              ERROR,      NONE",
        "CLOSED,   CLOSED,       BANKRUPTCY,         DONE,       NONE",
        "CLOSED,   CLOSED,       ,                   DONE,       NONE"
    })
    void aClaimIsShownAsItStands(ClaimState state, Stage stage, String reason, String status, String message) {
        assertThat(InvoiceStatus.of(state, stage, reason)).isEqualTo(new InvoiceStatus(status, message));
    }

    @ParameterizedTest
    @EnumSource(
            value = ClaimState.class,
            names = {"PENDING", "STOPPED"})
    void whatTheAgencyHasNotGotIsNotShown(ClaimState state) {
        assertThat(InvoiceStatus.of(state, null, null)).isNull();
    }
}
