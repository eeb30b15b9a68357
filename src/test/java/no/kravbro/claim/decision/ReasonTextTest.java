package no.kravbro.claim.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reason says to people, in both languages. */
class ReasonTextTest {

    private static final Map<ReasonCode, Reason> EXAMPLES = List.of(
                    Reason.until(ReasonCode.NOT_OVERDUE, LocalDate.of(2026, 1, 1)),
                    Reason.until(ReasonCode.TOO_EARLY, LocalDate.of(2026, 1, 15)),
                    Reason.of(ReasonCode.BEFORE_START_DATE, "startDay", "2025-12-31"),
                    Reason.of(ReasonCode.PAID),
                    Reason.of(ReasonCode.OVERPAID, "openOre", "-12532862"),
                    Reason.of(ReasonCode.CREDITED),
                    Reason.of(ReasonCode.CREDIT_NOTE),
                    Reason.of(ReasonCode.BELOW_MINIMUM, "openOre", "9999").with("minimumOre", "10000"),
                    Reason.of(ReasonCode.ABOVE_MAXIMUM, "openOre", "123456700").with("maximumOre", "10000000"),
                    Reason.of(ReasonCode.TOO_OLD, "ageDays", "1001").with("maximumAgeDays", "1000"),
                    Reason.of(ReasonCode.EXCLUDED_INVOICE, "invoiceNumber", "10023"),
                    Reason.of(ReasonCode.EXCLUDED_CUSTOMER, "customerNumber", "20011"),
                    Reason.of(ReasonCode.FACTORED),
                    Reason.of(ReasonCode.AUTOMATIC_NOTICES),
                    Reason.of(ReasonCode.FOREIGN_CURRENCY, "currency", "EUR"),
                    Reason.of(ReasonCode.MISSING_DEBTOR_DATA, "missingFields", "email,postalCode"),
                    Reason.until(ReasonCode.REMINDERS_POSTPONED, LocalDate.of(2026, 2, 1)),
                    Reason.of(ReasonCode.NO_RECEIVABLE_POSTING),
                    Reason.of(ReasonCode.ALREADY_TRANSFERRED),
                    Reason.of(ReasonCode.DISPUTED),
                    Reason.of(ReasonCode.KEPT_BACK_INVOICE, "why", "Agreed with the customer"),
                    Reason.of(ReasonCode.KEPT_BACK_CUSTOMER, "why", "A good customer"))
            .stream()
            .collect(Collectors.toMap(Reason::code, reason -> reason));

    @ParameterizedTest
    @EnumSource(ReasonCode.class)
    void everyReasonHasATextThatUsesEachOfItsParamsOnce(ReasonCode code) throws IOException {
        Reason reason = EXAMPLES.get(code);
        assertThat(reason).as("example of " + code).isNotNull();
        assertThat(code.messageKey()).isEqualTo("reason." + code);
        for (String language : List.of("nb", "en")) {
            Properties messages = messages(language);
            String text = messages.getProperty(code.messageKey());
            assertThat(text).as(language + " text of " + code).isNotBlank().doesNotContain("'");
            for (int i = 0; i < reason.params().size(); i++) {
                assertThat(text).containsOnlyOnce("{" + i + "}");
            }
            assertThat(text).doesNotContain("{" + reason.params().size() + "}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nb", "en"})
    void noTextIsLeftOver(String language) throws IOException {
        List<String> expected = Arrays.stream(ReasonCode.values())
                .map(ReasonCode::messageKey)
                .sorted()
                .toList();
        assertThat(keys(language, "reason.")).containsExactlyElementsOf(expected);
        assertThat(keys(language, "field."))
                .containsExactlyElementsOf(DebtorNeed.knownFields().stream()
                        .map(field -> "field." + field)
                        .toList());
    }

    @Test
    void amountsDaysAndFieldsAreReadable() throws IOException {
        assertThat(text("nb", ReasonCode.TOO_EARLY)).isEqualTo("Inkassobyrået tar ikke imot kravet før 15.01.2026.");
        assertThat(text("nb", ReasonCode.ABOVE_MAXIMUM))
                .isEqualTo(
                        "Åpent beløp er 1\u00a0234\u00a0567,00 kr. Krav over 100\u00a0000,00 kr holdes tilbake til noen har sett på dem.");
        assertThat(text("nb", ReasonCode.MISSING_DEBTOR_DATA))
                .isEqualTo("Opplysninger om kunden mangler: e-post, postnummer. Fyll dem ut på kunden i Tripletex.");
        assertThat(text("en", ReasonCode.MISSING_DEBTOR_DATA))
                .isEqualTo("Data about the customer are missing: e-mail, postal code. Fill them in on the customer in"
                        + " Tripletex.");
        assertThat(text("en", ReasonCode.TOO_OLD))
                .isEqualTo("The invoice fell due 1001 days ago. Claims older than 1000 days are held back until someone"
                        + " has looked at them.");
        assertThat(text("nb", ReasonCode.OVERPAID)).contains("\u2212125\u00a0328,62 kr");
    }

    @Test
    void paramsKeepTheirOrder() {
        Reason reason =
                Reason.of(ReasonCode.BELOW_MINIMUM, "z", "1").with("a", "2").with("m", "3");
        assertThat(reason.arguments(UnaryOperator.identity())).containsExactly("1", "2", "3");
        assertThat(reason.until()).isNull();
        assertThat(Reason.until(ReasonCode.TOO_EARLY, LocalDate.EPOCH)
                        .with("a", "b")
                        .until())
                .isEqualTo(LocalDate.EPOCH);
    }

    private static String text(String language, ReasonCode code) throws IOException {
        Properties messages = messages(language);
        Object[] arguments = EXAMPLES.get(code).arguments(messages::getProperty).toArray();
        return new MessageFormat(messages.getProperty(code.messageKey()), Locale.ROOT).format(arguments);
    }

    private static TreeSet<String> keys(String language, String prefix) throws IOException {
        return messages(language).stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties messages(String language) throws IOException {
        Properties messages = new Properties();
        try (InputStream file = ReasonTextTest.class.getResourceAsStream("/messages_" + language + ".properties")) {
            messages.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return messages;
    }
}
