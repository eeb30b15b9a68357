package no.kravbro.tripletex;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** One file as {@code multipart/form-data}: the same file gives the same bytes, for ever. */
public final class Upload {

    private static final String BOUNDARY = "kravbro-c1f0a6e2";

    /** Of the call that carries it. */
    public static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private Upload() {}

    /** @param name of the file: letters, digits, hyphens and dots */
    public static byte[] pdf(String name, byte[] content) {
        if (!name.matches("[A-Za-z0-9.~_-]+")) {
            throw new IllegalArgumentException("Not a plain file name: " + name);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(ascii("--" + BOUNDARY + "\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(ascii("\r\n--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
