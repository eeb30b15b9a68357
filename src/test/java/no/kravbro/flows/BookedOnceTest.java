package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import no.kravbro.routes.Proves;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.TripletexStory;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever goes wrong between us and Tripletex while money is booked: in the end it stands in the books exactly once, is
 * matched, and nobody was bothered. Counted in the simulated company's own books.
 */
@Proves({"payment.inquire", "tripletex.find-voucher", "tripletex.prove-payment", "tripletex.prove-closing"})
class BookedOnceTest {

    private static final String PARTNER = "tripletex";
    private static final String VOUCHER = "/v2/ledger/voucher";
    private static final String PAYMENT = "/v2/invoice/\\d+/:payment";
    private static final String CLOSE = "/v2/ledger/posting/:closePostings";
    /** Waited out by each answer that is held; an honest one of a busy machine must come within it. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final Duration LONGER_THAN_WE_WAIT = PATIENCE.plusMillis(500);

    private static final long PART_ORE = 10_00;

    private static World world;
    private static Claimed paidInParts;

    static Set<FaultKind> troubles() {
        return EnumSet.of(
                FaultKind.RESET_BEFORE,
                FaultKind.RESET_AFTER,
                FaultKind.TIMEOUT_AFTER_COMMIT,
                FaultKind.ERROR_500_BEFORE,
                FaultKind.ERROR_500_AFTER,
                FaultKind.TRUNCATED,
                FaultKind.GARBAGE,
                FaultKind.TOO_MANY_429);
    }

    @BeforeAll
    static void handOver() {
        SandboxTown town = World.town(SandboxTown.Story.SHOWN, null);
        town.tripletex()
                .accountant(TripletexStory.BERGVIK)
                .paymentType(TripletexStory.SETTLEMENT_PAYMENT_TYPE, Ledgers.INTERIM);
        world = new World(
                        town,
                        "booked-once",
                        "kravbro.creditors-file=src/test/resources/flows/two-ways.yaml",
                        "kravbro.http.answer-timeout=" + PATIENCE.toMillis() + "ms")
                .start();
        world.untilWithoutPauses(
                "handed over",
                () -> Claimed.untouched(world, "nordlys").size() > 20
                        && Claimed.untouched(world, "bergvik").size() > 3);
        world.untilQuiet();
        paidInParts = Claimed.next(world, "bergvik");
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void noTrouble() {
        world.town().faults().clear(PARTNER);
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aVoucher(FaultKind kind) {
        voucher(Fault.next(kind, 1).on("POST", VOUCHER));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aMatching(FaultKind kind) {
        voucher(Fault.next(kind, 1).on("PUT", CLOSE));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aPayment(FaultKind kind) {
        payment(Fault.next(kind, 1).on("PUT", PAYMENT));
    }

    /** The look for what became of it is struck too. */
    @Test
    void aVoucherThatCannotBeLookedForAtFirst() {
        world.town()
                .faults()
                .plan(PARTNER, Fault.next(FaultKind.ERROR_500_BEFORE, 2).on("GET", VOUCHER + "/>.*"));
        voucher(Fault.next(FaultKind.RESET_AFTER, 1).on("POST", VOUCHER));
    }

    @Test
    void whileNobodyListens() {
        Accountant books = books(TripletexStory.NORDLYS);
        long before = books.balance(Ledgers.INTERIM);
        Claimed claim = Claimed.next(world, "nordlys");
        world.town().faults().plan(PARTNER, Fault.next(FaultKind.REFUSED, 1));
        Received settlement = Received.of(world, claim, claim.principalOre()).enter();
        world.until("tried in vain", () -> attempts(settlement) > 0);
        assertThat(books.balance(Ledgers.INTERIM)).isEqualTo(before);
        world.town().faults().clear(PARTNER);
        world.untilQuiet();
        bookedOnce(settlement, claim, before);
    }

    /** The wait they name is kept, to the second. */
    @Test
    void notBeforeTheyAllowIt() {
        int seconds = 47;
        Claimed claim = Claimed.next(world, "nordlys");
        world.town()
                .faults()
                .plan(
                        PARTNER,
                        Fault.next(FaultKind.TOO_MANY_429, 1)
                                .on("POST", VOUCHER)
                                .retryAfter(seconds));
        Received settlement = Received.of(world, claim, claim.principalOre()).enter();
        world.until("refused", () -> attempts(settlement) > 0);
        assertThat(world.sql()
                        .sql("select due_at from delivery where kind = 'BOOK_VOUCHER' and delivery_key = :key")
                        .param("key", settlement.key())
                        .query(OffsetDateTime.class)
                        .single())
                .isAfterOrEqualTo(world.sql()
                        .sql("select updated_at from delivery where kind = 'BOOK_VOUCHER' and delivery_key = :key")
                        .param("key", settlement.key())
                        .query(OffsetDateTime.class)
                        .single()
                        .plusSeconds(seconds));
        world.untilQuiet();
    }

