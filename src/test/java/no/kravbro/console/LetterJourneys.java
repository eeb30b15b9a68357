package no.kravbro.console;

import static org.assertj.core.api.Assertions.assertThat;

import no.kravbro.claim.Invoice;
import no.kravbro.deadletter.Cause;
import no.kravbro.deadletter.LetterState;
import no.kravbro.deadletter.StagedRetries;
import no.kravbro.flows.Journey;
import no.kravbro.sandbox.autocollect.Plan;
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.TripletexStory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What support staff do with what was stopped, as they do it: in the browser. Each of them takes letters of its own. */
interface LetterJourneys {

    Town town();

    @Test
    @DisplayName(
            "a failed claim is found by its invoice number, looked at and tried again; done is when the agency says so")
    default void foundByInvoiceNumberAndRetried() {
        Journey claim = town().failed(2);
        town().refuses(false);
        Tab siri = town().as("siri");
        siri.go("/dead-letters?lang=nb&q=" + claim.invoice().number());
        siri.follow("main tbody th a[href='/dead-letters/" + town().letter(2) + "']");
        siri.follow("a[href^='/dead-letters/preview']");
        assertThat(siri.text()).contains("Trygt å sende på nytt: 1", "Ingenting er sendt", "autocollect", "én og én");
        assertThat(claim.attempts()).hasSize(1);
        siri.go("/dead-letters/" + town().letter(2));
        siri.follow("form[action$=retry] button");
        assertThat(siri.text()).contains("Ferdig er det først når de har bekreftet");
        solved(claim);
        siri.go("/dead-letters/" + town().letter(2));
        assertThat(siri.text()).contains("Løst", "Godtatt", "siri");
        assertThat(town().world().town().autoCollect().claims(claim.key())).isEqualTo(1);
        assertThat(siri.complaints()).isEmpty();
    }

    @Test
    @DisplayName("of several that are chosen, those paid meanwhile are not in the plan, and the rest goes in stages")
    default void someWerePaidMeanwhile() {
        town().refuses(false);
        Accountant accountant = town().world().town().tripletex().accountant(TripletexStory.NORDLYS);
        Invoice paid = town().failed(4).invoice();
        accountant.directPayment(paid.id(), TripletexStory.START, paid.outstandingOre());
        Invoice less = town().failed(5).invoice();
        accountant.directPayment(less.id(), TripletexStory.START, 5_025);
        Tab odd = town().as("odd");
        odd.go("/dead-letters?lang=nb");
        odd.follow("form[action='/dead-letters/preview'] .btn-primary");
        assertThat(odd.text()).contains("Velg minst én melding først");
        for (int number : new int[] {3, 4, 5}) {
            odd.click("input[name=ids][value='" + town().letter(number) + "']");
        }
        odd.follow("form[action='/dead-letters/preview'] .btn-primary");
        assertThat(odd.text())
                .contains(
                        "Trygt å sende på nytt: 2",
                        "Du må ta stilling: 1",
                        "Skal ikke sendes lenger",
                        "Åpent beløp eller");
        odd.follow("form[action$=plans] button");
        assertThat(odd.text()).contains("Planens fingeravtrykk", "Gjelder til", "Send de 2 trygge");
        town().retriesRest(true);
        odd.follow("form[action$=apply] button");
        assertThat(odd.text()).contains("Angre alt", "Kan angres", "0 av 2 har fått svar");
        theRestGoesInStages(odd);
    }

    private void theRestGoesInStages(Tab odd) {
        String address = odd.address();
        StagedRetries staged = town().world().bean(StagedRetries.class);
        pastTheUndoWindow();
        town().world()
                .untilWithoutPauses(
                        "all answered",
                        () -> staged.newest(1).get(0).state().name().equals("DONE"));
        odd.go(address);
        assertThat(odd.text()).contains("Ferdig", "2 av 2 har fått svar").doesNotContain("Angre alt");
        assertThat(town().failed(4).letter().state()).isEqualTo(LetterState.OPEN);
        assertThat(town().failed(5).delivery().submission()).isEqualTo(2);
        assertThat(odd.complaints()).isEmpty();
    }

