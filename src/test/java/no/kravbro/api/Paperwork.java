package no.kravbro.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import no.kravbro.delivery.ClaimRow;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** The papers of an invoice as a test wants them. */
final class Paperwork implements InvoicePapers {

    /** What stands in the invoice. */
    String words = "Faktura 10057";

    @Override
    public InvoicePapers.Papers of(ClaimRow claim) {
        LocalDate day = LocalDate.of(2025, 12, 20);
        return new InvoicePapers.Papers(pdf(words), List.of(new Notice(day, "REMINDER", day.plusDays(14), "35.00")));
    }

    /** A PDF with one line. */
    static byte[] pdf(String line) {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText(line);
                content.endText();
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
