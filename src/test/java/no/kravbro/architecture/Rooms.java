package no.kravbro.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules about compiled classes below one root package: the product's, or a specimen's. */
final class Rooms {

    private static final List<String> ALL = List.of(
            "money",
            "claim",
            "access",
            "secret",
            "audit",
            "creditor",
            "delivery",
            "agency",
            "tripletex",
            "deadletter",
            "reconcile",
            "transfer",
            "mail",
            "bundle",
            "camel",
            "api",
            "console");

    /** Doors: which rooms a room may look into, where that is narrow. Nobody looks into camel, api or console. */
    private static final Map<String, Set<String>> DOORS = Map.of(
            "money", Set.of(),
            "claim", Set.of("money"),
            "creditor", Set.of("money", "claim", "agency", "secret"),
            "secret", Set.of(),
            "delivery", Set.of("money", "claim", "creditor", "secret"),
            "agency", Set.of("money", "claim", "delivery"),
            "bundle", Set.of("money", "agency"),
            "audit", Set.of("delivery"),
            "access", Set.of("audit", "delivery", "creditor"));

    private static final Set<String> INNER = Set.of("tripletex", "deadletter", "reconcile", "transfer", "mail");
    private static final Set<String> EDGES = Set.of("camel", "api", "console");
    private static final String[] LAW_REFUSES = {
        "org.springframework..", "org.apache.camel..", "java.sql..", "javax.sql..", "com.fasterxml.."
    };

    private final String root;

    Rooms(String root) {
        this.root = root;
    }

    /** All rules; the names are used by the specimens. */
    Map<String, ArchRule> rules() {
        return Map.of(
                "only camel knows Camel", onlyCamelKnowsCamel(),
                "the law is plain Java", theLawIsPlain(),
                "rooms have doors", doors("money"),
                "rooms have no cycles",
                        slices().matching(root + ".(*)..").should().beFreeOfCycles(),
                "pages know no SQL", pagesKnowNoSql(),
                "no wall clock", noWallClock(),
                "no System.out", noSystemOut(),
                "no sleep", noSleep());
    }

    ArchRule doors(String room) {
        Set<String> closed = new TreeSet<>(INNER.contains(room) ? EDGES : ALL);
        closed.removeAll(DOORS.getOrDefault(room, Set.of()));
        closed.remove(room);
        return noClasses()
                .that()
                .resideInAPackage(room(room))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(closed.stream().map(this::room).toArray(String[]::new));
    }

    static Set<String> roomsWithDoors() {
        return Stream.concat(DOORS.keySet().stream(), INNER.stream()).collect(Collectors.toSet());
    }

    private ArchRule onlyCamelKnowsCamel() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room("camel"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..");
    }

    private ArchRule theLawIsPlain() {
        return noClasses()
                .that()
                .resideInAnyPackage(room("claim"), room("money"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LAW_REFUSES);
    }

    private ArchRule pagesKnowNoSql() {
        return noClasses()
                .that()
                .resideInAPackage(room("console"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..");
    }

    private static ArchRule noWallClock() {
        return noClasses()
                .should()
                .callMethodWhere(describe("reads the machine's time without a Clock", Rooms::readsTime))
                .orShould()
                .callConstructor(Date.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis");
    }

    private static boolean readsTime(JavaCall<?> call) {
        boolean clockGiven =
                call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        return call.getTargetOwner().getPackageName().equals("java.time")
                && call.getName().equals("now")
                && !clockGiven;
    }

    private static ArchRule noSystemOut() {
        DescribedPredicate<JavaClass> commandLine = describe(
                "are a command line",
                type -> type.tryGetMethod("main", String[].class).isPresent()
                        || type.getSimpleName().contains("Command"));
        return noClasses()
                .that(DescribedPredicate.not(commandLine))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err");
    }

    private static ArchRule noSleep() {
        return noClasses().should().callMethod(Thread.class, "sleep", long.class);
    }

    private String room(String name) {
        return root + "." + name + "..";
    }
}
