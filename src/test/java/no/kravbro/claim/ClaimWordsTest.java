package no.kravbro.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimWordsTest {

    @ParameterizedTest
    @EnumSource(Stage.class)
    void everyStageButTheLastIsOpen(Stage stage) {
        assertThat(stage.isOpen()).isEqualTo(stage != Stage.CLOSED);
    }

    @Test
    void theRunGoesFromReceivedToClosed() {
        assertThat(Stage.NOTICE).isLessThan(Stage.LIST_PENDING);
        assertThat(Stage.LIST_PENDING).isLessThan(Stage.COLLECTION);
        assertThat(Stage.values()).startsWith(Stage.RECEIVED).endsWith(Stage.CLOSED);
    }
}
