package no.kravbro.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.kravbro.bundle.Mappings;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What BAHS answers, through the real profile and the real stylesheets: the table of the contract, row by row. */
class BahsAnswersTest {

    private static final Path ROUTES = Path.of("routes");
    private static final Path EXAMPLES = Path.of("src/test/resources/contracts/bahs/examples");
    private static final Delivery FIRST = Works.claim(1, "310245674-2147524143", "10023");
    private static final Delivery SECOND = Works.claim(2, "310245674-2147524175", "10025");
    private static final Delivery THIRD = Works.claim(3, "310245674-2147524090", "10019");

    private final Mappings mappings = new Mappings(ROUTES);
    private final AgencyProfile profile = new AgencyProfiles(ROUTES).of("bahs");

    private Outcome submit(int status, String body) {
        return read("submit-claim", status, body, Works.send(FIRST)).get(1L);
    }

    private Map<Long, Outcome> read(String call, int status, String body, Work work) {
        AnswerTable table = profile.answers().get(call);
        WireAnswer answer = new WireAnswer(status, body, Map.of(), null, null);
        return Answers.read(table, text -> mappings.applyTo(table.map(), text), answer, work);
    }

    private static String envelope(String content) {
        return "<env:Envelope xmlns:env=\"http://www.w3.org/2003/05/soap-envelope\"><env:Body>" + content
                + "</env:Body></env:Envelope>";
    }

    private static String fault(String detail) {
        return envelope("<env:Fault><env:Code><env:Value>env:Sender</env:Value></env:Code><env:Detail>" + detail
                + "</env:Detail></env:Fault>");
    }

    private static String example(String name) throws IOException {
        return Files.readString(EXAMPLES.resolve(name)).replaceFirst("(?s)^<\\?xml[^>]*\\?>", "");
    }

    @Test
    void taken_for_processing() throws IOException {
        Outcome outcome = submit(200, envelope(example("01-RegistrerSakerSvar.xml")));
        assertThat(outcome).isEqualTo(new Outcome.Unknown("HANDED_OVER", "Taken for processing", "op-551020"));
    }

    /** Whatever status it comes with. */
    @ParameterizedTest
    @ValueSource(ints = {200, 400, 500, 503})
    void a_typed_fault_is_read_not_its_status(int status) throws IOException {
        Outcome outcome = submit(status, fault(example("F11-MidlertidigFeil.xml")));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.NotSent.class, no -> {
            assertThat(no.cause()).isEqualTo("LOCKED");
            assertThat(no.pause()).isEqualTo(Duration.ofSeconds(600));
            assertThat(no.needsPerson()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "F01-FinnesFeil, CONTENT_CHANGED",
        "F06-UgyldigInndataFeil, INVALID_DATA",
        "F08-AvtaleOpphortFeil, AGREEMENT_ENDED"
    })
    void refused(String name, String cause) throws IOException {
        assertThat(submit(400, fault(example(name + ".xml"))))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class, no -> assertThat(no.cause()).isEqualTo(cause));
    }

    @Test
    void no_access_is_for_a_person() throws IOException {
        assertThat(submit(500, fault(example("F07-TilgangNektetFeil.xml"))))
                .isInstanceOfSatisfying(Outcome.NotSent.class, no -> {
                    assertThat(no.cause()).isEqualTo("NO_ACCESS");
                    assertThat(no.needsPerson()).isTrue();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wsse:FailedAuthentication",
                "wsse:InvalidSecurity",
                "wsse:InvalidSecurityToken",
                "wsu:MessageExpired"
            })
    void a_security_fault_is_for_a_person(String subcode) {
        String body = envelope("<env:Fault><env:Code><env:Value>env:Sender</env:Value><env:Subcode><env:Value>"
                + subcode + "</env:Value></env:Subcode></env:Code></env:Fault>");
        assertThat(submit(500, body)).isInstanceOfSatisfying(Outcome.NotSent.class, no -> {
            assertThat(no.cause()).isEqualTo("BAD_CREDENTIALS");
            assertThat(no.needsPerson()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>It works!</html", "<html/>", "{}"})
    void what_is_no_answer_proves_nothing(String body) {
        assertThat(submit(200, body)).isInstanceOf(Outcome.Unknown.class);
        assertThat(submit(502, body)).isEqualTo(new Outcome.Unknown("SERVER_ERROR", "HTTP 502"));
    }

    @Test
    void an_untyped_fault_proves_nothing() {
        String body = envelope("<env:Fault><env:Code><env:Value>env:Receiver</env:Value></env:Code></env:Fault>");
        assertThat(submit(500, body)).isInstanceOf(Outcome.Unknown.class);
        assertThat(submit(200, body)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void each_member_gets_its_verdict() throws IOException {
        Map<Long, Outcome> outcomes = read(
                "inquire-claim",
                200,
                envelope(example("02-HentOperasjonsstatusSvar.xml")),
                Works.inquire(null, FIRST, SECOND, THIRD));
        assertThat(outcomes.get(1L)).isEqualTo(new Outcome.Accepted(Map.of("case", "700123")));
        assertThat(outcomes.get(2L))
                .isEqualTo(new Outcome.Rejected(
                        "DEBTOR_MISMATCH",
                        "DEBTOR_MISMATCH: skyldner/orgnr: Foretaket er slettet i Enhetsregisteret."));
        assertThat(outcomes.get(3L)).isInstanceOfSatisfying(Outcome.Unknown.class, open -> assertThat(open.cause())
                .isEqualTo("ALREADY_EXISTS"));
    }

    @Test
    void not_found_is_absence() throws IOException {
        assertThat(read("inquire-claim", 400, fault(example("F02-IkkeFunnetFeil.xml")), Works.inquire(null, FIRST))
                        .get(1L))
                .isEqualTo(Outcome.NotSent.absent());
        assertThat(List.of(profile.absentAfter())).containsExactly(2);
    }
}
