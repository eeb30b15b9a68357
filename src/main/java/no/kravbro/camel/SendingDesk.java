package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import no.kravbro.agency.WireAnswer;
import no.kravbro.bundle.ExactJson;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.LeaseLost;
import no.kravbro.delivery.SentFile;
import no.kravbro.delivery.SentFile.State;
import no.kravbro.delivery.SentFiles;
import no.kravbro.delivery.Transmissions;
import no.kravbro.delivery.Work;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * Hands a stored file over, and finds out later what became of it. A file counts as sent when it has its own name. What
 * became of the steps is told as a status of the kind that HTTP has: 202 handed over, 200 answered, 403 not let in, 404
 * nowhere to be seen, 408 overdue, 503 certainly not there, 504 in doubt.
 */
@Component("sendingDesk")
public class SendingDesk {

    static final String INBOX = "inn";
    static final String ARCHIVE = "arkiv";
    static final String HALF = ".tmp";
    private static final String NOWHERE = "file-is-nowhere";
    private static final Duration OVERDUE = Duration.ofDays(1);

    private final Folders folders;
    private final SentFiles files;
    private final Transmissions transmissions;
    private final Clock clock;

    SendingDesk(Folders folders, SentFiles files, Transmissions transmissions, Clock clock) {
        this.folders = folders;
        this.files = files;
        this.transmissions = transmissions;
        this.clock = clock;
    }

    private static SentFile file(Exchange exchange) {
        return Notebook.need(exchange, FileDesk.FILE, SentFile.class);
    }

    /** Uploads it under a name that nobody reads. */
    public void upload(Exchange exchange) {
        byte[] bytes = exchange.getMessage().getBody(byte[].class);
        folders.upload(Notebook.creditor(exchange), INBOX, file(exchange).name() + HALF, bytes);
    }

    /** From here on it may be there. Whoever has found out meanwhile that it is not goes before us. */
    public void mark(Exchange exchange) {
        Work work = Notebook.work(exchange);
        if (!files.move(work.transmissionId(), State.STORED, State.RENAMING)) {
            throw new LeaseLost(work);
        }
    }

    /** Gives it its own name: now it is sent. */
    public void rename(Exchange exchange) {
        SentFile file = file(exchange);
        Creditor creditor = Notebook.creditor(exchange);
        folders.move(creditor, INBOX, file.name() + HALF, INBOX, file.name());
        files.move(file.transmissionId(), State.RENAMING, State.SENT);
        exchange.getMessage().setBody(answer(202, document(file)));
    }

    /** Before the mark it certainly is not there; behind it only their directories can tell. */
    public void notSent(Exchange exchange) {
        SentFile file = file(exchange);
        boolean certain = files.move(file.transmissionId(), State.STORED, State.NOT_SENT);
        exchange.getMessage().setBody(certain ? failed(exchange) : answer(504, problem(exchange)));
    }

    /** A question that could not be asked. */
    public void notAsked(Exchange exchange) {
        exchange.getMessage().setBody(failed(exchange));
    }

    private static WireAnswer failed(Exchange exchange) {
        FolderFailure failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, FolderFailure.class);
        return answer(failure.refused() ? 403 : 503, problem(exchange));
    }

    private static ObjectNode problem(Exchange exchange) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        document.putArray("errors").addObject().put("text", failure.getMessage());
        return document;
    }

    /** Notes how far the file of this work had come; one that was never about to be renamed is not there. */
    public void recall(Exchange exchange) {
        String transmission = Notebook.work(exchange).transmissionId();
        files.move(transmission, State.STORED, State.NOT_SENT);
        note(exchange, transmission);
    }

    private void note(Exchange exchange, String transmission) {
        SentFile file = files.of(transmission).orElse(null);
        exchange.setVariable(FileDesk.FILE, file);
        exchange.setVariable(
                "fileState", file == null ? State.NOT_SENT.name() : file.state().name());
    }

    /**
     * Looks for a file in doubt in their directories: there under its own name with our bytes, it is sent; there under its
     * first name only, it is not, and is taken away so that no renaming under way can find it; nowhere, only they know.
     */
    public void look(Exchange exchange) {
        SentFile file = file(exchange);
        Creditor creditor = Notebook.creditor(exchange);
        String where = where(creditor, file);
        if (where == null && folders.holds(creditor, INBOX, file.name() + HALF)) {
            files.move(file.transmissionId(), State.RENAMING, State.CLEARING);
            folders.delete(creditor, INBOX, file.name() + HALF);
            files.move(file.transmissionId(), State.CLEARING, State.NOT_SENT);
        } else {
            // It may have got its name while we looked.
            String there = where == null ? where(creditor, file) : where;
            if (there == null) {
                nowhere(exchange, file);
            } else if (Arrays.equals(
                    folders.read(creditor, there, file.name()), transmissions.content(file.transmissionId()))) {
                files.move(file.transmissionId(), file.state(), State.SENT);
            }
        }
        note(exchange, file.transmissionId());
    }

    private String where(Creditor creditor, SentFile file) {
        return Stream.of(INBOX, ARCHIVE)
                .filter(folder -> folders.holds(creditor, folder, file.name()))
                .findFirst()
                .orElse(null);
    }

    /** Once we were about to take it away, nobody else has. */
    private void nowhere(Exchange exchange, SentFile file) {
        if (!files.move(file.transmissionId(), State.CLEARING, State.NOT_SENT)) {
            exchange.setVariable(NOWHERE, true);
        }
    }

    /** What is known of the file, for the mapping that turns receipts into verdicts. */
    public void tell(Exchange exchange) throws JsonProcessingException {
        note(exchange, Notebook.work(exchange).transmissionId());
        SentFile file = exchange.getVariable(FileDesk.FILE, SentFile.class);
        ObjectNode document = file == null ? JsonNodeFactory.instance.objectNode() : document(file);
        document.put("state", exchange.getVariable("fileState", String.class));
        ArrayNode members = document.putArray("members");
        Notebook.work(exchange).members().forEach(member -> members.add(member.claimKey()));
        if (file != null && file.answer() != null) {
            document.set("receipts", ExactJson.read(file.answer()));
        }
        int status = status(exchange, file);
        if (status == 404 || status == 408) {
            document.putArray("errors").addObject().put("text", file.name());
        }
        exchange.getMessage().setBody(answer(status, document));
    }

    private int status(Exchange exchange, SentFile file) {
        if (file == null || file.state() == State.NOT_SENT || file.answer() != null) {
            return 200;
        }
        if (file.state() != State.SENT) {
            return exchange.getVariable(NOWHERE, false, Boolean.class) ? 404 : 504;
        }
        return FolderDesk.readToTheEnd(exchange) && overdue(file) ? 408 : 200;
    }

    /** Not while it waits there for one of ours in front of it. */
    private boolean overdue(SentFile file) {
        return files.readableSince(file)
                .filter(since -> since.plus(OVERDUE).isBefore(clock.instant()))
                .isPresent();
    }

    private static ObjectNode document(SentFile file) {
        return JsonNodeFactory.instance.objectNode().put("name", file.name());
    }

    private static WireAnswer answer(int status, ObjectNode document) {
        return new WireAnswer(status, ExactJson.write(document), Map.of(), null, null);
    }
}
