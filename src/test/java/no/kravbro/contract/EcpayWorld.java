package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.claim.Invoice;
import no.kravbro.deadletter.Actions;
import no.kravbro.deadletter.CloseReason;
import no.kravbro.delivery.FolderLeases;
import no.kravbro.delivery.SentFile;
import no.kravbro.delivery.SentFiles;
import no.kravbro.delivery.Transmissions;
import no.kravbro.flows.Journey;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.LoggedCall;
import no.kravbro.sandbox.Standing;
import no.kravbro.sandbox.ecpay.EcpayNeighbour;
import no.kravbro.sandbox.ecpay.EcpaySandbox;
import no.kravbro.sandbox.ecpay.Plan;
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.TripletexStory;
import org.springframework.transaction.support.TransactionTemplate;

/** The product beside a simulated ECPay, whose receipts are fetched. */
final class EcpayWorld extends SimulatedAgency {

    private static final String LOGIN = "nordlys";

    private final EcpayNeighbour ecpay;

    EcpayWorld() {
        super(EcpaySandbox.NAME);
        ecpay = town.neighbour(EcpayNeighbour.class);
    }

    @Override
    public Map<FaultKind, String> turningAway() {
        return Map.of(FaultKind.ERROR_500_AFTER, "NO_CONNECTION");
    }

    @Override
    public FaultKind busy() {
        return FaultKind.ERROR_500_AFTER;
    }

    @Override
    public Map<FaultKind, String> leavingInDoubt() {
        return Map.of(FaultKind.RESET_BEFORE, "TIMEOUT");
    }

    @Override
    public Map<FaultKind, String> leavingInDoubtButThere() {
        return Map.of(FaultKind.RESET_AFTER, "TIMEOUT", FaultKind.TIMEOUT_AFTER_COMMIT, "TIMEOUT");
    }

    @Override
    public Set<FaultKind> failingInquiries() {
        return EnumSet.of(FaultKind.RESET_BEFORE, FaultKind.ERROR_500_BEFORE);
    }

    /** Who is not let in cannot put a file anywhere. */
    @Override
    public int seenWhenForbidden() {
        return 0;
    }

    /** An error is met by the upload, everything else by the rename. */
    @Override
    public void handOverMeets(Fault fault) {
        String step = fault.kind() == FaultKind.ERROR_500_AFTER ? "PUT" : "RENAME";
        meets(fault.on(step, ".*/inn/.*"));
    }

    @Override
    public void inquiryMeets(Fault fault) {
        meets(fault.on("LIST", ".*/(inn|kvittering)"));
    }

    @Override
    public void refuses(String key, String code) {
        ecpay.sandbox().script(key, Plan.rejected(norwegian(code)));
    }

    @Override
    public void knowsFromElsewhere(Journey claim) {
        ecpay.sandbox().registerElsewhere(LOGIN, claim.key());
    }

    @Override
    public void forbids(boolean on) {
        ecpay.door().bar(LOGIN, on);
    }

    @Override
    public void decides() {
        ecpay.sandbox().readInbox();
    }

    @Override
    public boolean creditsParts() {
        return false;
    }

    @Override
    public Standing standing(String key) {
        return ecpay.sandbox().standing(key);
    }

    @Override
    public void reportMeets(Fault fault) {
        handOverMeets(fault);
    }

    @Override
    public long claims(String key) {
        return ecpay.sandbox().claims(key);
    }

    /** One per upload; its content is the claim's own line. */
    @Override
    public List<Sent> sent(String key) {
        String columns = ";" + key.replace("-", ";") + ";";
        return ecpay.door().log().of("PUT", ".*/inn/.*").stream()
                .map(LoggedCall::call)
                .filter(call -> call.text().contains(columns))
                .map(call -> new Sent(name(call), line(call, columns)))
                .toList();
    }

    private static String name(Call call) {
        return call.path().substring(call.path().lastIndexOf('/') + 1);
    }

    private static String line(Call call, String columns) {
        return call.text()
                .lines()
                .filter(line -> line.contains(columns))
                .findFirst()
                .orElseThrow();
    }

    /** Open dead letters with a cause. */
    long letters(String cause) {
        return world.count("select count(*) from dead_letter where state = 'OPEN' and cause = '" + cause + "'");
    }

    /** Numbers of our claim files that ECPay waits for. */
    List<String> gaps() {
        return ecpay.sandbox().files(LOGIN, "inn").stream()
                .filter(name -> name.endsWith(".csv"))
                .toList();
    }

    /** Somebody has tidied up half-written files. */
    void sweep() {
        ecpay.sandbox().files(LOGIN, "inn").stream()
                .filter(name -> name.endsWith(".tmp"))
                .forEach(name -> ecpay.sandbox().remove(LOGIN, "inn", name));
    }

    /** As if so many days had passed since this file and those before it were sent; pushing time would let other claims leave. */
    void sentDaysAgo(Journey claim, int days) {
        world.sql()
                .sql("update agency_file set sent_at = dateadd('DAY', :days, sent_at)"
                        + " where number <= (select number from agency_file where transmission_id = :id)")
                .param("days", -days)
                .param("id", claim.delivery().transmissionId())
                .update();
    }

    /** The file of this claim is found and put where it belongs. */
    void turnsUp(Journey claim) {
        String transmission = claim.delivery().transmissionId();
        SentFile file = world.bean(SentFiles.class).of(transmission).orElseThrow();
        byte[] bytes = world.bean(Transmissions.class).content(transmission);
        ecpay.sandbox().place(LOGIN, "inn", file.name(), bytes);
    }

    /** A person ends what a letter is about. */
    void close(Journey claim) {
        world.bean(Actions.class)
                .close(claim.letter().id(), CloseReason.SENT_BY_MISTAKE, "As a test wants it", "a test");
    }

    /** The debtor pays the creditor directly. */
    void pays(Journey claim) {
        Accountant accountant = town.tripletex().accountant(TripletexStory.NORDLYS);
        long invoice = claim.invoice().id();
        accountant.directPayment(invoice, TripletexStory.START, accountant.outstanding(invoice));
    }

    /** The next try is the last one, and not due by itself, however slow the machine is; only when a test hurries. */
    void lastTryLater(Journey claim) {
        world.sql()
                .sql("update delivery set due_at = dateadd('DAY', 1, due_at), attempts = 11 where id = :id")
                .param("id", claim.delivery().id())
                .update();
    }

    /** Another node holds the directory of receipts, or no longer. */
    void readByAnother(boolean on) {
        FolderLeases leases = world.bean(FolderLeases.class);
        if (on) {
            assertThat(leases.take(LOGIN, EcpaySandbox.NAME, "kvittering/KVI", "another", Duration.ofHours(1)))
                    .isTrue();
        } else {
            leases.release(LOGIN, EcpaySandbox.NAME, "kvittering/KVI", "another");
        }
    }

    /** Claims of one batch, of which the first one's debtor is called otherwise than the invoice says. */
    List<Journey> begin(String debtor, int count) {
        List<Invoice> invoices = Journey.free(world, LOGIN, count);
        // In one transaction: a worker could take it before it is as the test wants it.
        return world.bean(TransactionTemplate.class).execute(status -> {
            List<Journey> claims = Journey.begin(world, LOGIN, invoices);
            world.sql()
                    .sql("update delivery set payload = :payload where delivery_key = :key")
                    .param(
                            "payload",
                            claims.get(0)
                                    .delivery()
                                    .payload()
                                    .replaceAll("\"name\":\"[^\"]*\"", "\"name\":\"" + debtor + "\""))
                    .param("key", claims.get(0).key())
                    .update();
            return claims;
        });
    }
}
