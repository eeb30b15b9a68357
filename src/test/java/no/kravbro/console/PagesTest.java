package no.kravbro.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.kravbro.bundle.BundleStatus;
import no.kravbro.bundle.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What people see, in Debian's Chromium: every page in both languages, light and dark, wide and narrow; and what they do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest
        implements LetterJourneys,
                GroupJourneys,
                CaseJourneys,
                ConnectJourneys,
                ListJourneys,
                LiveJourneys,
                RouteJourneys,
                KeyJourneys,
                RunJourneys,
                SignOnJourneys {

    private Town town;

    @Override
    public Town town() {
        return town;
    }

    @BeforeAll
    void start() {
        town = new Town();
    }

    @AfterAll
    void stop() {
        if (town != null) {
            town.close();
        }
    }

    /**
     * Each page twice, so that each language, each width, light and dark are seen with it. Axe judges it in one of them: the
     * style sheet is the same for all, and in the long test every page is judged in every view.
     */
    @Test
    void everyPageIsForEverybody() {
        List<Looks.View> views =
                List.of(new Looks.View("nb", Looks.WIDE, false), new Looks.View("en", Looks.NARROW, true));
        assertThat(Looks.faults(town, views, (scene, view) -> (scene + view) % views.size() == 0))
                .isEmpty();
    }

    @Test
    @Tag("long")
    void everyPageIsForEverybodyInEveryView() {
        List<Looks.View> views = new ArrayList<>();
        for (String language : List.of("nb", "en")) {
            for (int width : List.of(Looks.WIDE, Looks.NARROW)) {
                views.add(new Looks.View(language, width, false));
                views.add(new Looks.View(language, width, true));
            }
        }
        assertThat(Looks.faults(town, views, (scene, view) -> true)).isEmpty();
    }

    @Test
    void withoutLoginThereIsOnlyTheDoor() {
        Tab tab = town.tab();
        tab.go("/claims/" + PageStory.CLAIM);
        assertThat(tab.address()).isEqualTo("/login");
        tab.type("#username", "siri");
        tab.type("#password", "wrong");
        tab.follow("main .stack button");
        assertThat(tab.text()).contains("Brukernavnet eller passordet er feil");
        // One click in the sandbox, and on to what was wanted.
        tab.follow(".people button");
        assertThat(tab.address()).isEqualTo("/claims/" + PageStory.CLAIM);
        tab.follow("form[action='/logout'] button");
        assertThat(tab.text()).contains("Du er logget ut");
        tab.go("/");
        assertThat(tab.address()).isEqualTo("/login");
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void aClaimIsFoundByTheNumberAtHand() {
        Tab tab = town.as("siri");
        for (String number : List.of("900571", "5000977", PageStory.CLAIM)) {
            tab.type("#q", number);
            tab.follow(".find button");
            assertThat(tab.address()).isEqualTo("/claims/" + PageStory.CLAIM);
        }
        assertThat(tab.text())
                .contains("12\u00a0500,00\u00a0kr", "må gjøre noe", "satt på pause", "Hva gjelder fakturaen?");
    }

    @Test
    void decisionsAreCounted() {
        long transferred = town.world()
                .count("select count(*) from invoice where creditor_id = 'nordlys' and decision = 'TRANSFER'");
        assertThat(transferred).isPositive();
        Tab tab = town.as("odd");
        tab.go("/creditors/nordlys?lang=nb");
        assertThat(tab.text()).contains("Overføres (" + transferred + ")");
    }

    @Test
    void anAccountantSeesOwnCreditorsOnly() {
        Tab tab = town.as("randi");
        String own = town.world()
                .sql()
                .sql("select creditor_id from app_user_creditor where name = 'randi'")
                .query(String.class)
                .single();
        Map<String, String> claims = Map.of("nordlys", PageStory.CLAIM, "bergvik", PageStory.OTHERS);
        String others = claims.keySet().stream()
                .filter(each -> !each.equals(own))
                .findFirst()
                .orElseThrow();
        assertThat(tab.go("/claims/" + claims.get(own))).isEqualTo(200);
        assertThat(tab.go("/claims/" + claims.get(others))).isEqualTo(404);
        assertThat(tab.text()).doesNotContain(others);
        tab.go("/claims?creditorId=" + others);
        assertThat(tab.text()).contains("Ingen krav ennå");
        assertThat(tab.go("/creditors/" + others)).isEqualTo(404);
        tab.go("/search?q=" + claims.get(others));
        assertThat(tab.text()).contains("Ingen krav har dette nummeret");
        for (String page : List.of("/", "/tasks", "/settlements", "/bookings", "/differences", "/creditors")) {
            assertThat(tab.go(page)).isEqualTo(200);
            assertThat(tab.text()).as(page).doesNotContain(others, "7\u00a0777,00");
        }
        assertThat(tab.go("/dead-letters")).isEqualTo(403);
    }

    @Test
    void aLetterIsClosedWithAReasonThatIsAudited() {
        Tab inga = town.as("inga");
        inga.go("/dead-letters/" + PageStory.SETTLEMENT_LETTER);
        assertThat(inga.text()).contains("Rollene dine gir ikke rett til dette");
        assertThat(inga.run("document.querySelector('form[action$=close] button').disabled")
                        .asBoolean())
                .isTrue();

        Tab odd = town.as("odd");
        odd.go("/dead-letters/" + PageStory.SETTLEMENT_LETTER);
        odd.type("#reason", "DONE_BY_HAND");
        odd.type("#text", "Ringte byrået");
        odd.follow("form[action$=close] button");
        assertThat(odd.text()).contains("Lukket. Grunnen står i historien", "DONE_BY_HAND: Ringte byrået");

        Tab reidar = town.as("reidar");
        reidar.go("/audit?subject=dead-letters/" + PageStory.SETTLEMENT_LETTER);
        assertThat(reidar.text()).contains("odd", "OPERATIONS,SUPPORT", "OPEN → CLOSED", "Ringte byrået");
        reidar.follow("form[action$=verify] button");
        assertThat(reidar.text()).contains("Kjeden er hel");
    }

    @Test
    void whatIsForbiddenIsSaidAndWrittenDown() {
        Tab tab = town.login("siri");
        assertThat(tab.go("/users")).isEqualTo(403);
        assertThat(tab.text()).contains("Rollene dine gir ikke rett til dette", "Mine rettigheter");
        assertThat(town.world()
                        .count("select count(*) from audit where who = 'siri' and deed = 'ACCESS'"
                                + " and outcome = 'REFUSED' and subject = '/users' and detail = 'MANAGE_USERS'"))
                .isPositive();
    }

    @Test
    void aListIsReadWithoutScripts() {
        Tab tab = town.login("siri");
        tab.scripts(false);
        tab.go("/claims?state=ACCEPTED&lang=en");
        assertThat(tab.text()).contains("900571", "With the agency");
        tab.scripts(true);
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void aChangedPersonIsLoggedOutEverywhere() {
        Tab ada = town.as("ada");
        Tab arne = town.login("arne");
        assertThat(arne.go("/claims")).isEqualTo(200);
        ada.go("/users/arne");
        ada.click("#active");
        ada.follow("main .stack button");
        arne.go("/claims");
        assertThat(arne.address()).isEqualTo("/login");
        ada.go("/users/arne");
        ada.click("#active");
        ada.follow("main .stack button");
    }

    @Test
    void aNewPersonChoosesAPasswordByALinkThatHoldsOnce() {
        Tab ada = town.as("ada");
        ada.go("/users");
        ada.type("#name", "kari");
        ada.type("#displayName", "Kari Nordmann");
        ada.click("#r-SUPPORT");
        ada.follow("main .stack button");
        String link = ada.run("document.querySelector('code').textContent").asText();
        Tab kari = town.tab();
        kari.go(link);
        kari.type("#password", "short");
        kari.follow("main .stack button");
        assertThat(kari.text()).contains("Passordet er for kort");
        kari.type("#password", "en hest i regnet");
        kari.follow("main .stack button");
        assertThat(kari.text()).contains("Passordet er lagret");
        kari.type("#username", "kari");
        kari.type("#password", "en hest i regnet");
        kari.follow("main .stack button");
        assertThat(kari.text()).contains("Kari Nordmann", "Veien fra faktura til oppgjør");
        kari.go(link);
        assertThat(kari.text()).contains("Lenken er brukt");
    }

    @Test
    void refusedRouteFilesAreNamedOnTheOverview() {
        BundleStatus status = town.world().bean(BundleStatus.class);
        BundleStatus.View running = status.view();
        status.noteSteppedBack(
                running.running(),
                "tried",
                List.of(new Problem("routes/bahs/call.camel.yaml", 7, "uri", "unknown component htp")));
        Tab odd = town.as("odd");
        odd.go("/?refresh=off&advanced=no&lang=nb");
        assertThat(odd.text())
                .contains(
                        "routes/bahs/call.camel.yaml",
                        "unknown component htp",
                        "Programmet startet med dem som kjørte sist",
                        "Gå én dag fram",
                        "Klokken svarte ikke");
        assertThat(odd.axe()).isEmpty();
        status.note(running.running(), running.tried(), running.refusals());
        odd.go("/?refresh=off");
        assertThat(odd.text()).doesNotContain("routes/bahs/call.camel.yaml");
    }

    @Test
    void aPersonalNumberIsShownOnceForAReasonThatIsAudited() {
        String path = "/dead-letters/" + PageStory.LETTER;
        Tab inga = town.as("inga");
        inga.go(path + "?lang=nb");
        assertThat(inga.run("document.querySelector('form[action$=unmask] button').disabled")
                        .asBoolean())
                .isTrue();
        Tab siri = town.as("siri");
        siri.go(path + "?lang=nb");
        assertThat(siri.text()).doesNotContain("01019012345");
        siri.type("#m-reason", "Byrået spør hvem det gjelder");
        siri.follow("form[action$=unmask] button");
        assertThat(siri.text()).contains("01019012345", "står i revisjonssporet");
        assertThat(siri.axe()).isEmpty();
        siri.go(path);
        assertThat(siri.text()).doesNotContain("01019012345");
        assertThat(town.world()
                        .count("select count(*) from audit where who = 'siri' and deed = 'UNMASKED_VIEW'"
                                + " and reason = 'Byrået spør hvem det gjelder'"))
                .isEqualTo(1);
    }
}
