package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.kravbro.agency.SoapRequest;
import no.kravbro.bundle.Mappings;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.bahs.Schema;
import org.apache.wss4j.common.util.UsernameTokenUtil;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What we send to BAHS is valid by its XSD, under a token as its test vector has it. */
class BahsRequestTest {

    private static final Path SAMPLES = Path.of("routes/bahs/samples/submit-claim");
    private static final String ASK =
            "<HentOperasjonsstatusInn xmlns=\"urn:kravbro:bahs:inkassoflyt:v1\"><innsendingId>æøå &amp; &lt;b&gt;</innsendingId></HentOperasjonsstatusInn>";

    private final Mappings mappings = new Mappings(Path.of("routes"));
    private final Clock machine = Clock.fixed(Instant.parse("2026-01-28T09:00:00Z"), ZoneOffset.UTC);

    @TestFactory
    Stream<DynamicTest> every_sample_is_mapped_to_a_valid_request() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            List<Path> inputs =
                    files.filter(file -> file.toString().endsWith(".in.json")).toList();
            assertThat(inputs).isNotEmpty();
            return inputs.stream()
                    .map(in -> DynamicTest.dynamicTest(in.getFileName().toString(), () -> {
                        String claim = mappings.apply("bahs/map/submit-claim.xslt", Files.readString(in));
                        assertThat(problems("<innsendingId>s-1</innsendingId>" + claim + claim))
                                .isEmpty();
                    }));
        }
    }

    @Test
    void a_batch_without_a_claim_is_not_valid() {
        assertThat(problems("<innsendingId>s-1</innsendingId>")).isNotEmpty();
    }

    private List<String> problems(String content) {
        String document =
                "<RegistrerSakerInn xmlns=\"urn:kravbro:bahs:inkassoflyt:v1\">" + content + "</RegistrerSakerInn>";
        byte[] envelope = new SoapRequest(document).bytes("user", "password", machine);
        return Schema.brokenRequest(new Call("POST", "/", Map.of(), Map.of(), envelope));
    }

    @Test
    void the_token_is_digested_and_new_every_time() throws Exception {
        String first = text(new SoapRequest(ASK));
        String second = text(new SoapRequest(ASK));
        assertThat(part(first, "Nonce")).isNotEqualTo(part(second, "Nonce"));
        assertThat(part(first, "Created")).isEqualTo("2026-01-28T09:00:00.000Z");
        byte[] nonce = Base64.getDecoder().decode(part(first, "Nonce"));
        assertThat(part(first, "Password"))
                .isEqualTo(UsernameTokenUtil.doPasswordDigest(nonce, part(first, "Created"), "prove-passord"));
        assertThat(first).contains("#PasswordDigest", "mustUnderstand=\"true\"").doesNotContain("prove-passord");
    }

    @Test
    void the_digest_is_that_of_the_contracts_test_vector() throws Exception {
        byte[] nonce = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
        assertThat(UsernameTokenUtil.doPasswordDigest(nonce, "2026-01-28T09:00:00Z", "prove-passord"))
                .isEqualTo("q2uAbttG6boyXVRh93U/Zw6GUBI=");
    }

    @Test
    void the_document_stays_as_it_is() {
        assertThat(text(new SoapRequest(ASK))).contains(ASK);
        assertThat(new SoapRequest(ASK).contentType())
                .isEqualTo(
                        "application/soap+xml; charset=utf-8; action=\"urn:kravbro:bahs:inkassoflyt:v1/HentOperasjonsstatus\"");
    }

    private String text(SoapRequest request) {
        return new String(request.bytes("kravbro-test", "prove-passord", machine), StandardCharsets.UTF_8);
    }

    private static String part(String envelope, String name) {
        return envelope.replaceAll("(?s).*<ws\\w+:" + name + "[^>]*>([^<]*)<.*", "$1");
    }
}
