package no.kravbro.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import no.kravbro.Masking;
import no.kravbro.Texts;
import no.kravbro.access.Right;
import no.kravbro.claim.OsloDay;
import no.kravbro.delivery.Sql;
import no.kravbro.transfer.choose.Exclusion;
import no.kravbro.transfer.choose.Exclusions;
import no.kravbro.transfer.dispute.Dispute;
import no.kravbro.transfer.dispute.DisputeState;
import no.kravbro.transfer.dispute.Disputes;
import no.kravbro.transfer.list.CollectionLists;
import no.kravbro.transfer.list.ListItem;
import no.kravbro.transfer.list.ListItems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What waits for a word of a person, of all creditors that the caller sees. What is done about it stands in the API of each thing. */
@Service
public class WorkListsApi {

    private static final String LIST =
            """
            (select l.*, c.invoice_number, c.case_number, c.agency, c.stage,
              coalesce(c.agency_principal_ore, c.principal_ore) as open_ore
              from list_item l join claim c on c.claim_key = l.claim_key) each_item""";
    private static final String DISPUTES =
            """
            (select d.*, c.invoice_number, c.agency, c.principal_ore
              from dispute d left join claim c on c.claim_key = d.claim_key) each_dispute""";
    private static final String EXCLUSIONS = "(select * from exclusion where lifted_by is null) each_exclusion";
    private static final String STATE = "state";
    private static final String CREDITOR = "creditorId";
    private static final String CREDITOR_ID = "creditor_id";
    private static final String INVOICE = "invoice_number";

    private final JdbcClient sql;
    private final CollectionLists lists;
    private final Texts texts;
    private final Clock clock;

    WorkListsApi(JdbcClient sql, CollectionLists lists, Texts texts, Clock clock) {
        this.sql = sql;
        this.lists = lists;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * A claim on a collection list.
     *
     * @param openOre principal at the agency as it told last
     * @param urgent a day or less is left
     * @param refused why nobody can say no to it now, in words; null when somebody can, or has
     */
    public record ListRow(
            long id,
            String creditorId,
            String claimKey,
            String invoiceNumber,
            String caseNumber,
            String agency,
            long openOre,
            Instant cutoffAt,
            boolean urgent,
            String state,
            String reason,
            String answeredBy,
            String refused) {

        public boolean isOpen() {
            return "OPEN".equals(state);
        }
    }

    /** @param invoiceNumber null while no claim was handed over. @param overdue the day for the answer is over */
    public record DisputeRow(
            long id,
            String creditorId,
            String claimKey,
            String invoiceNumber,
            String agency,
            Long principalOre,
            Long amountOre,
            String heardFrom,
            String reason,
            LocalDate raisedOn,
            LocalDate answerBy,
            boolean overdue,
            String state,
            boolean stops,
            String answer) {

        public boolean isOpen() {
            return "OPEN".equals(state);
        }
    }

    /** @param over its day has come, so that nothing is kept back any more */
    public record ExclusionRow(
            long id,
            String creditorId,
            String kind,
            String number,
            LocalDate until,
            boolean over,
            String reason,
            String madeBy,
            Instant madeAt) {}

    /** The next cut-off first. Filters: state, creditorId, page, size. */
    public Page<ListRow> collectionList(Query query, Caller caller) {
        caller.need(Right.READ_CLAIMS);
        query.only(STATE, CREDITOR);
        Locale language = Texts.language(caller.language());
        return Select.from(LIST, "cutoff_at, id")
                .where(STATE, query.oneOf(ListItem.State.class, STATE))
                .where(CREDITOR_ID, query.text(CREDITOR))
                .within(CREDITOR_ID, caller.creditors())
                .page(sql, query, (row, number) -> listRow(row, language));
    }

    private ListRow listRow(ResultSet row, Locale language) throws SQLException {
        ListItem item = ListItems.read(row, 0);
        boolean open = item.state() == ListItem.State.OPEN;
        String refused =
                open ? lists.obstacle(item).map(key -> texts.of(key, language)).orElse(null) : null;
        return new ListRow(
                item.id(),
                item.creditorId(),
                item.claimKey(),
                row.getString(INVOICE),
                row.getString("case_number"),
                row.getString("agency"),
                row.getLong("open_ore"),
                item.cutoffAt(),
                open
                        && !OsloDay.of(item.cutoffAt())
                                .isAfter(OsloDay.today(clock).plusDays(1)),
                item.state().name(),
                Masking.mask(item.reason()),
                item.answeredBy(),
                refused);
    }

    /** Those with a day for the answer first. Filters: state, creditorId, page, size. */
    public Page<DisputeRow> disputes(Query query, Caller caller) {
        caller.need(Right.READ_CLAIMS);
        query.only(STATE, CREDITOR);
        return Select.from(DISPUTES, "answer_by, id")
                .where(STATE, query.oneOf(DisputeState.class, STATE))
                .where(CREDITOR_ID, query.text(CREDITOR))
                .within(CREDITOR_ID, caller.creditors())
                .page(sql, query, this::disputeRow);
    }

    private DisputeRow disputeRow(ResultSet row, int number) throws SQLException {
        Dispute dispute = Disputes.read(row, number);
        boolean late = dispute.answerBy() != null && dispute.answerBy().isBefore(OsloDay.today(clock));
        return new DisputeRow(
                dispute.id(),
                dispute.creditorId(),
                dispute.claimKey(),
                row.getString(INVOICE),
                row.getString("agency"),
                Sql.number(row, "principal_ore"),
                dispute.amountOre(),
                dispute.heardFrom().name(),
                Masking.mask(dispute.reason()),
                dispute.raisedOn(),
                dispute.answerBy(),
                dispute.isOpen() && late,
                dispute.state().name(),
                dispute.stops(),
                Masking.mask(dispute.answer()));
    }

    /** What nobody has lifted, newest first. Filters: creditorId, page, size. */
    public Page<ExclusionRow> exclusions(Query query, Caller caller) {
        caller.need(Right.READ_CLAIMS);
        query.only(CREDITOR);
        return Select.from(EXCLUSIONS, "id desc")
                .where(CREDITOR_ID, query.text(CREDITOR))
                .within(CREDITOR_ID, caller.creditors())
                .page(sql, query, this::exclusionRow);
    }

    private ExclusionRow exclusionRow(ResultSet row, int number) throws SQLException {
        Exclusion each = Exclusions.read(row, number);
        return new ExclusionRow(
                each.id(),
                each.creditorId(),
                each.kind().name(),
                each.number(),
                each.until(),
                each.until() != null && !each.until().isAfter(OsloDay.today(clock)),
                Masking.mask(each.reason()),
                each.madeBy(),
                each.madeAt());
    }
}
