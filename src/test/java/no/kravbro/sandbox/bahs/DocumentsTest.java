package no.kravbro.sandbox.bahs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract's own documents are valid by its XSD, and a spoiled one is not. */
class DocumentsTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/contracts/bahs/examples");

    @TestFactory
    Stream<DynamicTest> every_example_is_valid() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            List<Path> documents = files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
            assertThat(documents).hasSizeGreaterThan(30);
            return documents.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> assertThat(
                                    Schema.broken(Element.parse(Files.readAllBytes(file))))
                            .isEmpty()));
        }
    }

    @Test
    void a_spoiled_example_is_not_valid() throws IOException {
        String text = Files.readString(EXAMPLES.resolve("01-RegistrerSakerInn.xml"));
        assertThat(Schema.broken(Element.parse(text.replace("VARSEL", "NOTICE"))))
                .isNotEmpty();
    }

    @Test
    void a_document_type_is_refused() {
        assertThat(Element.parse("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"))
                .isNull();
    }

    @Test
    void the_digest_is_that_of_the_test_vector() throws IOException {
        Element token = Element.parse(Files.readAllBytes(EXAMPLES.resolve("envelope/request-usernametoken.xml")))
                .child("Header/Security/UsernameToken");
        byte[] nonce = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
        assertThat(Doorkeeper.digest(nonce, token.text("Created"), "prove-passord"))
                .isEqualTo(token.text("Password"));
    }
}
