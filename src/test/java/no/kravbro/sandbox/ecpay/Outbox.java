package no.kravbro.sandbox.ecpay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.Faults;

/** Puts the agency's files where creditors read them, or does it wrong on demand. */
final class Outbox {

    private static final Set<FaultKind> FILE_FAULTS = EnumSet.of(
            FaultKind.FILE_HELD_BACK,
            FaultKind.FILE_DUPLICATE_NUMBER,
            FaultKind.FILE_WRONG_SUM,
            FaultKind.FILE_HALF_WRITTEN,
            FaultKind.FILE_WRONG_ENCODING);

    private final EcpaySettings settings;
    private final Books books;
    private final Faults faults;

    Outbox(EcpaySettings settings, Books books, Faults faults) {
        this.settings = settings;
        this.books = books;
        this.faults = faults;
    }

    void put(Client client, Kind kind, LocalDateTime created, List<List<String>> records) {
        EcFile file = new EcFile(client.organization(), kind, next(client, kind), created, records);
        String directory = kind == Kind.KVI ? "kvittering" : "ut";
        Optional<Fault> fault = faults.strikeEvent(EcpaySandbox.NAME, kind.name(), FILE_FAULTS);
        if (fault.isEmpty()) {
            write(client, directory, file.name(), file.bytes());
        } else {
            spoil(client, directory, file, fault.get().kind());
        }
    }

    private long next(Client client, Kind kind) {
        return books.nextFile(client, kind, settings.firstNumber(kind));
    }

    private void spoil(Client client, String directory, EcFile file, FaultKind fault) {
        byte[] right = file.bytes();
        switch (fault) {
            case FILE_HELD_BACK -> hold(client, directory, file, false);
            case FILE_HALF_WRITTEN -> {
                write(client, directory, file.name() + ".tmp", Arrays.copyOf(right, right.length / 2));
                hold(client, directory, file, false);
            }
            case FILE_DUPLICATE_NUMBER -> {
                write(client, directory, file.name(), right);
                EcFile again = new EcFile(
                        file.organization(),
                        file.kind(),
                        file.sequence(),
                        file.created().plusSeconds(1),
                        file.records());
                write(client, directory, again.name(), again.bytes());
            }
            case FILE_WRONG_SUM -> {
                List<List<String>> lines = file.lines();
                lines.set(
                        lines.size() - 1,
                        List.of(
                                "TRL",
                                Long.toString(file.sequence()),
                                Integer.toString(file.records().size()),
                                Kroner.of(file.sum() + 1)));
                write(client, directory, file.name(), Csv.write(lines));
                hold(client, directory, file, true);
            }
            default -> {
                String text = "\uFEFF" + new String(right, StandardCharsets.ISO_8859_1);
                write(client, directory, file.name(), text.getBytes(StandardCharsets.UTF_8));
                hold(client, directory, file, true);
            }
        }
    }

    private void hold(Client client, String directory, EcFile file, boolean again) {
        books.held.put(file.name(), new Books.Held(client.login(), directory, file.name(), file.bytes(), again));
    }

    /** Everything held back is put out; what went out wrong follows under the next number. */
    void release() {
        for (Books.Held held : books.held.all()) {
            Client client = settings.clients().stream()
                    .filter(each -> each.login().equals(held.login()))
                    .findFirst()
                    .orElseThrow();
            EcFile file = EcFile.read(held.name(), held.bytes());
            if (held.again()) {
                EcFile next = new EcFile(
                        file.organization(), file.kind(), next(client, file.kind()), file.created(), file.records());
                write(client, held.directory(), next.name(), next.bytes());
            } else {
                write(client, held.directory(), held.name(), held.bytes());
            }
            books.held.remove(held.name());
        }
    }

    private void write(Client client, String directory, String name, byte[] bytes) {
        Path home = settings.root().resolve(client.login());
        try {
            Path half = Files.write(home.resolve(directory).resolve(name + ".tmp"), bytes);
            if (!name.endsWith(".tmp")) {
                Files.move(half, home.resolve(directory).resolve(name), StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.move(half, home.resolve(directory).resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
