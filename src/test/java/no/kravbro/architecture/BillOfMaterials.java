package no.kravbro.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** Holds what the product's jar says it is made of against what is in it, and puts a copy of the former beside it. */
public final class BillOfMaterials {

    private static final String BILL = "META-INF/sbom/application.cdx.json";
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final int WRONG = 1;

    /** Spring Boot puts it into every jar it makes, by which `make jar` takes it apart. */
    private static final String ADDED = "spring-boot-jarmode-tools-";

    /** Names for others, which are in the bill themselves; Spring Boot leaves these out of the jar, for they are empty. */
    private static final String EMPTY = "spring-boot-starter";

    private BillOfMaterials() {}

    /** @param arguments the jar, and where the copy goes */
    public static void main(String[] arguments) throws IOException {
        Set<String> complaints = copied(Path.of(arguments[0]), Path.of(arguments[1]));
        complaints.forEach(System.err::println);
        if (!complaints.isEmpty()) {
            System.exit(WRONG);
        }
    }

    /** What is wrong with it; the copy is there all the same. */
    static Set<String> copied(Path jar, Path copy) throws IOException {
        try (JarFile open = new JarFile(jar.toFile())) {
            if (open.getEntry("BOOT-INF/classes/" + BILL) == null && open.getEntry(BILL) == null) {
                return Set.of(jar + " has no " + BILL);
            }
            String place = open.getEntry(BILL) == null ? "BOOT-INF/classes/" + BILL : BILL;
            try (InputStream bill = open.getInputStream(open.getEntry(place))) {
                Files.write(copy, bill.readAllBytes());
            }
            Set<String> libraries = open.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                    .map(name -> name.substring(LIBRARIES.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
            return complaints(new ObjectMapper().readTree(copy.toFile()), libraries);
        }
    }

    /** Which libraries it does not name, and which it names that are not there. */
    static Set<String> complaints(JsonNode bill, Set<String> libraries) {
        Set<String> named = new TreeSet<>();
        Set<String> complaints = new TreeSet<>();
        if (!bill.path("bomFormat").asText().equals("CycloneDX")) {
            complaints.add("It is no CycloneDX");
        }
        bill.path("components").forEach(each -> {
            named.add(file(each));
            if (each.path("hashes").isEmpty() || each.path("purl").asText().isEmpty()) {
                complaints.add("Without hash or address: " + file(each));
            }
        });
        libraries.stream()
                .filter(each -> !named.contains(each) && !each.startsWith(ADDED))
                .forEach(each -> complaints.add("Not named: " + each));
        named.stream()
                .filter(each -> !libraries.contains(each) && !each.startsWith(EMPTY))
                .forEach(each -> complaints.add("Not there: " + each));
        return complaints;
    }

    private static String file(JsonNode component) {
        String classifier = component.path("purl").asText().replaceFirst("^.*[?&]classifier=([^&]*).*$|^.*$", "$1");
        return component.path("name").asText() + "-" + component.path("version").asText()
                + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
    }
}
