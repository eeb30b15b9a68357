package no.kravbro.sandbox.ecpay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.Faults;

/** Reads what creditors have put into inn/, in sequence, and answers every file with one receipt. */
final class Intake {

    private final EcpaySettings settings;
    private final Books books;
    private final Outbox outbox;
    private final Records records;
    private final Faults faults;

    Intake(EcpaySettings settings, Books books, Outbox outbox, Records records, Faults faults) {
        this.settings = settings;
        this.books = books;
        this.outbox = outbox;
        this.records = records;
        this.faults = faults;
    }

    void read(Client client, LocalDateTime now) {
        Path inbox = settings.root().resolve(client.login()).resolve("inn");
        for (Path path : waiting(inbox)) {
            Matcher name = EcFile.NAME.matcher(path.getFileName().toString());
            if (!name.matches()) {
                continue;
            }
            String counter = "read-" + client.login() + "-" + name.group(2);
            long number = Long.parseLong(name.group(3));
            long expected = expected(counter, name.group(2));
            if (number == expected) {
                answer(client, path, name.group(2), number, now);
                books.numbers.put(counter, number);
            }
            if (number <= expected) {
                archive(path);
            }
        }
    }

    private long expected(String counter, String kind) {
        Long last = books.numbers.get(counter);
        return (last == null ? settings.lastNumbers().getOrDefault(kind, 0) : last) + 1;
    }

    private static List<Path> waiting(Path inbox) {
        try (Stream<Path> files = Files.list(inbox)) {
            return files.filter(path -> path.toString().endsWith(".csv"))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(Client client, Path path, String kind, long number, LocalDateTime now) {
        List<List<String>> receipts = new ArrayList<>();
        String sequence = Long.toString(number);
        try {
            if (faults.strikeEvent(EcpaySandbox.NAME, kind, EnumSet.of(FaultKind.FILE_WRONG_SUM))
                    .isPresent()) {
                throw new FileFault("TRL", "Kontrollsum stemmer ikke");
            }
            EcFile file = EcFile.read(path.getFileName().toString(), Files.readAllBytes(path));
            int line = 2;
            for (List<String> record : file.records()) {
                List<String> receipt = new ArrayList<>(List.of("KVI", kind, sequence, Integer.toString(line++)));
                receipt.addAll(records.take(client, file, record));
                receipts.add(receipt);
            }
        } catch (FileFault fault) {
            receipts.clear();
            receipts.add(List.of(
                    "KVI",
                    kind,
                    sequence,
                    "0",
                    "",
                    "",
                    "",
                    "0,00",
                    "AVVIST",
                    "",
                    "FILFEIL",
                    fault.field(),
                    fault.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        outbox.put(client, Kind.KVI, now, receipts);
    }

    private static void archive(Path path) {
        try {
            // One that comes again under its own name is passed by, and must not stop those behind it.
            Path archived = path.getParent().resolveSibling("arkiv").resolve(path.getFileName());
            Files.move(path, archived, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
