package no.kravbro.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.Stage;
import no.kravbro.creditor.Job;
import no.kravbro.delivery.Schedules;
import no.kravbro.flows.Journey;
import no.kravbro.transfer.list.ListItems;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The work lists: what goes to collection, what goes to an agency, what is kept back and what debtors object to. */
interface ListJourneys {

    Town town();

    @Test
    @DisplayName("the list is answered before Thursday, by keys alone, and the agency has heard the no")
    default void theListIsAnsweredBeforeThursday() {
        Journey claim = listed();
        Tab inga = town().as("inga");
        inga.go("/collection-list?creditorId=nordlys&lang=nb");
        assertThat(inga.text()).contains("Rollene dine gir ikke rett til dette");
        assertThat(inga.run("document.querySelector('form[action$=reject] button').disabled")
                        .asBoolean())
                .isTrue();
        Tab siri = town().as("siri");
        siri.go("/collection-list?creditorId=nordlys&lang=nb");
        assertThat(siri.text()).contains(claim.invoice().number(), "torsdag", "Venter på svar");
        siri.run("document.querySelector('main tbody th a[href$=\"" + claim.key() + "\"]').focus()");
        siri.press("x");
        siri.press("r");
        siri.write("Avtalt med kunden");
        assertThat(siri.enter()).isEqualTo(200);
        assertThat(siri.text()).contains("De valgte går ikke til inkasso");
        assertThat(siri.address()).startsWith("/collection-list?").contains("creditorId=nordlys");
        town().world().untilWithoutPauses("the agency has paused it", () -> {
            hearCases();
            return claim.claim().flags().contains("PAUSED");
        });
        siri.go("/collection-list?state=REJECTED&lang=nb");
        assertThat(siri.text()).contains(claim.invoice().number(), "Avtalt med kunden", "siri");
        assertThat(siri.complaints()).isEmpty();
    }

    private Journey listed() {
        town().refuses(false);
        Journey claim = Journey.begin(town().world(), "nordlys");
        town().world().untilWithoutPauses("accepted", () -> claim.claim().state() == ClaimState.ACCEPTED);
        town().world().town().autoCollect().moveTo(claim.key(), Stage.LIST_PENDING);
        ListItems items = town().world().bean(ListItems.class);
        town().world().untilWithoutPauses("listed", () -> {
            hearCases();
            return items.after("nordlys", Instant.EPOCH).stream()
                    .anyMatch(each -> each.claimKey().equals(claim.key()));
        });
        return claim;
    }

    private void hearCases() {
        town().world().bean(Schedules.class).hint("nordlys", Job.CASES.name());
    }

    @Test
    @DisplayName("a draft is looked at and handed over as it was shown; another is kept back with a reason, and let go")
    default void draftsAreLookedAt() {
        town().refuses(false);
        Invoice invoice = town().lastFree();
        String box = "input[name=invoices][value='" + invoice.number() + "']";
        Tab odd = town().as("odd");
        odd.go("/drafts?creditorId=nordlys&size=500&lang=nb");
        odd.follow("form[action='/drafts/look'] .btn-primary");
        assertThat(odd.text()).contains("Velg minst én linje først");
        odd.click(box);
        odd.type("#d-reason", "Avdrag er avtalt");
        odd.follow("button[formaction$=reject]");
        assertThat(odd.text()).contains("Holdt tilbake").doesNotContain("\t" + invoice.number() + "\t");
        odd.go("/exclusions?lang=nb");
        assertThat(odd.text()).contains(invoice.number(), "Avdrag er avtalt");
        odd.run("[...document.querySelectorAll('main tbody th a')].find(a => a.textContent === '" + invoice.number()
                + "').focus()");
        odd.press("l");
        odd.write("Avdraget kom ikke");
        odd.enter();
        assertThat(odd.text()).contains("Kan gå igjen");

        Tab arne = town().as("arne");
        arne.go("/drafts?creditorId=nordlys&size=500&lang=nb");
        arne.click(box);
        arne.follow("form[action='/drafts/look'] .btn-primary");
        assertThat(arne.text()).contains(invoice.number(), "Slik går det fra Nordlys Elektro AS til autocollect");
        String shown = arne.address();
        arne.run("document.querySelector('input[name=lines]').value += 'x'");
        arne.follow("form[action$=hand-over] button");
        assertThat(arne.text()).contains("Ikke sendt", "Den er ikke slik den ble vist");
        arne.go(shown);
        arne.follow("form[action$=hand-over] button");
        assertThat(arne.text()).contains("På vei: ");
        Journey claim = Journey.planned(town().world(), "nordlys", invoice);
        town().world().untilWithoutPauses("accepted", () -> claim.claim().state() == ClaimState.ACCEPTED);
        assertThat(arne.complaints()).isEmpty();
        assertThat(odd.complaints()).isEmpty();
    }

    @Test
    @DisplayName("an objection is answered from the list, and the list stands as it was filtered")
    default void anObjectionIsAnsweredFromTheList() {
        Tab siri = town().as("siri");
        siri.go("/claims/" + town().failed(9).key() + "?lang=nb");
        siri.type("#d-reason", "Jeg har aldri bestilt dette");
        siri.follow("form[action$=disputes] button");
        siri.go("/disputes?creditorId=nordlys&lang=nb");
        String form = "form[action^='/claims/" + town().failed(9).key() + "/disputes/']";
        assertThat(siri.text()).contains("Jeg har aldri bestilt dette", "meldt", "hele kravet");
        siri.type(form + " select", "CLAIM_UPHELD");
        siri.type(form + " textarea", "Bestilt på nett 3. desember");
        siri.follow(form + " button");
        assertThat(siri.text()).contains("Svaret er sendt").doesNotContain("Jeg har aldri bestilt dette");
        assertThat(siri.address()).startsWith("/disputes?").contains("creditorId=nordlys");
        assertThat(siri.complaints()).isEmpty();
    }
}
