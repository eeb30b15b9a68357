package no.kravbro.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import no.kravbro.Settings;
import no.kravbro.TextsConfiguration;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.api.Overview;
import no.kravbro.bundle.BundleStatus;
import no.kravbro.bundle.Problem;
import no.kravbro.fakes.TestDatabase;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.fakes.TriedOut;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** The start page teaches while it is empty, tells while it is not, in both languages, without a script. */
@WebMvcTest(
        controllers = {StartPage.class, SandboxButton.class},
        properties = {"kravbro.clock.url=http://localhost:1/clock", "kravbro.tripletex.consumer-token-file=unused"})
class StartPageTest {

    @Autowired
    private MockMvc browser;

    @Autowired
    private TestDatabase database;

    @Autowired
    private BundleStatus bundle;

    @TestConfiguration
    @Import({TextsConfiguration.class, Overview.class})
    @EnableConfigurationProperties(Settings.class)
    @ComponentScan(
            basePackages = {
                "no.kravbro.console",
                "no.kravbro.api",
                "no.kravbro.audit",
                "no.kravbro.deadletter",
                "no.kravbro.delivery",
                "no.kravbro.reconcile"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    ".*(CreditorsApi|ActionsApi|AgreementsApi|DisputesApi|InstructionsApi|ReportsApi|SettlementEntry|ProposalEntry|Test|Test\\$.*|Configuration)"))
    static class Rooms {

        @Bean
        TriedOut dryRun() {
            return new TriedOut();
        }

        @Bean
        TestDatabase database() {
            return TestDatabases.H2.open();
        }

        @Bean
        JdbcClient sql(TestDatabase database) {
            return database.client();
        }

        @Bean
        NamedParameterJdbcTemplate named(TestDatabase database) {
            return database.named();
        }

        @Bean
        TransactionTemplate transaction(TestDatabase database) {
            return database.transaction();
        }

        @Bean(destroyMethod = "")
        DataSource source(TestDatabase database) {
            return database.dataSource();
        }

        @Bean
        @Primary
        Clock business() {
            return Clock.fixed(Instant.parse("2026-01-14T07:00:00Z"), ZoneId.of("Europe/Oslo"));
        }

        @Bean
        AgencyProfiles profiles() {
            return new AgencyProfiles(Path.of("routes"));
        }

        @Bean
        BundleStatus bundle() {
            return new BundleStatus(Clock.systemUTC());
        }

        @Bean
        Clock machine() {
            return Clock.systemUTC();
        }
    }

    @BeforeEach
    void empty() {
        database.clear();
    }

