package no.kravbro.reconcile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/**
 * Text on A4 pages, line by line from the top, in a font that every reader has. The same lines give the same bytes. A letter that
 * the font does not have is shown as a question mark, so that no name can stop a document.
 */
public final class Sheet implements AutoCloseable {

    /** Right edges of the three columns of amounts. */
    private static final List<Float> COLUMNS = List.of(345f, 445f, 545f);

    private static final float LEFT = 50;
    private static final float RIGHT = 545;
    private static final float TOP = 790;
    private static final float BOTTOM = 60;
    private static final float TITLE = 16;
    private static final float TEXT = 10;
    private static final float LEADING = 1.5f;
    private static final PDFont PLAIN = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    private static final PDFont BOLD = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);

    private final PDDocument document = new PDDocument();
    private PDPageContentStream page;
    private float y;

    /** @param id the same for the same content, which keeps the bytes the same */
    public Sheet(long id) {
        document.setDocumentId(id);
    }

    public Sheet title(String text) {
        return line(TITLE, BOLD, text, List.of());
    }

    public Sheet heading(String text, List<String> columns) {
        return gap().line(TEXT, BOLD, text, columns);
    }

    /** A line of text, and amounts at the right edges of the columns. */
    public Sheet row(String text, List<String> columns) {
        return line(TEXT, PLAIN, text, columns);
    }

    public Sheet total(String text, List<String> columns) {
        return line(TEXT, BOLD, text, columns);
    }

    public Sheet gap() {
        y -= TEXT;
        return this;
    }

    /** A text that goes on over as many lines as it needs; a word that is longer than a line is not broken. */
    public Sheet text(String text) {
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && width(PLAIN, TEXT, writable(PLAIN, line + " " + word)) > RIGHT - LEFT) {
                row(line.toString(), List.of());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        return row(line.toString(), List.of());
    }

    private static float width(PDFont font, float size, String written) {
        try {
            return font.getStringWidth(written) / 1000 * size;
        } catch (IOException broken) {
            throw new UncheckedIOException("The font could not be read", broken);
        }
    }

    private Sheet line(float size, PDFont font, String text, List<String> columns) {
        try {
            y -= size * LEADING;
            if (page == null || y < BOTTOM) {
                turn();
                y -= size * LEADING;
            }
            write(font, size, LEFT, text);
            int first = COLUMNS.size() - columns.size();
            for (int i = 0; i < columns.size(); i++) {
                String amount = writable(font, columns.get(i));
                write(font, size, COLUMNS.get(first + i) - width(font, size, amount), amount);
            }
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException("A document could not be written", broken);
        }
    }

    private void turn() throws IOException {
        if (page != null) {
            page.close();
        }
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        page = new PDPageContentStream(document, next);
        y = TOP;
    }

    private void write(PDFont font, float size, float x, String text) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, y);
        page.showText(writable(font, text));
        page.endText();
    }

    /** Blanks that do not break and the minus of typography are not in the font. */
    private static String writable(PDFont font, String text) {
        StringBuilder known = new StringBuilder();
        text.replace('\u00a0', ' ').replace('\u2212', '\u2013').codePoints().forEach(letter -> {
            String one = Character.toString(letter);
            known.append(has(font, one) ? one : "?");
        });
        return known.toString();
    }

    private static boolean has(PDFont font, String letter) {
        try {
            return font.encode(letter).length > 0;
        } catch (IllegalArgumentException missing) {
            return false;
        } catch (IOException broken) {
            throw new UncheckedIOException("The font could not be read", broken);
        }
    }

    public byte[] bytes() {
        try {
            if (page == null) {
                turn();
            }
            page.close();
            page = null;
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException("A document could not be written", broken);
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException broken) {
            throw new UncheckedIOException("A document could not be closed", broken);
        }
    }
}
