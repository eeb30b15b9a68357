package no.kravbro.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A mail server that takes every mail, delivers none, and shows what it has got. */
public final class MailServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 200;
    private static final String HOST = "127.0.0.1";

    private final GreenMail server;
    private final int asked;
    private boolean open;

    /** @param port 0 = any free port */
    public MailServer(int port) {
        this.asked = port;
        this.server = new GreenMail(new ServerSetup(port, HOST, ServerSetup.PROTOCOL_SMTP));
    }

    /** @param files names of what is enclosed */
    public record Received(
            String messageId,
            String to,
            String subject,
            String text,
            String html,
            List<String> files,
            Map<String, String> headers) {}

    public MailServer start() {
        try {
            server.start();
            open = true;
        } catch (IllegalStateException taken) {
            throw new InUse("Port " + asked + ", where the sandbox has its mail server,", taken);
        }
        return this;
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /** The settings with which the product sends its mails here; none while it is closed. */
    public List<String> settings() {
        return !open
                ? List.of()
                : List.of(
                        "kravbro.mail.mode=SEND",
                        "kravbro.mail.url=smtp://" + HOST + ":" + port(),
                        "kravbro.mail.start-tls=false",
                        "kravbro.mail.from=kravbro@example.no",
                        "kravbro.mail.operations=drift@example.no",
                        "kravbro.mail.link-secret-file=src/test/resources/sandbox/secrets/mail-link",
                        "kravbro.mail.poll=1s");
    }

    /** What has come since this was asked last, in no order. */
    public List<Received> taken() {
        List<Received> received = received();
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException broken) {
            throw new IllegalStateException("The mail server cannot forget", broken);
        }
        return received;
    }

    /** All that has come, one recipient after the other. */
    public List<Received> received() {
        return Arrays.stream(server.getReceivedMessages()).map(MailServer::read).toList();
    }

    /** The newest of each recipient as JSON. */
    String shown() {
        ArrayNode all = JSON.createArrayNode();
        List<Received> received = received();
        for (int at = received.size() - 1; at >= Math.max(0, received.size() - SHOWN); at--) {
            Received mail = received.get(at);
            ObjectNode one = all.addObject().put("to", mail.to()).put("subject", mail.subject());
            one.put("text", mail.text()).put("html", mail.html());
            mail.files().forEach(one.withArray("files")::add);
        }
        return all.toPrettyString();
    }

    private static Received read(MimeMessage message) {
        try {
            List<String> texts = new ArrayList<>(List.of("", ""));
            List<String> files = new ArrayList<>();
            gather(message, texts, files);
            return new Received(
                    message.getMessageID(),
                    message.getAllRecipients()[0].toString(),
                    message.getSubject(),
                    texts.get(0),
                    texts.get(1),
                    files,
                    Map.of(
                            "Auto-Submitted", header(message, "Auto-Submitted"),
                            "List-Unsubscribe", header(message, "List-Unsubscribe")));
        } catch (MessagingException broken) {
            throw new IllegalStateException("A mail cannot be read", broken);
        } catch (IOException broken) {
            throw new UncheckedIOException("A mail cannot be read", broken);
        }
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        String[] values = message.getHeader(name);
        return values == null ? "" : values[0];
    }

    private static void gather(Part part, List<String> texts, List<String> files)
            throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int at = 0; at < parts.getCount(); at++) {
                BodyPart each = parts.getBodyPart(at);
                gather(each, texts, files);
            }
        } else if (part.getFileName() != null) {
            files.add(part.getFileName());
        } else {
            texts.set(part.isMimeType("text/html") ? 1 : 0, part.getContent().toString());
        }
    }

    @Override
    public void close() {
        if (open) {
            server.stop();
        }
    }
}
