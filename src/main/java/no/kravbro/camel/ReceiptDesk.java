package no.kravbro.camel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.kravbro.bundle.ExactJson;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.SentFile;
import no.kravbro.delivery.SentFiles;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps what the agency's receipts say about our files, and wakes those that wait for it. */
@Component("receiptDesk")
public class ReceiptDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptDesk.class);

    private final SentFiles files;
    private final Deliveries deliveries;

    ReceiptDesk(SentFiles files, Deliveries deliveries) {
        this.files = files;
        this.deliveries = deliveries;
    }

    private record Answered(String kind, String number) {}

    /** All records of one file of receipts; keeping them twice is harmless. */
    @SuppressWarnings("unchecked")
    public void keep(Exchange exchange) {
        List<Map<String, String>> records = exchange.getMessage().getBody(List.class);
        Map<Answered, List<Map<String, String>>> byFile = new LinkedHashMap<>();
        for (Map<String, String> record : records) {
            Answered answered = new Answered(record.get("GJELDERTYPE"), record.getOrDefault("GJELDERNR", ""));
            byFile.computeIfAbsent(answered, key -> new ArrayList<>()).add(record);
        }
        byFile.forEach((answered, rows) -> keep(Notebook.creditor(exchange), answered, rows));
    }

    private void keep(Creditor creditor, Answered answered, List<Map<String, String>> rows) {
        if (!answered.number().matches("[0-9]{1,9}")) {
            LOG.warn("A receipt for {} names no file", creditor.id());
            return;
        }
        SentFile file = files.answered(
                        creditor.id(),
                        creditor.agency(),
                        answered.kind(),
                        Long.parseLong(answered.number()),
                        ExactJson.write(ExactJson.treeOf(rows)))
                .orElse(null);
        if (file == null) {
            LOG.warn(
                    "A receipt for {} is about {} {}, which we have not sent",
                    creditor.id(),
                    answered.kind(),
                    answered.number());
            return;
        }
        deliveries.wake(creditor.agency(), file.name());
        // Given up as overdue: the late answer is better than a person's question.
        files.inDoubt(file.transmissionId()).forEach(deliveries::inquireNow);
    }
}
