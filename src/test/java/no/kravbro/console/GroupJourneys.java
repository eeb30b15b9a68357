package no.kravbro.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.kravbro.claim.ClaimKey;
import no.kravbro.deadletter.StagedRetries;
import no.kravbro.deadletter.StagedRetry;
import no.kravbro.flows.World;
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.TripletexStory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A morning after an agency has let a creditor out for a night: many letters with one cause, handled as one. */
interface GroupJourneys {

    Town town();

    @Test
    @DisplayName(
            "of forty with one cause the three that were paid meanwhile stay behind; the others go by 1, 5, 25 and 6")
    default void ofFortyThreeWerePaidMeanwhile() {
        List<String> forty = town().night(40);
        List<String> paid = List.of(forty.get(0), forty.get(17), forty.get(39));
        paid.forEach(this::pays);
        Tab odd = town().as("odd");
        odd.go("/dead-letters?lang=nb&creditorId=" + Town.NIGHTLY);
        assertThat(odd.text()).contains("nytt forsøk av alle 40");
        odd.follow("button[name=all]");
        assertThat(odd.text()).contains("Trygt å sende på nytt: 37", "Du må ta stilling: 3", "Skal ikke sendes lenger");
        assertThat(odd.axe()).isEmpty();
        odd.follow("form[action$=plans] button");
        assertThat(odd.text()).contains("Send de 37 trygge");
        assertThat(odd.axe()).isEmpty();
        town().retriesRest(true);
        odd.follow("form[action$=apply] button");
        assertThat(odd.text()).contains("0 av 37 har fått svar");
        goes(odd);
        World world = town().world();
        for (String key : forty) {
            assertThat(world.town().autoCollect().claims(key)).as(key).isEqualTo(paid.contains(key) ? 0 : 1);
        }
        odd.go("/dead-letters?lang=nb&creditorId=" + Town.NIGHTLY);
        assertThat(odd.text()).contains("nytt forsøk av alle 3");
        assertThat(odd.complaints()).isEmpty();
    }

    private void pays(String key) {
        Accountant accountant = town().world().town().tripletex().accountant(TripletexStory.BERGVIK);
        long invoice = ClaimKey.parse(key).invoiceId();
        accountant.directPayment(invoice, TripletexStory.START, accountant.outstanding(invoice));
    }

    private void goes(Tab odd) {
        String address = odd.address();
        World world = town().world();
        StagedRetries staged = world.bean(StagedRetries.class);
        town().retriesRest(false);
        world.machine().reach(world.machine().instant().plus(StagedRetries.UNDO));
        world.untilWithoutPauses("all answered", () -> staged.newest(1).get(0).state() == StagedRetry.State.DONE);
        odd.go(address);
        assertThat(odd.text()).contains("Ferdig", "37 av 37 har fått svar");
        assertThat(odd.axe()).isEmpty();
    }
}
