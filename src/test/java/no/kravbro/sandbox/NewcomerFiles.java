package no.kravbro.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import no.bekk.bekkopen.org.OrganisasjonsnummerValidator;

/** The sandbox's own files with one more agency and a creditor that it serves. */
final class NewcomerFiles {

    private static final Path SANDBOX = Path.of("src/test/resources/sandbox");
    private static final int FIRST_PORT = 9106;
    private static final long FIRST_COMPANY = 108_001;
    private static final int FIRST_NUMBER = 310_990_000;

    private final Path project;
    private final String name;
    private final String model;
    private final String creditor;

    NewcomerFiles(Path project, String name, String model) {
        this.project = project;
        this.name = name;
        this.model = model;
        this.creditor = name + "-kunde";
    }

    void write() throws IOException {
        Path neighbours = project.resolve(Newcomer.FILE);
        int number = Newcomer.read(neighbours).size();
        String organization = organization(number);
        long company = FIRST_COMPANY + number;
        NewAgency.change(neighbours, text -> text.replace("\n[]\n", "\n") + newcomer(number, company, organization));
        NewAgency.change(
                project.resolve(SANDBOX).resolve("creditors.yaml"),
                text -> text + "\n" + served(text, company, organization));
        NewAgency.change(project.resolve("src/test/resources/application-sandbox.yaml"), this::settings);
        Files.writeString(
                project.resolve(SANDBOX).resolve("secrets/" + creditor + "-employee"),
                "test-" + creditor + "-employee\n");
    }

    private String newcomer(int number, long company, String organization) {
        return """
                - name: %s
                  like: %s
                  port: %d
                  reference: %s
                  creditor: %s
                  company: %d
                  organization-number: "%s"
                  creditor-name: %s Prøvekunde AS
                """
                .formatted(name, model, FIRST_PORT + number, reference(), creditor, company, organization, name);
    }

    /** The block of the model's creditor, as another company. */
    private String served(String all, long company, String organization) {
        Matcher blocks = Pattern.compile("(?m)^  - id: .*\\R(?:    .*\\R?)*").matcher(all);
        while (blocks.find()) {
            String block = blocks.group();
            if (block.contains("\n    agency: " + model + "\n")) {
                return block.replaceFirst("id: .*", "id: " + creditor)
                        .replaceFirst("organization-number: .*", "organization-number: \"" + organization + "\"")
                        .replaceFirst("name: .*", "name: " + name + " Prøvekunde AS")
                        .replaceFirst("company-id: .*", "company-id: " + company)
                        .replaceFirst("bank-account: .*", "bank-account: \"9999" + company + "0\"")
                        .replaceFirst("[a-z-]+-employee", creditor + "-employee")
                        .replaceFirst("agency: .*", "agency: " + name)
                        .replaceFirst("agency-reference: .*", "agency-reference: " + reference());
            }
        }
        throw new IllegalStateException("No creditor of the sandbox is served by " + model);
    }

    /** The model's settings once more under the new name. */
    private String settings(String text) {
        Matcher block =
                Pattern.compile("(?m)^    " + model + ":\\R(?:      .*\\R)*").matcher(text);
        if (!block.find()) {
            return text;
        }
        String mine = block.group().replaceFirst(model, name);
        return text.substring(0, block.end()) + mine + text.substring(block.end());
    }

    /** What the agency calls its creditor: over REST it stands in the path as a UUID, elsewhere it is a login. */
    private String reference() {
        return model.equals(NewAgency.MODELS.get("rest"))
                ? UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString()
                : creditor;
    }

    /** A valid one in the range of synthetic numbers, another for every newcomer. */
    private static String organization(int number) {
        return IntStream.range(FIRST_NUMBER, Integer.MAX_VALUE)
                .mapToObj(Integer::toString)
                .filter(OrganisasjonsnummerValidator::isValid)
                .skip(number)
                .findFirst()
                .orElseThrow();
    }
}