    @Test
    void emptyTablesSayWhatWillCome() throws Exception {
        browser.perform(get("/"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<html lang=\"nb\">")))
                .andExpect(content().string(containsString("Ingenting er stoppet")))
                .andExpect(content().string(containsString("14.01.2026 08:00")))
                .andExpect(content().string(not(containsString("<table"))));
    }

    @Test
    void tellsWhatStandsWhere() throws Exception {
        story();
        browser.perform(get("/"))
                .andExpect(content().string(containsString("Hos byrået")))
                .andExpect(content().string(containsString("Inkassovarsel")))
                .andExpect(content().string(containsString("12\u00a0500,00\u00a0kr")))
                .andExpect(content().string(containsString("9\u00a0999,11\u00a0kr")))
                .andExpect(content().string(containsString("48213-2026")))
                .andExpect(content().string(containsString("Bokført og lukket mot fakturaen")))
                .andExpect(content().string(containsString("Byrået avviste kravet")))
                .andExpect(content().string(containsString("kravbro dead-letters show")))
                .andExpect(content().string(containsString("Lukk postene mot hverandre")));
    }

    @Test
    void refusedRouteFilesAreNamed() throws Exception {
        bundle.note("a", "b", List.of(new Problem("autocollect/send.camel.yaml", 15, "yaml", "broken <here>")));
        browser.perform(get("/"))
                .andExpect(content().string(containsString("Endrede rutefiler som er avvist")))
                .andExpect(content().string(containsString("send.camel.yaml:15: yaml: broken &lt;here&gt;")));
        bundle.note("a", "a", List.of());
        browser.perform(get("/")).andExpect(content().string(not(containsString("rutefiler"))));
    }

    @Test
    void englishByAddressOrByBrowser() throws Exception {
        story();
        for (var asked : new String[] {"/?lang=en", "/"}) {
            browser.perform(get(asked).header("Accept-Language", "en-GB,en;q=0.9"))
                    .andExpect(content().string(containsString("<html lang=\"en\">")))
                    .andExpect(content().string(containsString("With the agency")))
                    .andExpect(content().string(containsString("The agency refused the claim")));
        }
        browser.perform(get("/?lang=nb").header("Accept-Language", "en"))
                .andExpect(content().string(containsString("<html lang=\"nb\">")));
    }

    @Test
    void refreshCanBeSwitchedOff() throws Exception {
        browser.perform(get("/")).andExpect(content().string(containsString("http-equiv=\"refresh\"")));
        browser.perform(get("/?refresh=off"))
                .andExpect(content().string(not(containsString("http-equiv=\"refresh\""))))
                .andExpect(content().string(containsString("Oppdater hvert 5. sekund")));
    }

    @Test
    void noScriptAndNothingFromElsewhere() throws Exception {
        String page = browser.perform(get("/"))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).doesNotContain("<script", "style=", "<style", "onclick", "http://", "https://");
    }

    @Test
    void everyTableHasHeadersAndEverySectionAName() throws Exception {
        story();
        String page = browser.perform(get("/")).andReturn().getResponse().getContentAsString();
        assertThat(page.split("<table").length - 1).isEqualTo(7);
        assertThat(page.split("<thead>").length - 1).isEqualTo(7);
        assertThat(page.split("<th(?![a-z])").length)
                .as("every header cell says what it heads")
                .isEqualTo(page.split("<th scope=").length);
        assertThat(page.split("<section aria-labelledby=").length).isEqualTo(page.split("<section").length);
    }

    @Test
    void aDayCanBeAskedForOnlyFromThisPage() throws Exception {
        browser.perform(get("/")).andExpect(content().string(containsString("Gå én dag fram")));
        browser.perform(post("/sandbox/advance").header("Sec-Fetch-Site", "cross-site"))
                .andExpect(status().isForbidden());
        browser.perform(post("/sandbox/advance").param("lang", "en").param("refresh", "off"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/?lang=en&refresh=off&advanced=no"));
        browser.perform(get("/?lang=en&advanced=no"))
                .andExpect(content().string(containsString("The clock did not answer")));
    }

    private void story() {
        database.creditor("nordlys", "310245674");
        for (String statement : new String[] {
            """
            insert into claim (claim_key, creditor_id, invoice_id, invoice_number, agency, state, stage, submission,
              principal_ore, created_at, updated_at) values ('310245674-1', 'nordlys', 1, '10057', 'autocollect',
              'ACCEPTED', 'NOTICE', 1, 1250000, current_timestamp, current_timestamp)""",
            """
            insert into delivery (kind, delivery_key, submission, target, group_key, creditor_id, claim_key, payload,
              amount_ore, state, purpose, due_at, created_at, updated_at) values ('SUBMIT_CLAIM', '310245674-1', 1,
              'autocollect', '310245674-1', 'nordlys', '310245674-1', '{}', 1250000, 'DONE', 'SEND',
              current_timestamp, current_timestamp, current_timestamp)""",
            """
            insert into remittance (creditor_id, agency, remittance, bank_text, payout_date, expected_count,
              carried_in_ore, carried_out_ore, net_payout_ore, state, created_at) values ('nordlys', 'autocollect',
              '48213', 'Ihht samlebilag 48213', date '2026-01-14', 1, 0, 0, 999911, 'EXPECTED', current_timestamp)""",
            """
            insert into booking (booking_key, creditor_id, agency, way, state, event, principal_ore, net_ore,
              voucher_id, voucher_number, booked_on, created_at, updated_at) values ('autocollect:48213-1', 'nordlys',
              'autocollect', 'VOUCHER', 'MATCHED', '{}', 1000000, 999911, 77, '48213-2026', date '2026-01-14',
              current_timestamp, current_timestamp)""",
            """
            insert into dead_letter (subject, what, creditor_id, agency, amount_ore, cause, owner, fingerprint,
              may_have_landed, state, created_at, updated_at) values ('310245674-2 / 1', 'SUBMIT_CLAIM', 'nordlys',
              'autocollect', 500000, 'INVALID_DATA', 'CREDITOR', 'f', false, 'OPEN', current_timestamp,
              current_timestamp)""",
            """
            insert into difference (creditor_id, cause, subject, amount_ore, detail, state, opened_at) values ('nordlys',
              'BOOKED_NOT_MATCHED', '10057', 1000000, 'open', 'OPEN', current_timestamp)"""
        }) {
            database.client().sql(statement).update();
        }
    }
}
