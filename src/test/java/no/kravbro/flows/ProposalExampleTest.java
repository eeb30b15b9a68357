package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.kk2.Kk2Neighbour;
import no.kravbro.sandbox.kk2.Kk2Sandbox;
import no.kravbro.sandbox.kk2.Plan;
import no.kravbro.sandbox.kk2.Plan.Behaviour;
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.Effect;
import no.kravbro.sandbox.tripletex.TripletexStory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The contract's worked proposals, f-501 (own collection) and f-504 (assisted, with VAT), from an overdue invoice to the books:
 * proposed in Tripletex to the øre, posted by a person, matched, read back and only then answered.
 */
class ProposalExampleTest {

    private static final Logger LOG = LoggerFactory.getLogger(ProposalExampleTest.class);
    private static final String KEY = "310245674-2147524143";
    private static final Path GOLDEN = Path.of("src/test/resources/flows");

    @ParameterizedTest
    @CsvSource({
        "501, PAYS_AT_COLLECTION, AFTER_CLOSING",
        "501, PAYS_AT_COLLECTION, AT_ONCE",
        "504, PAYS_ASSISTED, AFTER_CLOSING"
    })
    void isBookedToTheOre(int number, Behaviour behaviour, Effect effect) throws IOException {
        try (World world = collected(number, behaviour, effect)) {
            Accountant accountant = world.town().tripletex().accountant(TripletexStory.NORDLYS);
            Kk2Sandbox kk2 = world.town().neighbour(Kk2Neighbour.class).sandbox();
            String key = "INK-kk2-f-" + number;
            List<Long> vouchers = accountant.vouchers(key);
            assertThat(vouchers).hasSize(1);
            assertThat(accountant.balance(Ledgers.INTERIM))
                    .as("nothing counts yet")
                    .isZero();
            assertThat(kk2.status("f-" + number)).isEqualTo("VENTER");
            String table = Ledgers.table(accountant, vouchers.get(0));
            LOG.info("Proposed:\n{}", table);
            assertThat(table).isEqualTo(Files.readString(GOLDEN.resolve("worked-example-f-" + number + ".txt")));

            accountant.post(vouchers.get(0));
            world.town().control().advanceHours(4);
            world.untilWithoutPauses("answered", () -> kk2.answer("f-" + number) != null);
            world.untilQuiet();
            assertThat(kk2.answer("f-" + number))
                    .contains("\"svar\":\"GODTATT\"", "\"tripletexBilagId\":" + vouchers.get(0));
            assertThat(kk2.status("f-" + number)).isEqualTo("GODTATT");
            assertThat(accountant.outstanding(accountant.invoiceId(10_023))).isZero();
            assertThat(world.count("select count(*) from booking where state = 'MATCHED'"))
                    .isEqualTo(1);
            Echo.none(world);
            assertThat(world.count("select count(*) from dead_letter")).isZero();
            assertThat(world.count("select count(*) from difference where state = 'OPEN'"))
                    .isZero();
            assertThat(world.count("select count(*) from delivery where kind = 'ANSWER_PROPOSAL'"))
                    .isEqualTo(1);
            Payday.comes(world, "worked-example-f-" + number + "-payout.txt", number == 501 ? 10_749_11 : 9_999_11);
        }
    }

    private static World collected(int number, Behaviour behaviour, Effect effect) {
        SandboxTown town = World.town(SandboxTown.Story.WORKED_EXAMPLE, null);
        Kk2Sandbox kk2 = town.neighbour(Kk2Neighbour.class).sandbox();
        // Handed over a day later than in the contract, so the debtor is a day faster.
        kk2.script(KEY, Plan.of(behaviour, 13));
        kk2.nextProposal(number);
        town.tripletex().effect(effect);
        town.tripletex().accountantsRest();
        World world = new World(
                        town,
                        "proposal-" + number + effect,
                        "kravbro.creditors-file=src/test/resources/flows/worked-example-kk2.yaml")
                .start();
        // A scan that is under way while time jumps would be due again only the morning after.
        world.untilWithoutPauses(
                "read for the first time",
                () -> world.count("select count(*) from schedule where last_run_at is null or holder is not null")
                        == 0);
        world.days(1);
        world.untilWithoutPauses(
                "handed over", () -> world.count("select count(*) from claim where state = 'ACCEPTED'") == 1);
        world.days(34);
        world.untilWithoutPauses(
                "proposed", () -> world.count("select count(*) from booking where state = 'PROPOSED'") == 1);
        world.untilQuiet();
        return world;
    }
}
