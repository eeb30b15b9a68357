package no.kravbro.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule holds for the product, and every rule refuses the specimen that breaks it. */
@Tag("check")
class ArchitectureTest {

    private static final String PRODUCT = "no.kravbro";
    private static final String SPECIMEN = "no.kravbro.architecture.specimen";
    private static final JavaClasses PRODUCT_CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(PRODUCT);
    private static final JavaClasses SPECIMEN_CLASSES = new ClassFileImporter().importPackages(SPECIMEN);

    @ParameterizedTest
    @MethodSource("names")
    void the_product_keeps_the_rule(String name) {
        new Rooms(PRODUCT).rules().get(name).check(PRODUCT_CLASSES);
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_specimen_breaks_the_rule(String name) {
        ArchRule rule = new Rooms(SPECIMEN).rules().get(name);
        assertThatThrownBy(() -> rule.check(SPECIMEN_CLASSES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("specimen");
    }

    @ParameterizedTest
    @MethodSource("no.kravbro.architecture.Rooms#roomsWithDoors")
    void a_room_looks_only_through_its_doors(String room) {
        new Rooms(PRODUCT).doors(room).check(PRODUCT_CLASSES);
    }

    static Set<String> names() {
        return new Rooms(PRODUCT).rules().keySet();
    }
}
