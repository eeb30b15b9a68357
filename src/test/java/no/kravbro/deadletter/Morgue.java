package no.kravbro.deadletter;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import no.kravbro.bundle.BundleStatus;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.GivenUp;
import no.kravbro.delivery.NewClaim;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Purpose;
import no.kravbro.delivery.Run;
import no.kravbro.delivery.Work;
import no.kravbro.fakes.TestDatabase;
import no.kravbro.fakes.TriedOut;
import no.kravbro.secret.Seals;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Deliveries and dead letters wired as in the product, with a far side that answers what a test says. */
final class Morgue implements AutoCloseable {

    static final String CLAIM =
            """
            {"key":"310245674-2147524143","submission":1,"invoiceNumber":"10057","kid":"1234567890128",\
            "debtor":{"customerNumber":"20044","name":"Testbedrift AS","city":"OSLO"}}""";

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final TestDatabase database;
    final TriedOut tried = new TriedOut();
    final BundleStatus bundle;
    final Deliveries deliveries;
    final DeadLetters letters;
    final Actions actions;
    final LetterGroups groups;
    final Previews previews;
    final Plans plans;
    final StagedRetries staged;
    final StagedWork work;
    final Handling handling;
    final GroupHandling saying;
    final Corrections corrections;
    final Alerts alerts;

    Morgue(TestDatabase database, Clock clock) {
        this.database = database;
        bundle = new BundleStatus(clock);
        bundle.note("v1", "v1", List.of());
        // Singletons brought from outside are not closed with the context: the next test needs the database.
        var beans = context.getBeanFactory();
        beans.registerSingleton("machine", clock);
        beans.registerSingleton("business", clock);
        beans.registerSingleton("dataSource", database.dataSource());
        beans.registerSingleton("sql", database.client());
        beans.registerSingleton("named", database.named());
        beans.registerSingleton("transaction", database.transaction());
        beans.registerSingleton("sealer", Seals.SEALER);
        beans.registerSingleton("dryRun", tried);
        beans.registerSingleton("bundle", bundle);
        context.scan("no.kravbro.delivery", "no.kravbro.deadletter");
        context.refresh();
        deliveries = context.getBean(Deliveries.class);
        letters = context.getBean(DeadLetters.class);
        actions = context.getBean(Actions.class);
        groups = context.getBean(LetterGroups.class);
        previews = context.getBean(Previews.class);
        plans = context.getBean(Plans.class);
        staged = context.getBean(StagedRetries.class);
        work = context.getBean(StagedWork.class);
        handling = context.getBean(Handling.class);
        saying = context.getBean(GroupHandling.class);
        corrections = context.getBean(Corrections.class);
        alerts = context.getBean(Alerts.class);
    }

    /** A claim on its way, submission 1. */
    Delivery claim(String key) {
        context.getBean(Claims.class)
                .create(List.of(
                        new NewClaim(key, 1, "nordlys", 2_147_524_143L, "10057", "autocollect", 1_000_000, CLAIM)));
        return deliveries.find(DeliveryKind.SUBMIT_CLAIM, key).orElseThrow();
    }

    ClaimRow row(String key) {
        return context.getBean(Claims.class).find(key).orElseThrow();
    }

    /** The far side answers; whatever is given up goes down the road to the dead letters. */
    void answer(long delivery, Purpose purpose, Outcome outcome) {
        for (GivenUp givenUp : deliveries.record(held(delivery, purpose), Map.of(delivery, outcome))) {
            letters.bury(givenUp, new Run("v1", "autocollect.submit-claim"));
        }
    }

    /** Says no, and the letter of it. */
    DeadLetter buried(long delivery, Purpose purpose, Outcome outcome) {
        answer(delivery, purpose, outcome);
        return letters.list(LetterFilter.OPEN).get(0);
    }

    /** A person sends it again, and the far side answers. */
    void answerAgain(long delivery, Outcome outcome) {
        deliveries.retry(delivery);
        answer(delivery, Purpose.SEND, outcome);
    }

    Delivery now(long delivery) {
        return deliveries.find(delivery).orElseThrow();
    }

    private Work held(long id, Purpose purpose) {
        database.client()
                .sql(
                        """
                        insert into transmission (id, kind, target, creditor_id, members, created_at)
                        values ('t' || :id, 'SUBMIT_CLAIM', 'autocollect', 'nordlys', 1, current_timestamp)
                        on conflict do nothing""")
                .param("id", String.valueOf(id))
                .update();
        database.client()
                .sql("update delivery set state = 'IN_FLIGHT', purpose = :purpose, holder = 'node/1',"
                        + " transmission_id = 't' || :text where id = :id")
                .param("purpose", purpose.name())
                .param("id", id)
                .param("text", String.valueOf(id))
                .update();
        Delivery delivery = now(id);
        return new Work(
                "t" + id,
                true,
                delivery.kind(),
                purpose,
                delivery.target(),
                delivery.creditorId(),
                null,
                "node/1",
                List.of(delivery));
    }

    @Override
    public void close() {
        context.close();
    }
}
