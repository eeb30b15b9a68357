package no.kravbro.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.kravbro.Texts;
import no.kravbro.agency.AgencyProfile;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.claim.InvoicePosting;
import no.kravbro.claim.InvoiceStatus;
import no.kravbro.claim.Stage;
import no.kravbro.creditor.Bookkeeping.StatusIn;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.Invoices;
import no.kravbro.delivery.NewDelivery;
import no.kravbro.delivery.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders that the accounting system's users are told how a claim stands, whenever that has changed; never the same twice running. */
@Service
public class StatusNotes {

    private static final int MOST = 500;
    private static final String CHANGED =
            """
            select c.claim_key from claim c left join claim_status s on s.claim_key = c.claim_key
            where c.creditor_id = :creditor and c.state in ('ACCEPTED', 'CLOSED', 'REFUSED')
              and (s.noted_at is null or s.noted_at < c.updated_at)
            order by c.updated_at fetch first :most rows only""";
    private static final String NOTE =
            """
            update claim_status set content = :content, noted_at = :now where claim_key = :key""";
    private static final String NOTE_FIRST =
            """
            insert into claim_status (claim_key, content, noted_at) values (:key, :content, :now) on conflict do nothing""";

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Claims claims;
    private final Invoices invoices;
    private final Deliveries deliveries;
    private final AgencyProfiles profiles;
    private final Texts texts;

    StatusNotes(
            JdbcClient sql,
            TransactionTemplate transaction,
            Claims claims,
            Invoices invoices,
            Deliveries deliveries,
            AgencyProfiles profiles,
            Texts texts) {
        this.sql = sql;
        this.transaction = transaction;
        this.claims = claims;
        this.invoices = invoices;
        this.deliveries = deliveries;
        this.profiles = profiles;
        this.texts = texts;
    }

    /** Looks at the claims of a creditor that have changed since they were looked at; none where it wants no status. */
    public void order(Creditor creditor) {
        if (creditor.bookkeeping().statusIn() == StatusIn.CONSOLE) {
            return;
        }
        List<String> keys = sql.sql(CHANGED)
                .param("creditor", creditor.id())
                .param("most", MOST)
                .query(String.class)
                .list();
        claims.find(keys).forEach(claim -> transaction.executeWithoutResult(status -> order(creditor, claim)));
    }

    /** What is noted is as old as the claim that was read, so that a change at this very moment is seen the next time. */
    private void order(Creditor creditor, ClaimRow claim) {
        Optional<StatusNote> note = note(creditor, claim);
        String content = note.map(StatusNote::json).orElse("");
        String before = sql.sql("select content from claim_status where claim_key = :key for update")
                .param("key", claim.key())
                .query(String.class)
                .optional()
                .orElse("");
        if (write(NOTE, claim, content) == 0 && write(NOTE_FIRST, claim, content) == 0) {
            // Another job of the creditor tells it at this very moment.
            return;
        }
        note.filter(told -> !content.equals(before)).ifPresent(told -> tell(creditor, claim, content));
    }

    private int write(String statement, ClaimRow claim, String content) {
        return sql.sql(statement)
                .param("key", claim.key())
                .param("content", content)
                .param("now", Sql.at(claim.updatedAt()))
                .update();
    }

    private void tell(Creditor creditor, ClaimRow claim, String content) {
        deliveries.add(new NewDelivery(
                DeliveryKind.POST_STATUS,
                claim.key(),
                deliveries.nextSubmission(DeliveryKind.POST_STATUS, claim.key()),
                "tripletex",
                "status:" + claim.key(),
                creditor.id(),
                claim.key(),
                content,
                0));
    }

    private Optional<StatusNote> note(Creditor creditor, ClaimRow claim) {
        InvoiceStatus status = InvoiceStatus.of(claim.state(), claim.stage(), claim.closeReason());
        Optional<Long> voucher = voucher(claim);
        if (status == null || voucher.isEmpty()) {
            return Optional.empty();
        }
        Optional<AgencyProfile> agency = agency(claim);
        return Optional.of(new StatusNote(
                creditor.bookkeeping().statusIn().name(),
                voucher.get(),
                status.status(),
                status.message(),
                comment(agency.map(AgencyProfile::name).orElse(claim.agency()), claim),
                claim.caseNumber(),
                agency.map(profile -> link(profile, claim)).orElse(null)));
    }

    /** A claim may be at an agency that is none of ours any more. */
    private Optional<AgencyProfile> agency(ClaimRow claim) {
        return profiles.ids().contains(claim.agency()) ? Optional.of(profiles.of(claim.agency())) : Optional.empty();
    }

    /** The invoice's own voucher is the one of its first posting on the receivable. */
    private Optional<Long> voucher(ClaimRow claim) {
        return invoices.find(claim.creditorId(), claim.invoiceId()).flatMap(row -> row.invoice().postings().stream()
                .filter(posting -> posting.amountOre() > 0 && posting.voucherId() != null)
                .min((one, other) -> Long.compare(one.id(), other.id()))
                .map(InvoicePosting::voucherId));
    }

    private String comment(String agency, ClaimRow claim) {
        List<String> parts = new ArrayList<>();
        parts.add(stage(agency, claim));
        claim.flags().stream().sorted().forEach(flag -> parts.add(word("flag.", flag)));
        if (claim.closeReason() != null && claim.stage() == Stage.CLOSED) {
            parts.add(word("ended.", claim.closeReason()));
        }
        return String.join(", ", parts);
    }

    private String stage(String agency, ClaimRow claim) {
        String stage = claim.stage() == null ? "NONE" : claim.stage().name();
        return switch (claim.state()) {
            case REFUSED -> texts.of("status.refused", Texts.NB, agency);
            default -> texts.of("status.stage", Texts.NB, word("statusstage.", stage), agency);
        };
    }

    /** A word of the agency's that is none of ours is not shown. */
    private String word(String group, String code) {
        return texts.find(group + code, Texts.NB).orElse(code);
    }

    private static String link(AgencyProfile agency, ClaimRow claim) {
        return agency.caseLink() == null || claim.caseNumber() == null
                ? null
                : agency.caseLink().replace("{case}", claim.caseNumber());
    }
}
