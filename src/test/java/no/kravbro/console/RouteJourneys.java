package no.kravbro.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.kravbro.access.Keys;
import no.kravbro.access.Role;
import no.kravbro.api.cli.Cli;
import no.kravbro.audit.Actor;
import no.kravbro.bundle.BundleArchive;
import no.kravbro.bundle.BundleNode;
import no.kravbro.bundle.Snapshot;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Another bundle of routes is planned, applied and left again, in the browser. */
interface RouteJourneys {

    String FILE = "bahs/map/words.jslt";

    Town town();

    @Test
    @DisplayName("a bundle is checked, planned by one person, applied by another, and left again")
    default void aBundleIsPlannedAppliedAndLeft() {
        Snapshot before = running();
        Tab inga = town().login("inga");
        upload(inga, with(before, "// Endret av Inga\n" + before.files().get(FILE)));
        assertThat(inga.text())
                .contains("Ruter: 0 nye, 0 endret, 0 borte. Filer: 1.", FILE, "+// Endret av Inga", "bahs")
                .contains("Du har laget planen selv. En annen må ta den i bruk.");
        assertThat(inga.run("document.querySelector('form[action$=apply] button').disabled")
                        .asBoolean())
                .isTrue();
        assertThat(inga.axe()).isEmpty();

        Tab odd = town().login("odd");
        odd.go(inga.address());
        odd.follow("form[action$=apply] button");
        assertThat(odd.text()).contains("Den nye rutebunten kjører her.", "Tatt i bruk");
        assertThat(running().files().get(FILE)).startsWith("// Endret av Inga");

        odd.follow("form[action='/routes/versions/" + before.version() + "/back'] button");
        assertThat(odd.text()).contains("Gå tilbake", "-// Endret av Inga");
        odd.follow("form[action$=apply] button");
        assertThat(running()).isEqualTo(before);
        assertThat(odd.axe()).isEmpty();
        assertThat(inga.complaints()).isEmpty();
        assertThat(odd.complaints()).isEmpty();
    }

    @Test
    @DisplayName("what does not pass changes nothing, and says where")
    default void whatDoesNotPassChangesNothing() {
        Snapshot before = running();
        Tab inga = town().login("inga");
        upload(inga, with(before, "{\n\"a\": oo(3)}"));
        assertThat(inga.address()).isEqualTo("/routes");
        assertThat(inga.text()).contains("ingenting er endret", FILE + ":2");
        assertThat(running()).isEqualTo(before);
        upload(inga, "no archive".getBytes(StandardCharsets.UTF_8));
        assertThat(inga.text()).contains("ingenting er endret");
        Tab siri = town().as("siri");
        assertThat(siri.go("/routes")).isEqualTo(403);
    }

    @Test
    @DisplayName(
            "the same from the command line: a key is the person it acts for, and without one it is no second person")
    default void aBundleIsPlannedAndAppliedFromTheCommandLine() throws IOException {
        Snapshot before = running();
        Path archive = Files.createTempFile("routes", ".zip");
        Files.write(
                archive, with(before, "// Fra kommandolinjen\n" + before.files().get(FILE)));
        String ingas = key("inga");
        String planned = type(0, ingas, "routes", "plans", "make", archive.toString(), "-o", "json");
        String plan = new ObjectMapper().readTree(planned).at("/plan/id").asText();
        assertThat(planned).contains("\"madeBy\" : \"inga\"", "+// Fra kommandolinjen");
        assertThat(type(1, ingas, "routes", "plans", "apply", plan)).contains("You made the plan yourself");
        assertThat(type(1, key(null), "routes", "plans", "apply", plan)).contains("acts for nobody");
        assertThat(running()).isEqualTo(before);

        String odds = key("odd");
        assertThat(type(0, odds, "routes", "plans", "apply", plan)).contains("APPLIED");
        assertThat(running().files().get(FILE)).startsWith("// Fra kommandolinjen");
        String back = type(0, odds, "routes", "plans", "back", before.version(), "-o", "json");
        plan = new ObjectMapper().readTree(back).at("/plan/id").asText();
        assertThat(type(0, odds, "routes", "plans", "apply", plan)).contains("APPLIED");
        assertThat(running()).isEqualTo(before);
        assertThat(type(0, odds, "routes", "plans", "list")).contains(plan, "ROLL_BACK");

        Files.write(archive, with(before, "{\n\"a\": oo(3)}"));
        assertThat(type(1, odds, "routes", "plans", "make", archive.toString())).contains(FILE + ":2");
        assertThat(running()).isEqualTo(before);
    }

    /** A file with a key for the routes. @param owner or null */
    private String key(String owner) throws IOException {
        Role role = "inga".equals(owner) ? Role.INTEGRATOR : Role.OPERATIONS;
        String value = town().world()
                .bean(Keys.class)
                .make(
                        new Keys.Form("routes-" + owner, owner, Set.of(role), null, null),
                        new Actor("ada", "ADMIN", Actor.Via.CONSOLE));
        return Files.writeString(Files.createTempFile("key", null), value).toString();
    }

    private String type(int code, String key, String... words) {
        StringWriter said = new StringWriter();
        PrintWriter printer = new PrintWriter(said, true);
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--url=http://localhost:" + town().world().port(), "--token-file=" + key));
        assertThat(Cli.run(printer, printer, all.toArray(String[]::new)))
                .as(said.toString())
                .isEqualTo(code);
        return said.toString();
    }

    private Snapshot running() {
        return town().world().bean(BundleNode.class).running();
    }

    private static byte[] with(Snapshot bundle, String text) {
        Map<String, String> files = new TreeMap<>(bundle.files());
        files.put(FILE, text);
        return new BundleArchive(new Snapshot(new TreeMap<>(files)), "1").bytes();
    }

    private static void upload(Tab tab, byte[] archive) {
        tab.go("/routes?lang=nb");
        tab.run("(() => { const bytes = Uint8Array.from(atob('"
                + Base64.getEncoder().encodeToString(archive)
                + "'), c => c.charCodeAt(0)); const held = new DataTransfer();"
                + " held.items.add(new File([bytes], 'routes.zip', {type: 'application/zip'}));"
                + " document.querySelector('#archive').files = held.files; return true; })()");
        tab.follow("form[action='/routes/plans'] button");
    }
}