    /** In the other language, narrow and dark; then back in this one. */
    private static void isForEverybody(Tab tab, String path) {
        String more = path.contains("?") ? "&lang=" : "?lang=";
        tab.size(390);
        tab.dark(true);
        tab.go(path + more + "en");
        assertThat(tab.axe()).isEmpty();
        assertThat(tab.tooWide()).isZero();
        tab.size(1280);
        tab.dark(false);
        tab.go(path + more + "nb");
        assertThat(tab.axe()).isEmpty();
    }

    private void solved(Journey claim) {
        town().world().untilWithoutPauses("answer", () -> claim.letter().state() == LetterState.SOLVED);
    }

    private void pastTheUndoWindow() {
        town().retriesRest(false);
        town().world().machine().reach(town().world().machine().instant().plus(StagedRetries.UNDO));
    }

    @Test
    @DisplayName("all can be undone before it leaves; what fails as before stops the rest, which can then be cancelled")
    default void undoneAndStopped() {
        town().refuses(true);
        town().retriesRest(true);
        Tab odd = town().as("odd");
        String both = "/dead-letters/preview?ids=" + town().letter(0) + "," + town().letter(1);
        odd.go(both + "&lang=nb");
        odd.follow("form[action$=plans] button");
        String plan = odd.address();
        odd.go(both);
        odd.follow("form[action$=plans] button");
        String late = odd.address();
        odd.go(plan);
        odd.follow("form[action$=apply] button");
        String begun = odd.address();
        isForEverybody(odd, begun + "?refresh=off");
        odd.go(late);
        odd.follow("form[action$=apply] button");
        assertThat(odd.text())
                .contains("2 av 2 er endret siden forhåndsvisningen: 2 alt sendt på nytt", "Lag en ny forhåndsvisning");
        assertThat(odd.axe()).isEmpty();
        odd.go(begun);
        odd.follow("form[action$=cancel] button");
        assertThat(odd.text()).contains("Avbrutt", "Angret før den ble sendt");
        assertThat(town().failed(0).attempts()).hasSize(1);
        odd.go(plan);
        assertThat(odd.text()).contains("Planen er alt satt i gang");

        stoppedBySameCause(odd, both);
    }

    private void stoppedBySameCause(Tab odd, String both) {
        odd.go(both);
        odd.follow("form[action$=plans] button");
        odd.follow("form[action$=apply] button");
        String address = odd.address();
        StagedRetries staged = town().world().bean(StagedRetries.class);
        pastTheUndoWindow();
        town().world()
                .untilWithoutPauses(
                        "stopped", () -> staged.newest(1).get(0).state().name().equals("STOPPED"));
        odd.go(address);
        assertThat(odd.text())
                .contains("Stoppet seg selv", "Feilet igjen, samme årsak", "feilet på nytt med samme årsak");
        assertThat(town().failed(1).attempts()).hasSize(1);
        odd.follow("form[action$=cancel] button");
        assertThat(odd.text()).contains("Det som ikke var sendt, er som før", "Angret før den ble sendt");
        assertThat(town().failed(1).letter().state()).isEqualTo(LetterState.OPEN);
    }

    @Test
    @DisplayName(
            "a wrong organisation number is mended by a form, shown as a difference, and confirmed by another person")
    default void mendedByTwo() {
        town().refuses(false);
        Tab odd = town().as("odd");
        String letter = "/dead-letters/" + town().letter(6);
        odd.go(letter + "?lang=nb");
        odd.follow("form[action$=correct] button");
        odd.type("#c-organizationNumber", "974760673");
        odd.type("#c-city", "Narvik");
        odd.follow("main form button");
        assertThat(odd.text()).contains("974760673", "Narvik", "Dette endrer hvem som skylder");
        assertThat(odd.axe()).isEmpty();
        odd.follow("main form button");
        assertThat(odd.text()).contains("Rettelsen venter på at en annen person bekrefter");
        assertThat(odd.run("document.querySelector('a[href$=correction]') === null")
                        .asBoolean())
                .isTrue();
        Tab arne = town().login("arne");
        arne.go("/dead-letters/corrections?lang=nb");
        arne.follow("main tbody th a");
        arne.follow("a[href$=correction]");
        assertThat(arne.text()).contains("Bedt om av odd", "974760673");
        isForEverybody(arne, arne.address());
        arne.follow("form[action$=confirm] button");
        solved(town().failed(6));
        assertThat(town().failed(6).delivery().submission()).isEqualTo(2);
        assertThat(town().failed(6).delivery().payload()).contains("974760673", "Narvik");
        assertThat(arne.complaints()).isEmpty();
    }

