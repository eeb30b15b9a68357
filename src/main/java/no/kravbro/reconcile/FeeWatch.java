package no.kravbro.reconcile;

import java.time.Clock;
import java.time.LocalDate;
import no.kravbro.claim.FeeNotice;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.rates.Rates;
import no.kravbro.claim.rates.UnknownRate;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.InvoiceRow;
import no.kravbro.delivery.Invoices;
import no.kravbro.delivery.NewTask;
import no.kravbro.delivery.TaskKind;
import no.kravbro.delivery.Tasks;
import no.kravbro.money.LineKind;
import no.kravbro.money.Money;
import no.kravbro.money.Settlement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Holds what an agency has taken for its work, for reminders and as late interest against the public rates. Its figures are booked
 * all the same: what cannot be right is a task to ask about, and a rate that nobody has entered is a task that says what to enter.
 */
@Service
public class FeeWatch {

    private static final int DAYS_TO_ASK = 7;
    /** Days are counted in more than one way; this much more interest is no reason to ask. */
    private static final long TOLERANCE_ORE = 200;

    private static final long HUNDREDTH = 100;
    private static final int MOST_REMINDERS = 2;
    private static final int DAYS_LOOKED_BACK = 14;

    private static final String EARLY =
            """
            select c.claim_key, c.agency, c.principal_ore, c.agency_principal_ore, c.remaining_ore, i.due_date from claim c
            join invoice i on i.creditor_id = c.creditor_id and i.invoice_id = c.invoice_id
            where c.creditor_id = :creditor and c.state = 'ACCEPTED' and c.stage in ('REMINDER', 'NOTICE')
              and i.due_date >= :since and c.remaining_ore > c.agency_principal_ore order by c.claim_key""";

    private final Rates rates = Rates.delivered();
    private final JdbcClient sql;
    private final Invoices invoices;
    private final Tasks tasks;
    private final Clock clock;

