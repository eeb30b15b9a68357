package no.kravbro.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.flows.Journey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What people order of an agency, hear of debtors and answer, and what accountants read, in the browser. */
interface CaseJourneys {

    Town town();

    @Test
    @DisplayName("what the agency allows is ordered on the case page; what it does not allow says why")
    default void orderedOnTheCasePage() {
        town().refuses(false);
        Journey claim = town().accepted();
        Tab siri = town().as("siri");
        siri.go("/claims/" + claim.key() + "?lang=nb");
        assertThat(siri.text()).contains("Byrået tillater ikke dette", "Ingen har bestridt kravet");
        siri.type("#i-text-MESSAGE", "Kunden har flyttet");
        siri.follow("form[action$=instructions] button");
        assertThat(siri.text()).contains("Bestilt. Ferdig er det først når byrået har bekreftet", "Bestilt hos byrået");
        assertThat(ordered(claim))
                .filteredOn(order -> order.contains("Kunden har flyttet"))
                .hasSize(1);
        assertThat(siri.complaints()).isEmpty();
    }

    @Test
    @DisplayName("a withdrawal shows its price first, and goes out only for that price")
    default void withdrawnAtAPriceThatWasShown() {
        Tab siri = town().as("siri");
        siri.go("/claims/" + town().accepted().key() + "?lang=nb");
        siri.follow("a[href$=withdrawal]");
        assertThat(siri.text()).contains("Trekk kravet fra byrået", "Det koster", "Trekk kravet for");
        assertThat(siri.run("document.querySelector('main form input[name=priceOre]').value")
                        .asText())
                .matches("[0-9]+");
        // Between looking and confirming the form was tampered with, or the price has changed.
        siri.run("document.querySelector('main form input[name=priceOre]').value = '1'");
        siri.type("#reason", "AGREED");
        siri.type("#text", "Avtale med kunden");
        assertThat(siri.follow("main form button")).isEqualTo(409);
        assertThat(ordered(town().accepted())).noneMatch(order -> order.contains("WITHDRAW"));
    }

    private List<String> ordered(Journey claim) {
        return town().world().bean(Deliveries.class).ofClaim(claim.key()).stream()
                .filter(each -> each.kind() == DeliveryKind.INSTRUCT)
                .map(Delivery::payload)
                .toList();
    }

    @Test
    @DisplayName("a dispute stops the claim the moment it is told, and the answer ends it")
    default void disputedAndAnswered() {
        Journey claim = town().failed(8);
        Tab siri = town().as("siri");
        siri.go("/claims/" + claim.key() + "?lang=nb");
        siri.type("#d-reason", "Varen kom aldri");
        siri.follow("form[action$=disputes] button");
        assertThat(siri.text())
                .contains("Det bestridte er stoppet", "Varen kom aldri", "hele kravet", "Venter på svar");
        siri.type("#d-outcome", "CLAIM_UPHELD");
        siri.type("#d-answer", "Levert 3. desember");
        siri.follow("form[action*='/disputes/'] button");
        assertThat(siri.text()).contains("Svaret er sendt", "Kravet ble opprettholdt", "Levert 3. desember");
        siri.type("#d-reason", "Feil pris");
        siri.type("#d-amount", "mye");
        assertThat(siri.follow("form[action$=disputes] button")).isEqualTo(400);
    }

    @Test
    @DisplayName("an accountant reads the month of own creditors, and of nobody else's")
    default void theMonthOfOwnCreditors() {
        Tab randi = town().as("randi");
        String own = town().world()
                .sql()
                .sql("select creditor_id from app_user_creditor where name = 'randi'")
                .query(String.class)
                .single();
        randi.go("/creditors/" + own + "?lang=nb");
        randi.follow("a[href$=report]");
        assertThat(randi.text()).contains("krav og bilag fra", "CSV til regneark", "PDF til arkivet", "fingeravtrykk");
        assertThat(randi.go("/creditors/" + (own.equals("nordlys") ? "bergvik" : "nordlys") + "/report"))
                .isEqualTo(404);
        assertThat(randi.go("/creditors/" + own + "/report?from=2026-02-01&to=2026-01-01"))
                .isEqualTo(400);
    }

    @Test
    @DisplayName("what has ended unpaid is found from the menu, by creditor and period, and goes into a spreadsheet")
    default void whatHasEndedUnpaid() {
        String invoice = town().world()
                .sql()
                .sql("select invoice_number from claim where claim_key = '" + PageStory.LOST + "'")
                .query(String.class)
                .single();
        Tab siri = town().as("siri");
        siri.go("/?lang=nb");
        siri.follow(".menu a[href='/credit-losses']");
        siri.type("#f-creditorId", "nordlys");
        siri.follow("form.filter button");
        assertThat(siri.text()).contains("Tap på krav", invoice, "konkurs", "02.01.2026", "Sum åpent");
        assertThat(siri.run("fetch(document.querySelector('main a[href*=csv]').href).then(file => file.text())")
                        .asText())
                .contains("Faktura;Krav", PageStory.LOST);
        siri.go("/credit-losses?creditorId=nordlys&from=2025-01-01&to=2025-12-31&lang=nb");
        assertThat(siri.text()).contains("Ingen sak ble avsluttet").doesNotContain(invoice);
        assertThat(siri.go("/credit-losses?creditorId=nordlys&from=2026-02-01&to=2026-01-01"))
                .isEqualTo(400);
        assertThat(siri.go("/credit-losses?creditorId=nobody")).isEqualTo(404);
        assertThat(town().as("inga").go("/credit-losses")).isEqualTo(403);
    }

    @Test
    @DisplayName("a difference is accepted until a date, with a reason that stays")
    default void acceptedUntilADate() {
        Tab randi = town().as("siri");
        randi.go("/differences/" + PageStory.DIFFERENCE + "?lang=nb");
        randi.type("#g-note", "Kunden betaler i mars");
        randi.type("#g-until", "2026-03-31");
        randi.follow("form[action$=accept] button");
        assertThat(randi.text()).contains("31.03.2026", "Kunden betaler i mars", "siri");
        assertThat(randi.complaints()).isEmpty();
    }

    @Test
    @DisplayName("a paused creditor sends nothing, which every page says, until operations lift it")
    default void pausedAndLifted() {
        town().refuses(false);
        Tab siri = town().as("siri");
        siri.go("/creditors/nordlys?lang=nb");
        assertThat(siri.run("document.querySelector('form[action$=pause] button').disabled")
                        .asBoolean())
                .isTrue();
        Tab odd = town().as("odd");
        odd.go("/creditors/nordlys?lang=nb");
        odd.type("form[action$=pause] input[name=reason]", "Flytter regnskapet");
        odd.follow("form[action$=pause] button");
        siri.go("/tasks");
        assertThat(siri.text()).contains("nordlys er stoppet", "Flytter regnskapet");
        Journey claim = Journey.begin(town().world(), "nordlys");
        odd.go("/creditors/nordlys");
        assertThat(claim.attempts()).isEmpty();
        odd.follow("form[action$=resume] button");
        assertThat(odd.text()).doesNotContain("nordlys er stoppet");
        town().world().untilWithoutPauses("sent", () -> claim.delivery().state().settled());
        assertThat(odd.complaints()).isEmpty();
    }
}
