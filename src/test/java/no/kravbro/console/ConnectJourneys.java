package no.kravbro.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Operations connect a creditor, in the browser. */
interface ConnectJourneys {

    Town town();

    @Test
    @DisplayName(
            "a creditor is connected by a form that says what is wrong, and is in service when both sides have confirmed")
    default void connectedByAForm() throws IOException {
        String token = Files.readString(Path.of("src/test/resources/sandbox/secrets/skogly-employee"))
                .strip();
        Tab odd = town().as("odd");
        odd.go("/creditors?lang=nb");
        odd.follow("a[href='/connect']");
        odd.type("#name", "Skogly Tannklinikk AS");
        odd.type("#id", "skogly");
        odd.type("#organizationNumber", "310 777 219");
        odd.type("#token", token);
        odd.type("#agency", "kk2");
        odd.type("#startDate", "2025-01-01");
        odd.follow("main form.stack button");
        assertThat(odd.text()).contains("Dette er ikke et norsk organisasjonsnummer", "Noe må rettes først");
        assertThat(value(odd, "#name")).isEqualTo("Skogly Tannklinikk AS");
        assertThat(value(odd, "#agency")).isEqualTo("kk2");
        assertThat(odd.run("document.documentElement.outerHTML").asText()).doesNotContain(token);
        assertThat(odd.axe()).isEmpty();
        odd.type("#organizationNumber", "310 777 218");
        odd.type("#token", token);
        odd.follow("main form.stack button");
        assertThat(odd.text()).contains("Kreditoren er knyttet til", "Venter på bekreftelse", "Prøvekjøring");
        assertThat(odd.run("document.documentElement.outerHTML").asText()).doesNotContain(token);
        assertThat(odd.axe()).isEmpty();
        odd.type("#how-CREDITOR", "Signert i dag");
        odd.follow("form[action$=confirm] button");
        odd.type("#how-AGENCY", "Velkomstmail");
        odd.follow("form[action$=confirm] button");
        assertThat(odd.text()).contains("I drift", "Etter godkjenning", "Velkomstmail", "odd");
        assertThat(odd.complaints()).isEmpty();
    }

    private static String value(Tab tab, String selector) {
        return tab.run("document.querySelector('" + selector + "').value").asText();
    }

    @Test
    @DisplayName("who may not connect creditors has no button and no form for it")
    default void onlyOperationsConnect() {
        Tab siri = town().as("siri");
        siri.go("/creditors?lang=nb");
        assertThat(siri.run("document.querySelector(\"a[href='/connect']\") === null")
                        .asBoolean())
                .isTrue();
        assertThat(siri.go("/connect")).isEqualTo(403);
    }
}
