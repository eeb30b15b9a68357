package no.kravbro.camel;

import java.nio.charset.StandardCharsets;
import no.kravbro.agency.file.FileFault;
import no.kravbro.agency.file.FileName;
import no.kravbro.creditor.Creditor;
import no.kravbro.deadletter.DeadLetters;
import no.kravbro.deadletter.Failure;
import no.kravbro.delivery.Inbox;
import no.kravbro.delivery.InboxEntry;
import no.kravbro.delivery.Run;
import org.springframework.stereotype.Component;

/** Tells a person, by a dead letter, of a file that is missing or cannot be read. */
@Component
class FileAlarms {

    private final Inbox inbox;
    private final DeadLetters letters;
    private final RunningBundle bundle;

    FileAlarms(Inbox inbox, DeadLetters letters, RunningBundle bundle) {
        this.inbox = inbox;
        this.letters = letters;
        this.bundle = bundle;
    }

    /** A number was left out: nothing of this kind is read until it is there. Said once, however often it is seen. */
    void gap(Creditor creditor, String kind, long expected, FileName found) {
        String detail = "Expected " + kind + " " + expected + ", found " + found;
        bury(creditor, gapKey(creditor, kind, expected), "{}", "FILE_GAP", detail);
    }

    /** The missing file is there after all. */
    void filled(Creditor creditor, FileName name) {
        inbox.find(source(creditor), gapKey(creditor, name.kind(), name.number()))
                .ifPresent(entry -> letters.solveReceived(entry.id()));
    }

    /** A file that cannot be read as a whole; what it held is kept. */
    void fault(Creditor creditor, FileName name, byte[] bytes, FileFault fault) {
        String content = new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
        bury(creditor, name.toString(), content, "FILE_FAULT", name + ": " + fault.getMessage());
    }

    private static String gapKey(Creditor creditor, String kind, long number) {
        return "missing/" + creditor.organizationNumber() + "/" + kind + "/" + number;
    }

    private static String source(Creditor creditor) {
        return creditor.agency() + ".file";
    }

    private void bury(Creditor creditor, String key, String payload, String cause, String detail) {
        inbox.enter(source(creditor), key, creditor.id(), payload);
        InboxEntry entry = inbox.find(source(creditor), key).orElseThrow();
        letters.bury(new Failure(
                null,
                entry.id(),
                source(creditor) + "/" + key,
                "FILE",
                creditor.id(),
                creditor.agency(),
                null,
                0,
                cause,
                null,
                detail,
                false,
                new Run(bundle.version(), creditor.agency() + ".read")));
    }
}