    public FeeWatch(JdbcClient sql, Invoices invoices, Tasks tasks, Clock clock) {
        this.sql = sql;
        this.invoices = invoices;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** @param principalOre before anything was paid: interest of those days remains when principal is paid */
    private record Early(String key, String agency, LocalDate due, long principalOre, long besideOre) {}

    /**
     * Looks for letters that carry a fee although it is too early for one: what an agency wants beside principal and interest while a
     * case is no further than its notice, within fourteen days of the due day.
     */
    public void look(Creditor creditor) {
        LocalDate today = OsloDay.today(clock);
        sql
                .sql(EARLY)
                .param("creditor", creditor.id())
                .param("since", today.minusDays(DAYS_LOOKED_BACK))
                .query((row, number) -> new Early(
                        row.getString("claim_key"),
                        row.getString("agency"),
                        row.getObject("due_date", LocalDate.class),
                        Math.max(row.getLong("principal_ore"), row.getLong("agency_principal_ore")),
                        row.getLong("remaining_ore") - row.getLong("agency_principal_ore")))
                .list()
                .stream()
                .filter(each -> today.isBefore(FeeNotice.earliest(each.due(), 0)))
                .forEach(each -> early(creditor, each, today));
    }

    private void early(Creditor creditor, Early claim, LocalDate today) {
        LocalDate from = FeeNotice.earliest(claim.due(), 0);
        try {
            long fee = claim.besideOre() - interestOre(claim.principalOre(), claim.due(), today);
            if (fee > 0) {
                tasks.open(new NewTask(
                        TaskKind.CHECK_FEE,
                        claim.agency() + " " + claim.key() + "/early",
                        creditor.id(),
                        claim.key(),
                        claim.agency(),
                        LineKind.REMINDER_FEE + ": "
                                + Money.decimal(claim.besideOre()).toPlainString() + " NOK < " + from,
                        today.plusDays(DAYS_TO_ASK)));
            }
        } catch (UnknownRate unknown) {
            open(
                    creditor,
                    null,
                    TaskKind.ENTER_RATE,
                    LineKind.LATE_INTEREST + " " + today.withDayOfMonth(1),
                    unknown.getMessage());
        }
    }

    /** With what days counted in another way may make of it. */
    private long interestOre(long principalOre, LocalDate due, LocalDate until) {
        long interest = until.isAfter(due)
                ? rates.lateInterest(Money.nok(principalOre), due, until).ore()
                : 0;
        return interest + interest / HUNDREDTH + TOLERANCE_ORE;
    }

    /** In the caller's transaction. */
    void received(Creditor creditor, Settlement settlement, ClaimRow claim) {
        if (settlement.reverses() != null || settlement.paymentDate() == null) {
            return;
        }
        invoices.find(creditor.id(), claim.invoiceId())
                .map(InvoiceRow::invoice)
                .ifPresent(invoice -> held(creditor, settlement, claim, invoice));
    }

    private void held(Creditor creditor, Settlement settlement, ClaimRow claim, Invoice invoice) {
        FeesTaken taken = FeesTaken.of(sql, creditor.agency(), settlement);
        LocalDate due = invoice.dueDate();
        boolean business = !invoice.debtor().privatePerson();
        long principal = claim.principalOre();
        held(
                creditor,
                taken,
                claim,
                LineKind.COLLECTION_FEE,
                day -> rates.feeCapOre(principal, due, day, true, business));
        held(
                creditor,
                taken,
                claim,
                LineKind.REMINDER_FEE,
                day -> MOST_REMINDERS * rates.noticeFeeOre(day) + rates.demandFeeOre(day));
        held(creditor, taken, claim, LineKind.LATE_INTEREST, day -> interestOre(principal, due, day));
    }

    /** The most that the public rates of a day allow, in øre; throws {@link UnknownRate}. */
    private interface Most {
        long ore(LocalDate day);
    }

    /** What is taken in parts is held against the most of any of their days. */
    private void held(Creditor creditor, FeesTaken all, ClaimRow claim, LineKind kind, Most most) {
        Settlement settlement = all.newest();
        if (FeesTaken.ore(settlement, kind) <= 0 || all.days(kind).isEmpty()) {
            return;
        }
        try {
            long allowed = all.days(kind).stream().mapToLong(most::ore).max().orElseThrow();
            if (all.ore(kind) > allowed) {
                ask(
                        creditor,
                        claim,
                        creditor.agency() + " " + claim.key() + "/" + kind,
                        kind + ": "
                                + Money.decimal(all.ore(kind)).toPlainString() + " NOK > "
                                + Money.decimal(allowed).toPlainString() + " NOK ("
                                + String.join(", ", all.ids(kind)) + ")",
                        settlement.id());
            }
        } catch (UnknownRate unknown) {
            open(
                    creditor,
                    null,
                    TaskKind.ENTER_RATE,
                    kind + " " + settlement.paymentDate().withDayOfMonth(1),
                    unknown.getMessage());
        }
    }

    /** One question per claim and kind; what is taken after it was answered is another one. */
    private void ask(Creditor creditor, ClaimRow claim, String subject, String detail, String settlement) {
        boolean known = tasks.isKnown(TaskKind.CHECK_FEE, subject, detail);
        if (!known && !tasks.retell(TaskKind.CHECK_FEE, subject, detail)) {
            boolean answered = tasks.isKnown(TaskKind.CHECK_FEE, subject, null);
            open(creditor, claim, TaskKind.CHECK_FEE, answered ? subject + "/" + settlement : subject, detail);
        }
    }

    private void open(Creditor creditor, ClaimRow claim, TaskKind kind, String subject, String detail) {
        tasks.open(new NewTask(
                kind,
                subject,
                creditor.id(),
                claim == null ? null : claim.key(),
                creditor.agency(),
                detail,
                OsloDay.today(clock).plusDays(DAYS_TO_ASK)));
    }
}
