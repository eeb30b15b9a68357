package no.kravbro.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** What a process of the product remembers outside its database is known, so that a simulated start can forget it. */
@Tag("check")
class MemoryTest {

    /** Filled at the start from files and settings, or from the bundle that has been read; the same in every process. */
    private static final Set<String> READ_AT_START = Set.of(
            "AgencyProfiles.profiles",
            "AnswerTables.ours",
            "Bootstrap.context",
            "BundleStatus.view",
            "Creditors.byId",
            "DataKeys.keys",
            "FirstBundle.refusals",
            "LiveBundle.node",
            "Mappings.compiled",
            "RegistrationDesk.planned",
            "RolloutWatch.seen",
            "RouteLint.java",
            "RunningCreditors.ofFile",
            "RunningCreditors.version",
            "SettingsCheck.environment",
            "SignOn.known");

    /** Lines to pages that are looked at: they end with the process, and a page begins another. */
    private static final Set<String> OF_PAGES = Set.of(
            "LiveLines.last",
            "LiveLines.lines",
            "LiveLines.looking",
            "LiveLines.looks",
            "LiveLines.open",
            "LiveLines.opened");

    private static final Set<Class<?>> HOLDERS =
            Set.of(Map.class, Collection.class, AtomicLong.class, AtomicReference.class);

    @Test
    void nothingElseIsRemembered() {
        Set<String> forgotten = Memory.PLACES.entrySet().stream()
                .flatMap(place ->
                        place.getValue().stream().map(field -> place.getKey().getSimpleName() + "." + field))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = new TreeSet<>();
        JavaClasses product = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("no.kravbro");
        lastingAsLongAsTheProcess(product).forEach(each -> each.getFields().stream()
                .filter(MemoryTest::canRemember)
                .forEach(field -> found.add(each.getSimpleName() + "." + field.getName())));
        assertThat(found).containsAll(forgotten);
        found.removeAll(forgotten);
        assertThat(found).containsAll(OF_PAGES);
        found.removeAll(OF_PAGES);
        assertThat(found).isEqualTo(READ_AT_START);
    }

    private static Stream<JavaClass> lastingAsLongAsTheProcess(JavaClasses product) {
        Stream<JavaClass> components = product.stream().filter(each -> each.isMetaAnnotatedWith(Component.class));
        Stream<JavaClass> made = product.stream()
                .flatMap(each -> each.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Bean.class))
                .map(JavaMethod::getRawReturnType);
        return Stream.concat(components, made)
                .filter(each -> each.getPackageName().startsWith("no.kravbro"))
                .distinct();
    }

    /** It can be set anew, or something can be put into it. */
    private static boolean canRemember(JavaField field) {
        boolean constant = field.getModifiers().contains(JavaModifier.STATIC)
                && field.getModifiers().contains(JavaModifier.FINAL);
        return !constant
                && (!field.getModifiers().contains(JavaModifier.FINAL)
                        || HOLDERS.stream()
                                .anyMatch(holder -> field.getRawType().isAssignableTo(holder)));
    }
}
