package no.kravbro.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What somebody has asked to be run now, and which agency is being left, in the browser. */
interface RunJourneys {

    Town town();

    @Test
    @DisplayName("how far a run has come is seen by everybody, also after the browser was closed")
    default void aRunOutlivesTheBrowser() throws Exception {
        town().refuses(false);
        ticks(false);
        try {
            Tab odd = town().login("odd");
            odd.go("/creditors/nordlys?lang=nb");
            odd.follow("form[action$=sync] button");
            assertThat(odd.text()).contains("bedt om av odd");

            Tab siri = town().login("siri");
            // Without live updates: while a part is shown anew it is faint, and what is judged must stand still.
            siri.go("/creditors/nordlys?lang=nb&live=off");
            assertThat(siri.text()).contains("0 av", "er ferdige", "bedt om av odd", "Bedt om");
            assertThat(siri.axe()).isEmpty();
        } finally {
            ticks(true);
        }
        town().world()
                .untilWithoutPauses(
                        "all that was asked for is done",
                        () -> town().world()
                                        .count("select count(*) from schedule where creditor_id = 'nordlys'"
                                                + " and asked_at is not null and answered_at is null")
                                == 0);
        Tab odd = town().login("odd");
        odd.go("/creditors/nordlys?lang=nb");
        assertThat(odd.text()).contains("Ferdig", "bedt om av odd").doesNotContain("Venter på tur");
        assertThat(odd.complaints()).isEmpty();
    }

    @Test
    @DisplayName("which agency a creditor is leaving, for whom, and what is left there")
    default void whatIsLeftWhereACreditorLeaves() {
        Tab odd = town().as("odd");
        odd.go("/agencies?lang=nb");
        assertThat(odd.text()).contains("På vei ut", "01.01.2099", "Kan tas ut");
        assertThat(odd.run("document.querySelector('table tbody td').textContent")
                        .asText())
                .isEqualTo("bahs");
        assertThat(odd.axe()).isEmpty();
    }

    /** While they rest, no process takes a job. */
    private void ticks(boolean on) throws Exception {
        var routes = town().world().bean(CamelContext.class).getRouteController();
        for (int number : IntStream.rangeClosed(1, 6).toArray()) {
            if (on) {
                routes.resumeRoute("schedule.tick-" + number);
            } else {
                routes.suspendRoute("schedule.tick-" + number);
            }
        }
    }
}
