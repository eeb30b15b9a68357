package no.kravbro;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Every setting of the product, in Spring's way. Unknown keys are refused here and, for environment variables, by
 * {@link SettingsNames}; what a setting points at (files, other settings) is checked by {@link SettingsCheck}.
 *
 * @param agencies far sides by agency id (the folder's name under routes)
 * @param creditorsFile the creditors, see {@code creditor.CreditorsFile}
 * @param node name under which this process leases work; unique among processes on one database
 * @param dataDir what this process keeps on disk beside the database
 * @param apiKeyFile where a key of the API is kept for the command line on this machine; unset, none is
 * @param masterKeyFile key by which the keys in the database are encrypted; unset in the sandbox only, which makes its own
 * @param oldMasterKeyFile the one in whose place it comes, while it does
 */
@ConfigurationProperties(prefix = "kravbro", ignoreUnknownFields = false)
public record Settings(
        @DefaultValue Tripletex tripletex,
        Map<String, Agency> agencies,
        @DefaultValue Routes routes,
        @DefaultValue("creditors.yaml") String creditorsFile,
        @DefaultValue FollowedTime clock,
        String node,
        @DefaultValue Delivery delivery,
        @DefaultValue Schedule schedule,
        @DefaultValue Http http,
        @DefaultValue Mail mail,
        @DefaultValue Alert alert,
        @DefaultValue SignOn signOn,
        @DefaultValue("data") String dataDir,
        String masterKeyFile,
        String oldMasterKeyFile,
        String apiKeyFile) {

    private static final int HOST_NAME = 30;

    public Settings {
        agencies = agencies == null ? Map.of() : Map.copyOf(agencies);
        node = node == null || node.isBlank() ? hostAndProcess() : node;
        SettingsRules.check(tripletex, agencies, clock, delivery);
        SettingsRules.check(http);
        SettingsRules.check(schedule);
        MailRules.check(mail);
        SettingsRules.check(alert);
        SettingsRules.check(signOn);
        SettingsRules.node(node);
    }

    /**
     * @param consumerTokenFile file with our own token; each creditor's token stands in the creditors file
     * @param pageSize rows asked for in one page
     * @param webhookUrl address under which Tripletex reaches our {@code /webhooks/tripletex}; unset, it tells us nothing
     * @param webhookSecretFile secret that it signs its events with, 10 to 100 characters
     */
    public record Tripletex(
            @DefaultValue("https://tripletex.no/v2") URI url,
            String consumerTokenFile,
            @DefaultValue("2000") int pageSize,
            URI webhookUrl,
            String webhookSecretFile) {}

    /**
     * One agency's wire. What its wire does not need stays unset.
     *
     * @param url web address, or {@code sftp://host:port} of an agency that exchanges files
     * @param tokenUrl where client id and secret are exchanged for a token
     * @param privateKeyFile our SSH key; the login is the creditor's agency reference
     * @param username our name in the security header of a SOAP wire
     * @param hostKeyFile the one SSH key the far side may answer with, as a line {@code <type> <key>}
     */
    public record Agency(
            URI url,
            URI tokenUrl,
            String clientId,
            String clientSecretFile,
            String webhookSecretFile,
            String privateKeyFile,
            String hostKeyFile,
            String username,
            String passwordFile) {}

    /**
     * @param dir folder of the route bundle
     * @param changes whether a change of the folder runs by itself, or waits for somebody to apply it
     * @param fourEyes whether somebody else than who made a plan must apply it
     * @param watch how long a bundle just taken up is compared with what ran before
     */
    public record Routes(
            @DefaultValue("routes") String dir,
            @DefaultValue("PLANNED") RouteChanges changes,
            @DefaultValue("true") boolean fourEyes,
            @DefaultValue("5m") Duration watch) {

        public Path path() {
            return Path.of(dir);
        }
    }

    /** What becomes of a change in the folder of routes. */
    public enum RouteChanges {
        APPLIED,
        PLANNED
    }

    /**
     * @param url address that answers {@code {"now": "..."}}; only with profile sandbox or simulated-clock
     * @param poll pause between two questions
     */
    public record FollowedTime(URI url, @DefaultValue("1s") Duration poll) {}

    /**
     * @param batch most deliveries claimed at once
     * @param lease how long a worker may hold what it has claimed
     * @param poll pause between two looks for due work
     */
    public record Delivery(
            @DefaultValue("100") int batch, @DefaultValue("5m") Duration lease, @DefaultValue("1s") Duration poll) {}

    /** @param tick pause between two looks for due jobs; what entered and was left behind is looked for every fifth time */
    public record Schedule(@DefaultValue("1s") Duration tick) {}

    /**
     * Login by the company's own accounts (OpenID Connect), beside passwords. Off while there is no issuer.
     *
     * @param issuer who says who somebody is; its discovery document stands below it
     * @param nameClaim what a person is called here, as the issuer knows it
     * @param rolesClaim list of the person's roles
     * @param creditorsClaim list of the creditors that an accountant sees
     */
    public record SignOn(
            URI issuer,
            String clientId,
            String clientSecretFile,
            @DefaultValue("preferred_username") String nameClaim,
            @DefaultValue("roles") String rolesClaim,
            @DefaultValue("creditors") String creditorsClaim) {

        public static final SignOn NONE = new SignOn(null, null, null, "preferred_username", "roles", "creditors");
    }

    /** @param answerTimeout how long an answer of a far side may take before its outcome counts as unknown */
    public record Http(@DefaultValue("30s") Duration answerTimeout) {}

    /**
     * How people are told by mail.
     *
     * @param mode whether mails are sent, only written and kept, or not made at all
     * @param url mail server: {@code smtp://host:587} or {@code smtps://host:465}
     * @param startTls whether an smtp server must begin to encrypt before anything is said
     * @param from address that mails come from
     * @param consoleUrl address of the console as people reach it, for the links
     * @param linkSecretFile secret that the links of declined digests are signed with
     * @param operations addresses of those who keep the product running
     * @param language of mails to operations: nb or en
     * @param poll pause between two looks for what is to be told or sent
     */
    public record Mail(
            @DefaultValue("OFF") Mode mode,
            URI url,
            @DefaultValue("true") boolean startTls,
            String username,
            String passwordFile,
            String from,
            URI consoleUrl,
            String linkSecretFile,
            List<String> operations,
            @DefaultValue("nb") String language,
            @DefaultValue("15s") Duration poll) {

        public Mail {
            operations = operations == null ? List.of() : List.copyOf(operations);
        }

        /** Nobody is told anything by mail. */
        public static final Mail NONE =
                new Mail(Mode.OFF, null, true, null, null, null, null, null, null, "nb", Duration.ofSeconds(15));

        /** Whether mails leave. */
        public enum Mode {
            OFF,
            /** Written, and kept until they may be sent. */
            KEEP,
            SEND
        }
    }

    /**
     * How another machine is told of groups of dead letters, whether or not people are told by mail.
     *
     * @param webhookUrl where each alert is sent; unset, nothing is
     * @param webhookHosts hosts that it may name, so that a typing error tells no stranger
     * @param webhookSecretFile secret in base64 that alerts are signed with
     * @param poll pause between two looks for what is to be told
     */
    public record Alert(
            URI webhookUrl, List<String> webhookHosts, String webhookSecretFile, @DefaultValue("15s") Duration poll) {

        /** No machine is told anything. */
        public static final Alert NONE = new Alert(null, null, null, Duration.ofSeconds(15));

        public Alert {
            webhookHosts = webhookHosts == null ? List.of() : List.copyOf(webhookHosts);
        }
    }

    public Path creditors() {
        return Path.of(creditorsFile);
    }

    public Path data() {
        return Path.of(dataDir);
    }

    public Path masterKey() {
        return masterKeyFile == null ? data().resolve("master-key") : Path.of(masterKeyFile);
    }

    private static String hostAndProcess() {
        long process = ProcessHandle.current().pid();
        try {
            String host = InetAddress.getLocalHost().getHostName();
            // Its end: hosts of one cluster differ there.
            return host.substring(Math.max(0, host.length() - HOST_NAME)) + "-" + process;
        } catch (UnknownHostException nameless) {
            return "node-" + process;
        }
    }
}