    @Test
    @DisplayName("a retry that fails again says so in the same place, with the new cause and what to do about it now")
    default void failedAgainWithANewCause() {
        town().refuses(true);
        Journey claim = Journey.begin(town().world(), "nordlys");
        claim.await("letter of", () -> claim.letter() != null);
        long letter = claim.letter().id();
        town().world()
                .town()
                .autoCollect()
                .script(claim.key(), Plan.rejected("DEBTOR_MISMATCH", "Debtor could not be identified"));
        town().refuses(false);
        Tab siri = town().as("siri");
        siri.go("/dead-letters/" + letter + "?lang=nb");
        assertThat(siri.text()).contains("lar oss ikke gjøre dette");
        siri.follow("form[action$=retry] button");
        town().world().untilWithoutPauses("failed again", () -> {
            town().world().agencyWorks();
            return claim.letter().state() == LetterState.OPEN && claim.letter().cause() != Cause.NO_ACCESS;
        });
        siri.go("/dead-letters/" + letter);
        assertThat(siri.text())
                .contains(
                        "Feilet igjen, ny årsak",
                        "Byrået kjenner denne kunden under et annet navn eller nummer.",
                        "Venter på en person");
        assertThat(siri.complaints()).isEmpty();
    }

    @Test
    @DisplayName("closed with a reason, opened again; a note and who sees to it stay")
    default void closedAndOpenedAgain() {
        Tab odd = town().as("odd");
        String letter = "/dead-letters/" + town().letter(7);
        odd.go(letter + "?lang=nb");
        odd.type("#n-text", "Ringte kunden");
        odd.follow("form[action$=note] button");
        odd.type("#a-who", "siri");
        odd.follow("form[action$=assign] button");
        odd.type("#reason", "SENT_BY_MISTAKE");
        odd.type("#text", "Feil kunde");
        odd.follow("form[action$=close] button");
        assertThat(odd.text()).contains("Lukket. Grunnen står i historien");
        odd.type("#r-text", "Riktig kunde likevel");
        odd.follow("form[action$=restore] button");
        assertThat(odd.text())
                .contains(
                        "Åpnet igjen",
                        "Ringte kunden",
                        "siri",
                        "Feil kunde",
                        "Riktig kunde likevel",
                        "Venter på en person");
        assertThat(town().failed(7).delivery().state().name()).isEqualTo("DEAD");
        odd.go("/dead-letters/groups/" + town().failed(7).letter().fingerprint());
        odd.type("#note", "Byrået ser på det");
        odd.follow("main form button");
        assertThat(odd.text()).contains("Byrået ser på det");
    }

    @Test
    @DisplayName("what may have landed offers an inquiry; why it cannot be sent again stands beside the button")
    default void inDoubtOnlyAnInquiryIsOffered() {
        Tab siri = town().as("siri");
        siri.go("/dead-letters/" + PageStory.DOUBTFUL_LETTER + "?lang=nb");
        assertThat(siri.text()).contains("Kan ha kommet fram: spør først", "eller det kan ha kommet fram");
        assertThat(disabled(siri, "inquire")).isFalse();
        assertThat(disabled(siri, "retry")).isTrue();
        assertThat(disabled(siri, "correct")).isTrue();
        siri.follow("a[href^='/dead-letters/preview']");
        assertThat(siri.text()).contains("Du må ta stilling: 1", "Bare en forespørsel er trygg");
    }

    private static boolean disabled(Tab tab, String way) {
        return tab.run("document.querySelector('form[action$=" + way + "] button').disabled")
                .asBoolean();
    }
}