    /**
     * A client that repeats a payment by itself pays twice. The starter sets every option back to its default, and of two
     * customizers with the same order either may be the last: ours must come after all others, not only today.
     */
    @Test
    void theClientItselfNeverRepeats() {
        CamelContext camel = world.bean(CamelContext.class);
        HttpComponent http = camel.getComponent("http", HttpComponent.class);
        assertThat(http.isAutomaticRetriesDisabled()).isTrue();
        Map<String, ComponentCustomizer> all = camel.getRegistry().findByTypeWithName(ComponentCustomizer.class);
        int ours = all.remove("boundedHttp").getOrder();
        assertThat(all.values())
                .filteredOn(other -> other.isEnabled("http", http))
                .isNotEmpty()
                .allSatisfy(other -> assertThat(other.getOrder()).isLessThan(ours));
    }

    private static void voucher(Fault trouble) {
        Accountant books = books(TripletexStory.NORDLYS);
        long before = books.balance(Ledgers.INTERIM);
        Claimed claim = Claimed.next(world, "nordlys");
        meet(trouble, Received.of(world, claim, claim.principalOre()), settlement -> {
            bookedOnce(settlement, claim, before);
        });
    }

    private static void bookedOnce(Received settlement, Claimed claim, long before) {
        Accountant books = books(TripletexStory.NORDLYS);
        assertThat(books.vouchers(settlement.key())).hasSize(1);
        assertThat(books.balance(Ledgers.INTERIM) - before).isEqualTo(settlement.ore());
        assertThat(books.outstanding(claim.invoiceId())).isZero();
        assertThat(books.entries(books.vouchers(settlement.key()).get(0)))
                .filteredOn(entry -> entry.account() == 1500)
                .singleElement()
                .satisfies(entry -> assertThat(entry.matched()).isTrue());
    }

    /** Always the same amount on the same invoice and day: only the postings that stood there before tell them apart. */
    private static void payment(Fault trouble) {
        Accountant books = books(TripletexStory.BERGVIK);
        Claimed claim = paidInParts;
        long before = books.balance(Ledgers.INTERIM);
        long open = books.outstanding(claim.invoiceId());
        int vouchers = books.vouchersOn(Ledgers.INTERIM).size();
        meet(trouble, Received.of(world, claim, PART_ORE), settlement -> {
            assertThat(books.balance(Ledgers.INTERIM) - before).isEqualTo(PART_ORE);
            assertThat(open - books.outstanding(claim.invoiceId())).isEqualTo(PART_ORE);
            assertThat(books.vouchersOn(Ledgers.INTERIM)).hasSize(vouchers + 1);
        });
    }

    private static void meet(Fault trouble, Received settlement, Consumer<Received> then) {
        Fault fault = trouble.kind() == FaultKind.TIMEOUT_AFTER_COMMIT ? trouble.lasting(LONGER_THAN_WE_WAIT) : trouble;
        world.town().faults().plan(PARTNER, fault);
        settlement.enter();
        world.untilQuiet();
        assertThat(world.town().faults().planned()).as("the trouble came").isEmpty();
        assertThat(attempts(settlement)).as("it took more than one go").isGreaterThan(1);
        then.accept(settlement);
        if (trouble.kind() == FaultKind.TOO_MANY_429) {
            assertThat(inquiries(settlement))
                    .as("nothing was in doubt, so nobody asks")
                    .isZero();
        }
        assertThat(world.count("select count(*) from dead_letter")).isZero();
        assertThat(world.count("select count(*) from difference where state = 'OPEN'"))
                .isZero();
    }

    private static long attempts(Received settlement) {
        return world.sql()
                .sql(
                        "select count(*) from attempt a join delivery d on d.id = a.delivery_id where d.delivery_key = :key")
                .param("key", settlement.key())
                .query(Long.class)
                .single();
    }

    private static long inquiries(Received settlement) {
        return world.sql()
                .sql("select count(*) from attempt a join delivery d on d.id = a.delivery_id"
                        + " where a.purpose = 'INQUIRE' and d.delivery_key = :key")
                .param("key", settlement.key())
                .query(Long.class)
                .single();
    }

    private static Accountant books(long company) {
        return world.town().tripletex().accountant(company);
    }
}
