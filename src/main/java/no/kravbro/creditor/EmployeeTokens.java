package no.kravbro.creditor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.NoSuchElementException;
import no.kravbro.Secrets;
import org.springframework.stereotype.Component;

/** The keys of creditors to the accounting system: from a file, or sealed in the database. Read when they are used, never kept. */
@Component
public class EmployeeTokens {

    private final Registrations registrations;

    EmployeeTokens(Registrations registrations) {
        this.registrations = registrations;
    }

    /** The token itself. */
    public String text(Creditor creditor) {
        return creditor.employeeTokenFile() != null
                ? Secrets.text(creditor.employeeTokenFile())
                : registrations
                        .token(creditor.id())
                        .orElseThrow(() -> new NoSuchElementException("No token was registered for " + creditor.id()));
    }

    /** A name for it that tells nothing of it; one for each file, one for each registered creditor. */
    public static String name(Creditor creditor) {
        return creditor.employeeTokenFile() != null ? creditor.employeeTokenFile() : "registration/" + creditor.id();
    }

    /** When it was written; null where that cannot be read. */
    public Instant writtenAt(Creditor creditor) {
        if (creditor.employeeTokenFile() == null) {
            return registrations.find(creditor.id()).map(Registered::tokenAt).orElse(null);
        }
        try {
            return Files.getLastModifiedTime(Path.of(creditor.employeeTokenFile()))
                    .toInstant();
        } catch (IOException unreadable) {
            return null;
        }
    }
}
