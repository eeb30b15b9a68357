package no.kravbro.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import no.kravbro.Texts;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.bundle.ExactJson;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.NewDelivery;
import no.kravbro.money.Proposal;
import no.kravbro.money.RemittanceNote;
import no.kravbro.money.Settlement;
import no.kravbro.money.SettlementLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Makes remittance documents, and orders each to be attached to its voucher, once. */
@Service
public class RemittanceDocuments {

    private static final String DUE =
            """
            select b.booking_key, b.voucher_id from booking b join remittance r on r.creditor_id = b.creditor_id
              and r.agency = b.agency and r.remittance = b.remittance and r.state = 'COMPLETE'
            where b.creditor_id = :creditor and b.voucher_id is not null
              and b.state in ('BOOKED', 'MATCHED', 'OPEN_PART', 'POSTED')
              and not exists (select 1 from delivery d
                where d.kind = 'ATTACH_DOCUMENT' and d.delivery_key = b.booking_key)
            order by b.created_at, b.booking_key""";

    private final JdbcClient sql;
    private final Bookings bookings;
    private final Remittances remittances;
    private final Claims claims;
    private final Deliveries deliveries;
    private final AgencyProfiles profiles;
    private final RemittancePdf pdf;

    RemittanceDocuments(
            JdbcClient sql,
            Bookings bookings,
            Remittances remittances,
            Claims claims,
            Deliveries deliveries,
            AgencyProfiles profiles,
            RemittancePdf pdf) {
        this.sql = sql;
        this.bookings = bookings;
        this.remittances = remittances;
        this.claims = claims;
        this.deliveries = deliveries;
        this.profiles = profiles;
        this.pdf = pdf;
    }

    private record Due(String key, long voucher) {}

    /** Orders what is booked, paid out as announced, and without a document. Does nothing for a creditor that wants none. */
    public void order(Creditor creditor) {
        if (!creditor.bookkeeping().attachRemittance()) {
            return;
        }
        List<Due> due = sql.sql(DUE)
                .param("creditor", creditor.id())
                .query((row, number) -> new Due(row.getString("booking_key"), row.getLong("voucher_id")))
                .list();
        // One that another job of the creditor orders at this very moment is passed by.
        deliveries.addAll(due.stream().map(each -> delivery(creditor, each)).toList());
    }

    private static NewDelivery delivery(Creditor creditor, Due due) {
        return new NewDelivery(
                DeliveryKind.ATTACH_DOCUMENT,
                due.key(),
                1,
                "tripletex",
                "document:" + due.key(),
                creditor.id(),
                null,
                ExactJson.write(JsonNodeFactory.instance.objectNode().put("voucherId", due.voucher())),
                0);
    }

    /** The document of a booking, as it stands in Norwegian books. */
    public byte[] pdf(Creditor creditor, String bookingKey) {
        Booking booking = bookings.find(bookingKey).orElseThrow();
        return pdf.of(note(creditor, booking), Texts.NB);
    }

    /** The document of all that one payout pays for. */
    public byte[] pdf(Creditor creditor, String agency, String remittance, Locale language) {
        List<RemittanceNote> notes = sql
                .sql("select booking_key from booking where creditor_id = :creditor"
                        + " and agency = :agency and remittance = :remittance order by booking_key")
                .param("creditor", creditor.id())
                .param("agency", agency)
                .param("remittance", remittance)
                .query(String.class)
                .list()
                .stream()
                .map(key -> note(creditor, bookings.find(key).orElseThrow()))
                .toList();
        RemittanceNote first = notes.get(0);
        RemittanceNote whole = new RemittanceNote(
                first.creditor(),
                first.organizationNumber(),
                first.agency(),
                first.remittance(),
                first.bankText(),
                notes.stream().flatMap(each -> each.settlements().stream()).toList());
        return pdf.of(whole, language);
    }

    private RemittanceNote note(Creditor creditor, Booking booking) {
        NewBooking intent = booking.intent();
        JsonNode event = event(intent);
        boolean proposed = event.has("settled");
        Settlement settlement = proposed ? settlement(value(intent, Proposal.class)) : TakenBack.settlement(booking);
        var expected = remittances
                .find(intent.creditorId(), intent.agency(), intent.remittance())
                .orElseThrow()
                .remittance();
        return new RemittanceNote(
                creditor.name(),
                creditor.organizationNumber(),
                profiles.of(intent.agency()).name(),
                proposed ? null : expected,
                expected.bankText(),
                List.of(settlement));
    }

    private Settlement settlement(Proposal proposal) {
        String invoice =
                claims.find(proposal.claimKey()).map(ClaimRow::invoiceNumber).orElseThrow();
        List<SettlementLine> lines = proposal.settled().lines();
        return new Settlement(
                        proposal.id(),
                        proposal.claimKey(),
                        proposal.caseNumber(),
                        invoice,
                        proposal.date(),
                        null,
                        "NOK",
                        0,
                        0,
                        0,
                        proposal.reverses(),
                        lines,
                        null,
                        null)
                .summed();
    }

    private static JsonNode event(NewBooking intent) {
        try {
            return ExactJson.read(intent.event());
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("The event of booking " + intent.key() + " is not JSON", notOurs);
        }
    }

    private static <T> T value(NewBooking intent, Class<T> type) {
        try {
            return ExactJson.value(intent.event(), type);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("The event of booking " + intent.key() + " is none we know", notOurs);
        }
    }
}
