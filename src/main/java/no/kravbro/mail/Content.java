package no.kravbro.mail;

import java.util.List;

/**
 * What a mail says, in words already: both its forms, text and HTML, are made of it.
 *
 * @param paragraphs before the table
 * @param columns headings of the table; empty = no table
 * @param rows as many cells each as there are columns
 * @param closing after the table
 * @param path of the console's page that it leads to, or null
 */
public record Content(
        String subject,
        List<String> paragraphs,
        List<String> columns,
        List<List<String>> rows,
        List<String> closing,
        String path) {

    public Content {
        paragraphs = List.copyOf(paragraphs);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        closing = List.copyOf(closing);
    }

    /** Without a table. */
    public static Content of(String subject, List<String> paragraphs, String path) {
        return new Content(subject, paragraphs, List.of(), List.of(), List.of(), path);
    }
}
