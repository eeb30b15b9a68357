package no.kravbro.camel;

import java.time.Clock;
import java.time.LocalDate;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.claim.OsloDay;
import no.kravbro.creditor.Creditor;
import no.kravbro.reconcile.AgencySnapshot;
import no.kravbro.reconcile.Agreement;
import no.kravbro.reconcile.Reconciliation;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gathers all cases that an agency tells of in one reading, and has them compared with the creditor's books. */
@Component("balanceDesk")
public class BalanceDesk {

    /** Everything that is read of an agency's cases while it is set goes there too. */
    static final String SNAPSHOT = "snapshot";

    private static final Logger LOG = LoggerFactory.getLogger(BalanceDesk.class);
    /** Earlier than any case. */
    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

    private final Reconciliation reconciliation;
    private final AgencyProfiles profiles;
    private final Clock clock;

    public BalanceDesk(Reconciliation reconciliation, AgencyProfiles profiles, Clock clock) {
        this.reconciliation = reconciliation;
        this.profiles = profiles;
        this.clock = clock;
    }

    /** From here on all cases are read, from the beginning. */
    public void begin(Exchange exchange) {
        exchange.setVariable(SNAPSHOT, new AgencySnapshot());
        exchange.setVariable("fromDate", BEGINNING.toString());
    }

    /** All cases have been told. */
    public void complete(Exchange exchange) {
        Notebook.need(exchange, SNAPSHOT, AgencySnapshot.class).complete();
    }

    /** Compares; where the agency has not told all, as when its file has not come, nothing can be said and nothing changes. */
    public void compare(Exchange exchange) {
        AgencySnapshot snapshot = Notebook.need(exchange, SNAPSHOT, AgencySnapshot.class);
        Creditor creditor = Notebook.creditor(exchange);
        if (!snapshot.isComplete()) {
            LOG.info(
                    "{} has not told how all cases of {} stand; they are compared when it has",
                    creditor.agency(),
                    creditor.id());
            return;
        }
        Agreement agreement = reconciliation.compare(
                creditor,
                snapshot,
                OsloDay.today(clock),
                profiles.of(creditor.agency()).settledWithin());
        LOG.info(
                "{} of {} claims of {} agree with {}",
                agreement.agreeing(),
                agreement.claims(),
                creditor.id(),
                creditor.agency());
    }
}
