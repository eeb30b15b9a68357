package no.kravbro.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.kravbro.flows.World;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.ecpay.EcpayNeighbour;
import no.kravbro.sandbox.ecpay.EcpaySandbox;
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.TripletexStory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The ledger can fail: it tells of what is doubled and of what is lost, at an agency and in the books. No product is there. */
class LedgerTest {

    private static final long PAID_ORE = 60_000;

    private final SandboxTown town = World.town(SandboxTown.Story.SHOWN, null);
    private final Scene scene = new Scene(town).with("havbris", "ecpay", TripletexStory.HAVBRIS, 1);
    private final Ledger ledger = new Ledger(scene);
    private final Owed claim = scene.owed().get(0);
    private final EcpaySandbox agency = town.neighbour(EcpayNeighbour.class).sandbox();
    private final Accountant books = town.tripletex().accountant(TripletexStory.HAVBRIS);

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aClaimThatNeverArrivedIsLost() {
        assertThat(ledger.doubled()).isEmpty();
        assertThat(ledger.doubledOrLost()).containsExactly(new Finding(Finding.Sort.LOST, "claim " + claim.key()));
    }

    @Test
    void aClaimThatStandsThereTwiceIsDoubled() {
        agency.registerElsewhere("havbris", claim.key());
        assertThat(ledger.doubledOrLost()).isEmpty();
        agency.registerElsewhere("havbris", claim.key());
        assertThat(ledger.doubled()).containsExactly(new Finding(Finding.Sort.DOUBLED, "claim " + claim.key() + " x2"));
    }

    @Test
    void moneyThatIsNotBookedIsLostAndMoneyBookedTwiceIsDoubled() {
        agency.registerElsewhere("havbris", claim.key());
        agency.debtorPays(claim.key(), PAID_ORE);
        assertThat(onTheInvoice(ledger.doubledOrLost())).containsExactly(money(Finding.Sort.LOST, "[60000]", "[]"));
        books.directPayment(claim.invoice(), TripletexStory.START, PAID_ORE);
        assertThat(onTheInvoice(ledger.doubledOrLost())).isEmpty();
        books.directPayment(claim.invoice(), TripletexStory.START, PAID_ORE);
        assertThat(onTheInvoice(ledger.doubled()))
                .containsExactly(money(Finding.Sort.DOUBLED, "[60000]", "[60000, 60000]"));
    }

    /** What the creditor gets is awaited on the interim account; these payments went into the bank. */
    @Test
    void aNetThatIsNotWhereItIsAwaitedIsLost() {
        agency.registerElsewhere("havbris", claim.key());
        agency.debtorPays(claim.key(), PAID_ORE);
        books.directPayment(claim.invoice(), TripletexStory.START, PAID_ORE);
        assertThat(ledger.doubledOrLost())
                .containsExactly(new Finding(Finding.Sort.LOST, "net of havbris: due 60000, stands 0"));
    }

    @Test
    void aCauseThatTheTroubleDoesNotImplyIsWrong() {
        List<Struck> silence =
                List.of(new Struck("kk2", FaultKind.TIMEOUT_AFTER_COMMIT, true, true, "/krav/" + claim.key()));
        assertThat(Causes.implied("TIMEOUT", silence)).isTrue();
        assertThat(Causes.implied("AMOUNT", silence)).isFalse();
        assertThat(Causes.implied("TIMEOUT", List.of())).isFalse();
        assertThat(silence.get(0).concerns(claim.key(), "")).isTrue();
        assertThat(silence.get(0).concerns("310777218-2147600001", "2147600001"))
                .isFalse();
    }

    private static List<Finding> onTheInvoice(List<Finding> all) {
        return all.stream().filter(each -> each.what().startsWith("money")).toList();
    }

    private Finding money(Finding.Sort sort, String paid, String booked) {
        return new Finding(sort, "money on " + claim.key() + ": paid " + paid + ", booked " + booked);
    }
}
