package no.kravbro.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.kravbro.Masking;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * A ZIP of papers with a list of them in front. Text is masked; a document in which a national identity number can be read is left
 * out, and the list says so; it also says of which documents nothing could be read.
 */
final class EvidencePack {

    private record Paper(String name, byte[] content) {}

    private final List<Paper> papers = new ArrayList<>();
    private final List<String> index = new ArrayList<>();
    private final String leftOut;
    private final String unsearched;

    /** @param title first line of the list @param leftOut what the list says of a document that is left out @param unsearched of one nobody could read */
    EvidencePack(String title, String leftOut, String unsearched) {
        this.unsearched = unsearched;
        this.leftOut = leftOut;
        index.add(title);
        index.add("");
    }

    void text(String name, List<String> lines) {
        String text = Masking.mask(String.join("\r\n", lines)) + "\r\n";
        papers.add(new Paper(name, text.getBytes(StandardCharsets.UTF_8)));
        index.add(name);
    }

    /** @param content null = there is none, which the list says with these words */
    void document(String name, byte[] content, String missing) {
        if (content == null) {
            index.add(name + ": " + missing);
        } else if (Masking.holdsIdentityNumber(readable(content))) {
            index.add(name + ": " + leftOut);
        } else {
            papers.add(new Paper(name, content));
            index.add(isSearchable(content) ? name : name + ": " + unsearched);
        }
    }

    /** What stands in a PDF; of anything else the letters that its bytes are. */
    private static String readable(byte[] content) {
        try (PDDocument document = Loader.loadPDF(content)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException noPdf) {
            return new String(content, StandardCharsets.ISO_8859_1);
        }
    }

    /** A picture, a locked document and a page that is only scanned hide what stands in them. */
    private static boolean isSearchable(byte[] content) {
        try (PDDocument document = Loader.loadPDF(content)) {
            PDFTextStripper page = new PDFTextStripper();
            for (int number = 1; number <= document.getNumberOfPages(); number++) {
                page.setStartPage(number);
                page.setEndPage(number);
                if (page.getText(document).isBlank()) {
                    return false;
                }
            }
            return document.getNumberOfPages() > 0;
        } catch (IOException noPdf) {
            return false;
        }
    }

    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, new Paper("00-innhold.txt", String.join("\r\n", index).getBytes(StandardCharsets.UTF_8)));
            for (Paper paper : papers) {
                put(zip, paper);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory does not fail to be written to", impossible);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, Paper paper) throws IOException {
        zip.putNextEntry(new ZipEntry(paper.name()));
        zip.write(paper.content());
        zip.closeEntry();
    }
}
