package no.kravbro.camel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kravbro.Settings;
import no.kravbro.agency.file.AgencyFile;
import no.kravbro.agency.file.FileFault;
import no.kravbro.agency.file.FileName;
import no.kravbro.bundle.ExactJson;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.FileNumbers;
import no.kravbro.delivery.FolderLeases;
import no.kravbro.reconcile.AgencySnapshot;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads an agency's files of one kind in the order of their numbers. One reader of a directory at a time across nodes; a
 * file is archived only after its number has been counted, and counted only after all of it has been worked on, so that a
 * crash reads it again. Lower numbers are duplicates; a higher one stops its kind until the missing file is there.
 */
@Component("folderDesk")
public class FolderDesk {

    /** The file whose turn it is; not set when there is none. */
    static final String INCOMING = "incoming";

    private static final Logger LOG = LoggerFactory.getLogger(FolderDesk.class);
    private static final String READING = "folder-reading";
    private static final String READ_TO_THE_END = "folder-read-to-the-end";
    private static final String ARCHIVE = "arkiv";
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Folders folders;
    private final FolderLeases leases;
    private final FileNumbers numbers;
    private final FileFormats formats;
    private final FileAlarms alarms;
    private final String node;

    FolderDesk(
            Folders folders,
            FolderLeases leases,
            FileNumbers numbers,
            FileFormats formats,
            FileAlarms alarms,
            Settings settings) {
        this.folders = folders;
        this.leases = leases;
        this.numbers = numbers;
        this.formats = formats;
        this.alarms = alarms;
        this.node = settings.node();
    }

    /** A directory being read. @param lane what the lease is for: kinds of one directory stop independently */
    private record Reading(Creditor creditor, String folder, String kind, String holder) {

        String lane() {
            return folder + "/" + kind;
        }
    }

    /** Takes the directory and finds the first file whose turn it is; none while another node reads there. */
    public void begin(Exchange exchange, String folder, String kind) {
        Creditor creditor = Notebook.creditor(exchange);
        exchange.removeVariable(READ_TO_THE_END);
        Reading reading = new Reading(creditor, folder, kind, node + "/" + exchange.getExchangeId());
        if (hold(reading)) {
            exchange.setVariable(READING, reading);
            next(exchange, reading);
        }
    }

    /** True when the directory was ours and nothing waits there any more: what has not been read has not come. */
    static boolean readToTheEnd(Exchange exchange) {
        return exchange.getVariable(READ_TO_THE_END, false, Boolean.class);
    }

    private boolean hold(Reading reading) {
        return leases.take(
                reading.creditor().id(), reading.creditor().agency(), reading.lane(), reading.holder(), LEASE);
    }

    private void next(Exchange exchange, Reading reading) {
        exchange.removeVariable(INCOMING);
        Creditor creditor = reading.creditor();
        long expected = numbers.last(creditor.id(), creditor.agency(), reading.kind()) + 1;
        List<FileName> waiting = waiting(reading);
        waiting.stream().filter(name -> name.number() < expected).forEach(name -> {
            LOG.info("File {} has been handled already", name);
            archive(reading, name);
        });
        Optional<FileName> first =
                waiting.stream().filter(name -> name.number() >= expected).findFirst();
        if (first.isEmpty()) {
            exchange.setVariable(READ_TO_THE_END, true);
            return;
        }
        if (first.get().number() == expected) {
            exchange.setVariable(INCOMING, first.get());
        } else {
            alarms.gap(creditor, reading.kind(), expected, first.get());
        }
    }

    private List<FileName> waiting(Reading reading) {
        Creditor creditor = reading.creditor();
        String prefix = formats.of(creditor.agency()).prefix();
        return folders.list(creditor, reading.folder()).stream()
                .map(FileName::parse)
                .flatMap(Optional::stream)
                .filter(name -> name.prefix().equals(prefix)
                        && name.organization().equals(creditor.organizationNumber())
                        && name.kind().equals(reading.kind()))
                .toList();
    }

