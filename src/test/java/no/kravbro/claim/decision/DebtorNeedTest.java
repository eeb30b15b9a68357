package no.kravbro.claim.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import no.kravbro.claim.Debtor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DebtorNeedTest {

    static Stream<String> fields() {
        return DebtorNeed.knownFields().stream();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everyKnownFieldIsReadFromWhereItStands(String field) throws ReflectiveOperationException {
        List<Object> values = new ArrayList<>();
        for (var component : Debtor.class.getRecordComponents()) {
            Object value = component.getAccessor().invoke(Debtors.named());
            values.add(component.getName().equals(field) ? null : value);
        }
        Class<?>[] types = Arrays.stream(Debtor.class.getRecordComponents())
                .map(component -> component.getType())
                .toArray(Class<?>[]::new);
        Debtor lacking = Debtor.class.getDeclaredConstructor(types).newInstance(values.toArray());

        assertThat(DebtorNeed.missing(List.copyOf(DebtorNeed.knownFields()), lacking))
                .isEqualTo(field);
    }

    @Test
    void everyTextOfADebtorCanBeNeeded() {
        List<String> texts = Arrays.stream(Debtor.class.getRecordComponents())
                .filter(component -> component.getType() == String.class)
                .map(component -> component.getName())
                .sorted()
                .toList();
        assertThat(DebtorNeed.knownFields()).containsExactlyElementsOf(texts);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void nothingAndBlanksAreMissing(String text) {
        assertThat(DebtorNeed.parse("email").isMet(Debtors.filled(false, text))).isFalse();
        assertThat(DebtorNeed.parse("email").isMet(Debtors.filled(false, "x"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "organizationNumber, false, false",
        "organizationNumber, true, false",
        "business.organizationNumber, false, false",
        "business.organizationNumber, true, true",
        "private.organizationNumber, false, true",
        "private.organizationNumber, true, false"
    })
    void aNeedMayConcernOneKindOfDebtorOnly(String need, boolean privatePerson, boolean met) {
        assertThat(DebtorNeed.parse(need).isMet(Debtors.empty(privatePerson))).isEqualTo(met);
    }

    @Test
    void missingFieldsAreToldOnceInTheOrderOfTheNeeds() {
        List<String> needs = List.of("phone", "email", "private.email", "business.city");
        assertThat(DebtorNeed.missing(needs, Debtors.empty(true))).isEqualTo("phone,email");
        assertThat(DebtorNeed.missing(needs, Debtors.empty(false))).isEqualTo("phone,email,city");
        assertThat(DebtorNeed.missing(needs, Debtors.named())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shoeSize", "business.shoeSize", "private.shoeSize"})
    void aFieldNobodyKnowsIsNamed(String need) {
        assertThatThrownBy(() -> DebtorNeed.parse(need))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'needs' holds 'shoeSize' but a debtor has only [addressLine1, ");
    }
}
