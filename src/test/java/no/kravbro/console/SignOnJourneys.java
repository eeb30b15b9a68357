package no.kravbro.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Logging in by the company's own accounts. */
interface SignOnJourneys {

    Town town();

    @Test
    @DisplayName("whom the issuer names comes in with the roles it tells, and goes out of both")
    default void inByTheCompanyAccountAndOut() {
        FakeIssuer issuer = town().issuer();
        issuer.next(
                "17",
                "Liv.Lund@firma.example",
                Map.of("roles", List.of("kravbro-support", "cook"), "name", "Liv Lund"));
        Tab liv = town().tab();
        liv.go("/claims?state=ACCEPTED");
        assertThat(liv.address()).isEqualTo("/login");
        liv.follow("a[href='/login/company']");
        assertThat(liv.address()).startsWith("/claims?").contains("state=ACCEPTED");
        liv.go("/me?lang=nb");
        assertThat(liv.text()).contains("Liv Lund", "Support");
        assertThat(liv.go("/users")).isEqualTo(403);
        liv.follow("form[action='/logout'] button");
        assertThat(liv.text()).contains("Du er logget ut");
        assertThat(liv.complaints()).isEmpty();
        assertThat(issuer.asked()).contains("authorize S256");
        issuer.next(
                "17",
                "liv.renamed",
                Map.of("roles", "KRAVBRO_ACCOUNTANT", "creditors", List.of("bergvik"), "name", "Liv Lund"));
        liv.go("/login/company");
        liv.go("/creditors/nordlys");
        assertThat(liv.text()).doesNotContain("Nordlys Elektro");
        assertThat(town().world()
                        .sql()
                        .sql("select role from app_user_role where name = 'liv.lund-firma.example'")
                        .query(String.class)
                        .list())
                .containsExactly("ACCOUNTANT");
        assertThat(
                        town().world()
                                .count(
                                        "select count(*) from audit where who = 'sign-on' and subject = 'users/liv.lund-firma.example'"))
                .isEqualTo(2);
    }

    @Test
    @DisplayName(
            "nobody becomes a person made here by having the same name, comes in without a role, or by a forged token")
    default void notEverybodyIsWelcome() {
        FakeIssuer issuer = town().issuer();
        Tab tab = town().tab();
        issuer.next("18", "ada", Map.of("roles", List.of("kravbro-admin")));
        assertThat(refusal(tab)).contains("Navnet ditt er brukt av en annen her");
        issuer.next("19", "per", Map.of("roles", List.of("cook")));
        assertThat(refusal(tab)).contains("Kontoen din har ingen rolle her");
        issuer.next("20", "regine", Map.of("roles", List.of("kravbro-accountant")));
        assertThat(refusal(tab)).contains("regnskapsfører uten kreditorer");
        issuer.forges(true);
        issuer.next("21", "ulf", Map.of("roles", List.of("kravbro-admin")));
        assertThat(refusal(tab)).contains("lyktes ikke");
        issuer.forges(false);
        assertThat(tab.axe()).isEmpty();
        assertThat(town().world().count("select count(*) from app_user where name in ('per', 'regine', 'ulf')"))
                .isZero();
        assertThat(town().world().count("select count(*) from audit where subject = 'sign-on' and outcome = 'REFUSED'"))
                .isEqualTo(4);
        tab.go("/");
        assertThat(tab.address()).isEqualTo("/login");
    }

    private static String refusal(Tab tab) {
        tab.go("/login/company?lang=nb");
        return tab.text();
    }
}
