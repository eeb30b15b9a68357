package no.kravbro.delivery;

import static no.kravbro.delivery.Samples.EXCLUDE;
import static no.kravbro.delivery.Samples.HOLD;
import static no.kravbro.delivery.Samples.TRANSFER;
import static no.kravbro.delivery.Samples.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import no.kravbro.claim.decision.Decision;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.secret.Seals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class InvoicesContract extends DatabaseTest {
    private Invoices invoices;
    private Claims claims;

    InvoicesContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void wire() {
        invoices = new Invoices(database.named(), database.transaction(), Seals.SEALER, clock);
        claims = new Claims(
                database.named(),
                database.transaction(),
                new Outbox(database.named(), new Payloads(Seals.SEALER), clock),
                clock);
    }

    @Test
    void aPageIsAddedAndLaterReplaced() {
        invoices.seen("nordlys", List.of(new Invoices.Seen(invoice(1, 1_000_000), HOLD)));
        clock.advance(Duration.ofDays(1));
        invoices.seen(
                "nordlys",
                List.of(
                        new Invoices.Seen(invoice(1, 400_000), TRANSFER),
                        new Invoices.Seen(invoice(2, 1_000_000), HOLD)));
        assertThat(invoices.find("nordlys", 1))
                .contains(new InvoiceRow("nordlys", invoice(1, 400_000), TRANSFER, clock.instant()));
        assertThat(invoices.find("nordlys", 2))
                .contains(new InvoiceRow("nordlys", invoice(2, 1_000_000), HOLD, clock.instant()));
        assertThat(invoices.find("fjell", 1)).isEmpty();
        assertThat(invoices.counts("nordlys"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(Decision.Kind.TRANSFER, 1L, Decision.Kind.HOLD, 1L));
    }

    @Test
    void anEmptyPageIsNoPage() {
        invoices.seen("nordlys", List.of());
        assertThat(invoices.counts("nordlys")).isEmpty();
    }

    @Test
    void whatTheScanDidNotShowIsReadAgainInListsOfAHundred() {
        invoices.seen(
                "nordlys",
                LongStream.rangeClosed(1, 250)
                        .mapToObj(id -> new Invoices.Seen(invoice(id, 1), HOLD))
                        .toList());
        invoices.seen("nordlys", List.of(new Invoices.Seen(invoice(900, 1), EXCLUDE)));
        invoices.seen("nordlys", List.of(new Invoices.Seen(invoice(901, 1), EXCLUDE)));
        claims.create(List.of(Samples.claim(901, 1)));
        clock.advance(Duration.ofHours(1));
        var started = clock.instant();
        invoices.seen("nordlys", List.of(new Invoices.Seen(invoice(1, 1), HOLD)));
        var lists = invoices.rereads("nordlys", started);
        assertThat(lists).extracting(List::size).containsExactly(100, 100, 50);
        assertThat(lists.get(0)).startsWith(2L).doesNotContain(1L);
        assertThat(lists.get(2)).endsWith(901L).doesNotContain(900L);
        assertThat(invoices.rereads("fjell", started)).isEmpty();
    }

    @Test
    void theDryRunListsDecisionsPageByPage() {
        invoices.seen(
                "nordlys",
                List.of(
                        new Invoices.Seen(invoice(1, 1), HOLD),
                        new Invoices.Seen(invoice(2, 1), TRANSFER),
                        new Invoices.Seen(invoice(3, 1), HOLD)));
        assertThat(invoices.list("nordlys", null, 0, 2))
                .extracting(row -> row.invoice().id())
                .containsExactly(1L, 2L);
        assertThat(invoices.list("nordlys", null, 2, 2))
                .extracting(row -> row.invoice().id())
                .containsExactly(3L);
        assertThat(invoices.list("nordlys", Decision.Kind.HOLD, 1, 9))
                .extracting(InvoiceRow::decision)
                .containsExactly(HOLD);
    }
}
