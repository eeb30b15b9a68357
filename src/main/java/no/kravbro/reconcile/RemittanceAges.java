package no.kravbro.reconcile;

import java.time.Clock;
import java.time.LocalDate;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.WorkingDay;
import no.kravbro.money.RemittanceCheck;
import org.springframework.stereotype.Service;

/**
 * A bank line whose settlements have not all come explains nothing. It may take some days; after that somebody must ask the
 * agency. The difference is closed when the last settlement has come.
 */
@Service
public class RemittanceAges {

    /** Cause of the difference. */
    static final String INCOMPLETE = "REMITTANCE_INCOMPLETE";

    private static final int PATIENCE_WORKING_DAYS = 3;

    private final Remittances remittances;
    private final Differences differences;
    private final Clock clock;

    RemittanceAges(Remittances remittances, Differences differences, Clock clock) {
        this.remittances = remittances;
        this.differences = differences;
        this.clock = clock;
    }

    /** Opens a difference for each remittance of a creditor that has waited longer than three working days. */
    public void look(String creditorId) {
        LocalDate today = OsloDay.today(clock);
        remittances.open(creditorId).stream()
                .filter(each -> each.state() == RemittanceCheck.State.WAITING)
                .filter(each -> today.isAfter(WorkingDay.after(OsloDay.of(each.notedAt()), PATIENCE_WORKING_DAYS)))
                .forEach(this::open);
    }

    private void open(Remittances.Expected waiting) {
        differences.open(new Differences.Found(
                waiting.creditorId(),
                null,
                INCOMPLETE,
                waiting.agency() + ":" + waiting.remittance().number(),
                waiting.remittance().netPayoutOre(),
                "Not all " + waiting.remittance().settlementCount() + " settlements of "
                        + waiting.remittance().bankText() + " have come"));
    }
}
