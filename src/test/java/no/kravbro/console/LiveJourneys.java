package no.kravbro.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.kravbro.access.User;
import no.kravbro.access.Users;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A page hears that something has happened, until its person does not want to. */
interface LiveJourneys {

    Town town();

    @Test
    @DisplayName("a list says that it has become another, counts follow in the menu, and both can be switched off")
    default void aListSaysThatItHasBecomeAnother() {
        LiveLines lines = town().world().bean(LiveLines.class);
        Tab tab = town().login("odd");
        tab.go("/tasks?lang=nb");
        tab.untilThere("[data-stream=open]");
        assertThat(lines.lines()).isPositive();
        assertThat(tab.run("document.getElementById('fresh').hidden").asBoolean())
                .isTrue();
        town().world()
                .sql()
                .sql(
                        """
                        insert into task (kind, subject, creditor_id, agency, detail, due_on, state, opened_at) values
                          ('ANSWER_AGENCY', 'question 2', 'nordlys', 'autocollect', 'Hvem gjelder det?', date '2026-02-01',
                          'OPEN', current_timestamp)""")
                .update();
        tab.untilThere("#fresh:not([hidden])");
        assertThat(tab.run("document.querySelector('.side [data-count=tasks]').textContent")
                        .asText())
                .isEqualTo(String.valueOf(town().world().count("select count(*) from task where state = 'OPEN'")));
        assertThat(tab.axe()).isEmpty();
        tab.follow("#fresh a");
        assertThat(tab.text()).contains("Hvem gjelder det?");
        tab.follow(".foot a");
        assertThat(tab.text()).contains("Oppdater av seg selv");
        assertThat(tab.run("document.documentElement.dataset.stream === undefined")
                        .asBoolean())
                .isTrue();
        tab.go("/claims");
        assertThat(tab.run("document.documentElement.dataset.live").asText()).isEqualTo("off");
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    @DisplayName("the line of somebody who has logged out ends")
    default void aLineEndsWithItsSession() {
        Tab tab = town().login("inga");
        tab.go("/deliveries?lang=nb");
        tab.untilThere("[data-stream=open]");
        tab.run("window.ended = new Promise(done => { const line = new EventSource('/events');"
                + " line.onerror = () => { line.close(); done('ended'); };"
                + " line.onopen = () => { window.began = true; }; }); 0");
        tab.untilThere("[data-stream=open]");
        tab.run(
                "new Promise(done => { const look = () => window.began ? done(1) : requestAnimationFrame(look); look(); })");
        tab.run("fetch('/logout', {method: 'POST', headers: {'X-CSRF-TOKEN':"
                + " document.querySelector('meta[name=csrf]').content}}).then(r => r.status)");
        town().world().bean(LiveLines.class).tellAnew();
        assertThat(tab.run("window.ended").asText()).isEqualTo("ended");
    }

    @Test
    @DisplayName("whoever goes through many pages is told on the newest, and the pages that were left take no place")
    default void theNewestPagesAreTold() {
        LiveLines lines = town().world().bean(LiveLines.class);
        User odd = town().world().bean(Users.class).find("odd").orElseThrow();
        MockHttpSession session = new MockHttpSession();
        List<SseEmitter> opened = new ArrayList<>();
        for (int page = 0; page < LiveLines.MOST_OF_ONE + 5; page++) {
            opened.add(lines.open(new Visitor(odd, Locale.ENGLISH), session));
        }
        assertThat(lines.of(session)).containsExactlyElementsOf(opened.subList(5, opened.size()));
        session.invalidate();
        lines.tellAnew();
        assertThat(lines.of(session)).isEmpty();
    }
}
