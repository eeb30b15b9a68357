package no.kravbro.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.kravbro.claim.ClaimState;
import no.kravbro.creditor.Bookkeeping;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditor.Transfer;
import no.kravbro.creditor.Wishes;
import no.kravbro.delivery.DeliveryRoom;
import no.kravbro.delivery.NewTask;
import no.kravbro.delivery.TaskKind;
import no.kravbro.delivery.Tasks;
import no.kravbro.delivery.Timeline;
import no.kravbro.delivery.Work;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A creditor who changes his mind stops what is in the outbox already; a later scan may take it up again. */
class LastLookTest extends DatabaseTest {

    private static final String KEY = "310245674-1";

    private DeliveryRoom room;
    private Tasks tasks;
    private LastLook look;
    private Timeline timeline;

    LastLookTest() {
        super(TestDatabases.H2);
    }

    @BeforeEach
    void wire() {
        room = new DeliveryRoom(database, clock);
        timeline = new Timeline(database.named(), clock);
        tasks = new Tasks(database.client(), clock);
        look = new LastLook(null, room.deliveries(), room.claims(), null, tasks, timeline, database.transaction());
        room.claim(KEY, 1);
    }

    @Test
    void nothingLeavesInDryRun() {
        stopped("DRY_RUN", creditor("autocollect", Transfer.DRY_RUN));
    }

    @Test
    void nothingGoesToAnAgencyTheCreditorHasLeft() {
        stopped("OTHER_AGENCY", creditor("bahs", Transfer.AUTOMATIC));
    }

    @Test
    void nothingGoesWhileAPersonHasToSeeToTheMoney() {
        tasks.open(new NewTask(
                TaskKind.DO_BY_HAND,
                "CREDIT_PART " + KEY + " posting-72",
                "nordlys",
                KEY,
                "autocollect",
                "As the test says",
                LocalDate.EPOCH));
        stopped("TASK_OPEN", creditor("autocollect", Transfer.AUTOMATIC));
    }

    private void stopped(String why, Creditor creditor) {
        Work work = room.works("autocollect", 10).get(0);
        LastLook.Around around = new LastLook.Around(null, tasks.holding(List.of(KEY)), Map.of());
        assertThat(look.stillRight(work, work.members().get(0), creditor, null, around))
                .isFalse();
        assertThat(room.claims().find(KEY).orElseThrow().state()).isEqualTo(ClaimState.STOPPED);
        assertThat(room.claims().stopped("nordlys", List.of(1L))).containsExactly(1L);
        assertThat(timeline.of(KEY)).extracting(Timeline.Event::reference).containsExactly(why);
    }

    private static Creditor creditor(String agency, Transfer transfer) {
        return new Creditor(
                "nordlys",
                "310245674",
                "Nordlys AS",
                0,
                "token",
                true,
                agency,
                "org",
                null,
                transfer,
                LocalDate.EPOCH,
                0,
                0,
                0,
                List.of(),
                List.of(),
                Creditor.BookingWay.VOUCHER,
                Map.of(),
                null,
                List.of("06:00"),
                Bookkeeping.USUAL,
                Wishes.USUAL);
    }
}
