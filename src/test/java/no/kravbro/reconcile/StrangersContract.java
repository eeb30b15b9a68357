package no.kravbro.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditor.Transfer;
import no.kravbro.creditor.Wishes;
import no.kravbro.fakes.SampleCreditors;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Test;

/** Cases that are no claims of ours are each agency's own to end. */
abstract class StrangersContract extends BalanceSides {

    private static final String STRANGER = "310245682-1";
    private static final Path UPGRADE = Path.of("src/main/resources/db/migration/V17__whose_it_is.sql");

    StrangersContract(TestDatabases kind) {
        super(kind);
    }

    private void at(String agency, boolean there) {
        Creditor creditor = SampleCreditors.nordlys(agency, Transfer.AUTOMATIC, Wishes.USUAL);
        AgencySnapshot snapshot = new AgencySnapshot();
        if (agency.equals("autocollect")) {
            snapshot.note(follows(FIRST, 1_000_000));
            snapshot.note(follows(SECOND, 1_000_000));
        }
        if (there) {
            snapshot.note(follows(STRANGER, 80_000));
        }
        snapshot.complete();
        reconciliation.compare(creditor, snapshot, MONDAY, SETTLED_WITHIN);
    }

    @Test
    void theSameCaseAtTwoAgenciesIsTwoDifferences() {
        at("autocollect", true);
        at("bahs", true);
        assertThat(causes())
                .containsExactly(
                        "WRONG_CREDITOR autocollect " + STRANGER + " 80000",
                        "WRONG_CREDITOR bahs " + STRANGER + " 80000");
        at("autocollect", false);
        assertThat(causes()).containsExactly("WRONG_CREDITOR bahs " + STRANGER + " 80000");
    }

    @Test
    void whatWasFoundBeforeTheUpgradeEndsToo() throws IOException {
        found(STRANGER, STRANGER);
        found("310245682-2", "bahs 310245682-2");
        database.client()
                .sql(
                        "insert into task (kind, subject, creditor_id, agency, detail, due_on, state, opened_at)"
                                + " values ('CHECK_FEE', 's-1/LATE_INTEREST', 'nordlys', 'bahs', 'x', current_date, 'OPEN', current_timestamp)")
                .update();
        for (String statement : Files.readString(UPGRADE).split(";\\s*\\n")) {
            database.client().sql(statement).update();
        }
        assertThat(causes())
                .containsExactly("WRONG_CREDITOR autocollect " + STRANGER + " 1", "WRONG_CREDITOR bahs 310245682-2 1");
        assertThat(database.client()
                        .sql("select subject from task")
                        .query(String.class)
                        .single())
                .isEqualTo("bahs s-1/LATE_INTEREST");
        at("autocollect", false);
        at("bahs", false);
        assertThat(causes()).isEmpty();
    }

    private void found(String subject, String detail) {
        differences.open(new Differences.Found("nordlys", null, "WRONG_CREDITOR", subject, 1, detail));
    }

    @Test
    void aCaseThatWasReceivedAfterTheListWasMadeIsNotMissing() {
        database.client()
                .sql("update claim set case_number = '5000-2' where claim_key = :key")
                .param("key", SECOND)
                .update();
        compare(MONDAY, follows(FIRST, 1_000_000));
        compare(TUESDAY, follows(FIRST, 1_000_000));
        assertThat(causes()).isEmpty();
        compare(TUESDAY.plusDays(1), follows(FIRST, 1_000_000));

        assertThat(causes()).containsExactly("MISSING_AT_AGENCY " + SECOND + " -1000000");
    }
}
