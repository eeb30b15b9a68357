package no.kravbro.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import no.kravbro.bundle.MappingException;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.DeliveryRoom;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.delivery.NewDelivery;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Purpose;
import no.kravbro.delivery.Work;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.tripletex.MalformedAnswer;
import no.kravbro.tripletex.TripletexRequest;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** What is sent is what was stored, and what fails is written down for what it is. */
class DesksTest extends DatabaseTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private DeliveryRoom room;
    private Work work;
    private DeadLetterDesk desk;

    DesksTest() {
        super(TestDatabases.H2);
    }

    @BeforeEach
    void wire() {
        room = new DeliveryRoom(database, clock);
        room.deliveries()
                .add(new NewDelivery(
                        DeliveryKind.BOOK_VOUCHER, "e-1", 1, "tripletex", "books:e-1", "nordlys", null, "{}", 100));
        work = room.works("tripletex", 10).get(0);
        desk = new DeadLetterDesk(null, room.deliveries(), null, () -> "v1");
    }

    @Test
    void theCallIsMadeFromTheStoredBytes() {
        TransmissionDesk transmissions = new TransmissionDesk(room.transmissions(), clock);
        assertThat(stored(transmissions, "first").body()).isEqualTo("first");
        TripletexRequest again = stored(transmissions, "other");
        assertThat(again.body()).isEqualTo("first");
        assertThat(again.query()).containsEntry("sendToLedger", "true");
    }

    private TripletexRequest stored(TransmissionDesk transmissions, String body) {
        Exchange exchange = exchange(null);
        exchange.setVariable(
                Notebook.REQUEST,
                new TripletexRequest("POST", "/ledger/voucher", Map.of("sendToLedger", "true"), body));
        transmissions.store(exchange);
        return exchange.getVariable(Notebook.REQUEST, TripletexRequest.class);
    }

    /** The lease runs out, and then it is asked about. */
    @ParameterizedTest
    @MethodSource("lostMemory")
    void whatTheMemoryLostIsLeftToItsLease(RuntimeException lost) {
        desk.bury(exchange(lost));
        assertThat(state()).isEqualTo(DeliveryState.IN_FLIGHT);
    }

    static Stream<RuntimeException> lostMemory() {
        return Stream.of(
                new CannotCreateTransactionException("No connection"),
                new TransactionSystemException("The commit is not confirmed"),
                new DataAccessResourceFailureException("No room on the disk"));
    }

    @Test
    void aGarbledReadBeforeSendingIsTriedAgain() {
        desk.bury(exchange(new MalformedAnswer("The page breaks off or is not JSON")));
        assertThat(state()).isEqualTo(DeliveryState.WAITING);
    }

    @Test
    void whatTheDatabaseRefusesForEverIsNotLeftToTheLease() {
        Exchange exchange = exchange(new DataIntegrityViolationException("value too long: 01019012345"));
        exchange.setVariable(TransmissionDesk.STORED, true);
        desk.bury(exchange);
        assertThat(state()).isEqualTo(DeliveryState.UNKNOWN);
        assertThat(database.client()
                        .sql("select detail from delivery")
                        .query(String.class)
                        .single())
                .doesNotContain("01019012345");
    }

    @Test
    void aDatabaseThatIsBusyLeavesItToTheLease() {
        desk.bury(exchange(new CannotAcquireLockException("busy")));
        assertThat(state()).isEqualTo(DeliveryState.IN_FLIGHT);
    }

    /** What cannot be mapped may be one claim of many: each goes on alone, so that only the guilty one is given up. */
    @Test
    void aBatchThatCannotBeMappedGoesOneByOne() {
        room.claim("310245674-1", 1);
        room.claim("310245674-2", 2);
        work = room.works("autocollect", 10).get(0);
        assertThat(work.members()).hasSize(2);
        desk.bury(exchange(new MappingException("far/map/submit-claim.jslt", 3, "no amount", null)));
        clock.advance(Duration.ofMinutes(10));
        assertThat(room.works("autocollect", 10)).hasSize(2).allSatisfy(alone -> assertThat(alone.members())
                .singleElement()
                .satisfies(member -> assertThat(member.cause()).isEqualTo("REFUSED_TOGETHER")));
    }

    /** Its sender died after sending, so only inquiries tell of the first transmission. */
    @Test
    void whatOnlyInquiriesTellOfIsAskedAboutToo() {
        room.claim("310245674-1", 1);
        Work sent = room.works("autocollect", 10).get(0);
        room.transmissions().store(sent, new byte[] {1}, "text/plain");
        clock.advance(Duration.ofMinutes(10));
        work = room.works("autocollect", 10).get(0);
        assertThat(work.purpose()).isEqualTo(Purpose.INQUIRE);
        record(Outcome.NotSent.refusedTogether("400"));
        clock.advance(Duration.ofMinutes(10));
        work = room.works("autocollect", 10).get(0);
        Exchange exchange = exchange(null);
        exchange.getMessage().setBody(Map.of(work.ids().get(0), new Outcome.Rejected("ALREADY_EXISTS", "there")));
        new AdoptionDesk(room.attempts(), null).begin(exchange);
        assertThat(exchange.getVariable(AdoptionDesk.EARLIER, Work.class))
                .extracting(Work::transmissionId)
                .isEqualTo(sent.transmissionId())
                .isNotEqualTo(work.transmissionId());
    }

    private void record(Outcome outcome) {
        room.deliveries().record(work, Map.of(work.ids().get(0), outcome));
    }

    private DeliveryState state() {
        return room.deliveries().find(work.ids().get(0)).orElseThrow().state();
    }

    private Exchange exchange(Throwable failure) {
        Exchange exchange = new DefaultExchange(context);
        exchange.setVariable(Notebook.WORK, work);
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, failure);
        return exchange;
    }
}
