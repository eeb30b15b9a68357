package no.kravbro.camel;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import no.kravbro.Settings;
import no.kravbro.agency.file.AgencyFile;
import no.kravbro.agency.file.FileFormat;
import no.kravbro.agency.file.FileName;
import no.kravbro.claim.OsloDay;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.EmptyFiles;
import no.kravbro.delivery.FolderLeases;
import no.kravbro.delivery.SentFile;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets the agency read on where a number of ours is not used any more: it reads our files in the order of their numbers, and
 * would wait for ever. One at a time across nodes; what breaks off is finished by whoever comes next.
 */
@Component("gapDesk")
public class GapDesk {

    private static final Logger LOG = LoggerFactory.getLogger(GapDesk.class);
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final EmptyFiles empties;
    private final FolderLeases leases;
    private final Folders folders;
    private final FileFormats formats;
    private final Clock clock;
    private final String node;

    GapDesk(
            EmptyFiles empties,
            FolderLeases leases,
            Folders folders,
            FileFormats formats,
            Clock clock,
            Settings settings) {
        this.empties = empties;
        this.leases = leases;
        this.folders = folders;
        this.formats = formats;
        this.clock = clock;
        this.node = settings.node();
    }

    /** Puts a file without records where a number of this kind is waited for in vain. */
    public void fill(Exchange exchange, String kind) {
        Creditor creditor = Notebook.creditor(exchange);
        String lane = SendingDesk.INBOX + "/" + kind;
        String holder = node + "/" + exchange.getExchangeId();
        if (!empties.needed(creditor.id(), creditor.agency(), kind)
                || !leases.take(creditor.id(), creditor.agency(), lane, holder, LEASE)) {
            return;
        }
        try {
            Optional<SentFile> next = next(creditor, kind);
            while (next.isPresent()) {
                put(creditor, next.get());
                next = next(creditor, kind);
            }
        } finally {
            leases.release(creditor.id(), creditor.agency(), lane, holder);
        }
    }

    private Optional<SentFile> next(Creditor creditor, String kind) {
        FileFormat format = formats.of(creditor.agency());
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), OsloDay.ZONE);
        return empties.next(creditor.id(), creditor.agency(), kind, number -> new FileName(
                        format.prefix(), creditor.organizationNumber(), kind, number, now)
                .toString());
    }

    /** A file of that name that is there already uses the number up just as well. */
    private void put(Creditor creditor, SentFile file) {
        FileName name = FileName.parse(file.name()).orElseThrow();
        if (!folders.holds(creditor, SendingDesk.INBOX, file.name())
                && !folders.holds(creditor, SendingDesk.ARCHIVE, file.name())) {
            String half = file.name() + SendingDesk.HALF;
            byte[] bytes = AgencyFile.bytes(formats.of(creditor.agency()), name, List.of());
            folders.upload(creditor, SendingDesk.INBOX, half, bytes);
            folders.move(creditor, SendingDesk.INBOX, half, SendingDesk.INBOX, file.name());
        }
        empties.done(file);
        LOG.info("File {} is without records: what its number was taken for goes no more, or under another", name);
    }
}
