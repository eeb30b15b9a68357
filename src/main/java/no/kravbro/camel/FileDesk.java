package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.kravbro.agency.file.AgencyFile;
import no.kravbro.agency.file.FileFault;
import no.kravbro.agency.file.FileFormat;
import no.kravbro.agency.file.FileLine;
import no.kravbro.agency.file.FileName;
import no.kravbro.bundle.ExactJson;
import no.kravbro.claim.OsloDay;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Dispatch;
import no.kravbro.delivery.Refusal;
import no.kravbro.delivery.SentFile;
import no.kravbro.delivery.SentFiles;
import no.kravbro.delivery.Transmissions;
import no.kravbro.delivery.Work;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a batch of claims one file: its records, its number, its bytes, stored before anything is sent. */
@Component("fileDesk")
public class FileDesk {

    /** The file that the flow is about. */
    static final String FILE = "file";

    private static final String CSV = "text/csv; charset=ISO-8859-1";

    private final FileFormats formats;
    private final Dispatch dispatch;
    private final Refusals refusals;
    private final SentFiles files;
    private final Transmissions transmissions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FileDesk(
            FileFormats formats,
            Dispatch dispatch,
            Refusals refusals,
            SentFiles files,
            Transmissions transmissions,
            TransactionTemplate transaction,
            Clock clock) {
        this.formats = formats;
        this.dispatch = dispatch;
        this.refusals = refusals;
        this.files = files;
        this.transmissions = transmissions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The records of a document {@code {"records": [{"key": .., "record": {column: value}}]}}, one per member. A member whose
     * record cannot be written in the file's characters is refused alone and leaves the batch; when nothing is left, the flow
     * ends here.
     */
    public List<Map<String, String>> records(Exchange exchange, String kind) throws JsonProcessingException {
        Work work = Notebook.work(exchange);
        FileFormat format = formats.of(work.target());
        Map<String, Map<String, String>> byKey = new LinkedHashMap<>();
        ExactJson.read(exchange.getMessage().getBody(String.class))
                .path("records")
                .forEach(row -> byKey.put(row.path("key").asText(), values(row.path("record"))));
        List<Delivery> right = new ArrayList<>();
        List<Map<String, String>> records = new ArrayList<>();
        for (Delivery member : work.members()) {
            Map<String, String> record = byKey.get(member.claimKey());
            try {
                FileLine.of(format, kind, record);
                right.add(member);
                records.add(record);
            } catch (FileFault unwritable) {
                if (Trying.is(exchange)) {
                    throw new Refusal("INVALID_DATA", unwritable.getMessage());
                }
                refusals.refuse(exchange, work, member, "INVALID_DATA", unwritable.getMessage());
            }
        }
        if (right.isEmpty()) {
            exchange.setRouteStop(true);
        } else if (right.size() < work.members().size()) {
            exchange.setVariable(Notebook.WORK, dispatch.regroup(work, right));
        }
        return records;
    }

    private static Map<String, String> values(JsonNode record) {
        Map<String, String> values = new LinkedHashMap<>();
        record.properties()
                .forEach(field -> values.put(field.getKey(), field.getValue().asText("")));
        return values;
    }

    /** One record as a line of its file. */
    @SuppressWarnings("unchecked")
    public String line(Exchange exchange, String kind) {
        FileFormat format = formats.of(Notebook.work(exchange).target());
        return FileLine.of(format, kind, exchange.getMessage().getBody(Map.class));
    }

    /**
     * Numbers the file and stores its bytes, in one transaction, so that no number is taken by what was never stored. A
     * transmission that is sent again keeps number, name and bytes.
     */
    public byte[] store(Exchange exchange, String kind) {
        Work work = Notebook.work(exchange);
        FileFormat format = formats.of(work.target());
        String organization = Notebook.creditor(exchange).organizationNumber();
        List<String> lines = FileLines.lines(exchange);
        if (Trying.end(exchange, String.join("\n", lines))) {
            return new byte[0];
        }
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), OsloDay.ZONE);
        byte[] bytes = transaction.execute(status -> {
            SentFile file = files.take(
                    work, kind, number -> new FileName(format.prefix(), organization, kind, number, now).toString());
            exchange.setVariable(FILE, file);
            byte[] made = AgencyFile.bytes(format, FileName.parse(file.name()).orElseThrow(), lines);
            return transmissions.store(work, made, CSV);
        });
        exchange.setVariable(TransmissionDesk.STORED, true);
        return bytes;
    }
}
