package no.kravbro.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import no.kravbro.Texts;
import no.kravbro.TextsConfiguration;
import no.kravbro.money.Remittance;
import no.kravbro.money.RemittanceNote;
import no.kravbro.money.Settlement;
import no.kravbro.money.WorkedSettlements;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class RemittancePdfTest {

    private static final Path GOLDEN = Path.of("src/test/resources/no/kravbro/reconcile");

    private static AnnotationConfigApplicationContext context;
    private static RemittancePdf pdf;

    @BeforeAll
    static void open() {
        context = new AnnotationConfigApplicationContext(TextsConfiguration.class);
        pdf = new RemittancePdf(context.getBean(Texts.class));
    }

    @AfterAll
    static void close() {
        context.close();
    }

    private static RemittanceNote note(Remittance remittance, List<Settlement> settlements) {
        return new RemittanceNote(
                "Nordlys Elektro AS",
                "310245674",
                "AutoCollect",
                remittance,
                remittance == null ? null : remittance.bankText(),
                settlements);
    }

    private static String text(byte[] bytes) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /** The contract's worked example, both settlements of the collective voucher. */
    @ParameterizedTest
    @ValueSource(strings = {"nb", "en"})
    void theWorkedExample(String language) throws IOException {
        byte[] bytes = pdf.of(
                note(
                        WorkedSettlements.SAMLEBILAG_48213,
                        List.of(WorkedSettlements.vector(), WorkedSettlements.notice())),
                Locale.forLanguageTag(language));
        assertThat(text(bytes)).isEqualTo(Files.readString(GOLDEN.resolve("remittance-" + language + ".txt")));
    }

    /** A late withdrawal, carried over, and what takes it back. */
    @Test
    void whatIsOwedIsCarriedOver() throws IOException {
        Settlement charge = WorkedSettlements.lateWithdrawal();
        byte[] bytes = pdf.of(
                note(WorkedSettlements.SAMLEBILAG_48290, List.of(charge, WorkedSettlements.reversalOf(charge))),
                Texts.NB);
        assertThat(text(bytes)).isEqualTo(Files.readString(GOLDEN.resolve("remittance-carried.txt")));
    }

    @Test
    void theSameContentGivesTheSameBytes() {
        RemittanceNote note = note(WorkedSettlements.SAMLEBILAG_48213, List.of(WorkedSettlements.vector()));
        assertThat(pdf.of(note, Texts.NB)).isEqualTo(pdf.of(note, Texts.NB));
    }

    @Test
    void manySettlementsGoOnOverSeveralPages() throws IOException {
        List<Settlement> many = IntStream.range(0, 40)
                .mapToObj(number -> WorkedSettlements.vector())
                .toList();
        byte[] bytes = pdf.of(note(null, many), Texts.NB);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            assertThat(document.getNumberOfPages()).isBetween(5, 10);
        }
        assertThat(text(bytes)).contains("I alt", "429\u00a0964,40 kr".replace('\u00a0', ' '));
    }

    /** A case number in letters that the font does not have, and no day of payment. */
    @Test
    void noLetterStopsADocument() {
        Remittance odd = new Remittance("Ł-1 Ω", "Ihht №\u2009\u200b 1 – æøåÆØÅ", LocalDate.of(2026, 2, 2), 1, 0, 0, 1);
        assertThat(text(pdf.of(note(odd, List.of(WorkedSettlements.lateWithdrawal())), Texts.NB)))
                .contains("æøåÆØÅ", "?-1 ?");
    }
}