    /** The records of the file whose turn it is. One that cannot be read as a whole counts as passed, and a person is told. */
    public List<Map<String, String>> read(Exchange exchange) {
        Reading reading = Notebook.need(exchange, READING, Reading.class);
        FileName name = Notebook.need(exchange, INCOMING, FileName.class);
        byte[] bytes = folders.read(reading.creditor(), reading.folder(), name.toString());
        try {
            if (bytes.length > Folders.LARGEST) {
                throw new FileFault("Is larger than " + Folders.LARGEST + " bytes");
            }
            return AgencyFile.read(formats.of(reading.creditor().agency()), name, bytes)
                    .records();
        } catch (FileFault fault) {
            alarms.fault(reading.creditor(), name, bytes, fault);
            return List.of();
        }
    }

    /**
     * Records of one event stand together: one document each, with the sums of its amounts.
     *
     * @param id column of the event's id, {@code amounts} columns to add up, separated by commas
     * @param claim columns that are our key of its claim together, or empty; {@code net} the column of the kroner at stake
     */
    public List<JsonNode> group(Exchange exchange, String id, String amounts, String claim, String net) {
        FileGroups.Told told = new FileGroups.Told(columns(claim), net);
        return FileGroups.of(records(exchange), id, columns(amounts), told);
    }

    private static List<String> columns(String names) {
        return names.isBlank() ? List.of() : List.of(names.split(","));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> records(Exchange exchange) {
        return exchange.getMessage().getBody(List.class);
    }

    /**
     * Each record as a document, with our key of the claim and the name of the file beside its columns.
     *
     * @param organization and {@code invoice} the columns that are our key together
     */
    public List<JsonNode> each(Exchange exchange, String organization, String invoice) {
        String file = Notebook.need(exchange, INCOMING, FileName.class).toString();
        List<JsonNode> documents = new ArrayList<>();
        for (Map<String, String> record : records(exchange)) {
            ObjectNode document = (ObjectNode) ExactJson.treeOf(record);
            document.put("claim", record.get(organization) + "-" + record.get(invoice));
            documents.add(document.put("file", file));
        }
        return documents;
    }

    /** Counts the file, archives it, and finds the next. Throws when another node has counted it meanwhile. */
    public void handled(Exchange exchange) {
        Reading reading = Notebook.need(exchange, READING, Reading.class);
        FileName name = Notebook.need(exchange, INCOMING, FileName.class);
        Creditor creditor = reading.creditor();
        numbers.begin(creditor.id(), creditor.agency(), name.kind(), 0);
        numbers.advance(creditor.id(), creditor.agency(), name.kind(), name.number() - 1, name.number());
        alarms.filled(creditor, name);
        if (exchange.getVariable(BalanceDesk.SNAPSHOT) instanceof AgencySnapshot told) {
            told.complete();
        }
        archive(reading, name);
        if (hold(reading)) {
            next(exchange, reading);
        } else {
            exchange.removeVariable(INCOMING);
        }
    }

    /** One put out again under the same name goes beside the first: no file is overwritten, and none stops those behind it. */
    private void archive(Reading reading, FileName name) {
        String free = name.toString();
        for (int copy = 2; folders.holds(reading.creditor(), ARCHIVE, free); copy++) {
            free = name + "." + copy;
        }
        folders.move(reading.creditor(), reading.folder(), name.toString(), ARCHIVE, free);
    }

    /** Gives the directory back, whatever happened. */
    public void end(Exchange exchange) {
        Reading reading = exchange.getVariable(READING, Reading.class);
        if (reading != null) {
            Creditor creditor = reading.creditor();
            leases.release(creditor.id(), creditor.agency(), reading.lane(), reading.holder());
            exchange.removeVariable(READING);
        }
        exchange.removeVariable(INCOMING);
    }
}
