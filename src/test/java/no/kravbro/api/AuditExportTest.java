package no.kravbro.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No cell of an export is run by a spreadsheet. */
class AuditExportTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
    void whatBeginsLikeAFormulaIsText(String cell) {
        assertThat(AuditExport.safe(cell)).isEqualTo("'" + cell);
    }

    @Test
    void theRestStaysAsItIs() {
        assertThat(AuditExport.safe("kari = ola")).isEqualTo("kari = ola");
        assertThat(AuditExport.safe("")).isEmpty();
        assertThat(AuditExport.safe(null)).isNull();
    }
}
