package no.kravbro;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a single setting may be, without looking at files. Throws {@link WrongSetting}. */
final class SettingsRules {

    private static final Pattern AGENCY_ID = Pattern.compile("[a-z][a-z0-9]{1,39}");
    private static final int MOST_PER_PAGE = 10_000;
    private static final int MOST_CLAIMED = 1_000;
    private static final int LONGEST_NODE = 40;
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");

    private SettingsRules() {}

    static void check(
            Settings.Tripletex tripletex,
            Map<String, Settings.Agency> agencies,
            Settings.FollowedTime clock,
            Settings.Delivery delivery) {
        address("kravbro.tripletex.url", tripletex.url());
        between("kravbro.tripletex.page-size", tripletex.pageSize(), MOST_PER_PAGE);
        if (tripletex.webhookUrl() != null) {
            address("kravbro.tripletex.webhook-url", tripletex.webhookUrl());
            needed(
                    "kravbro.tripletex.webhook-secret-file",
                    tripletex.webhookSecretFile(),
                    "the webhook address beside it needs it");
        }
        agencies.forEach(SettingsRules::agency);
        if (clock.url() != null) {
            address("kravbro.clock.url", clock.url());
        }
        positive("kravbro.clock.poll", clock.poll());
        between("kravbro.delivery.batch", delivery.batch(), MOST_CLAIMED);
        positive("kravbro.delivery.lease", delivery.lease());
        positive("kravbro.delivery.poll", delivery.poll());
    }

    static void check(Settings.Schedule schedule) {
        positive("kravbro.schedule.tick", schedule.tick());
    }

    /** Who somebody is must not be heard over an open wire, but of this machine. */
    static void check(Settings.SignOn signOn) {
        if (signOn.issuer() == null) {
            return;
        }
        String key = "kravbro.sign-on.";
        address(key + "issuer", signOn.issuer());
        boolean here = HERE.contains(signOn.issuer().getHost());
        if (!here && !"https".equals(signOn.issuer().getScheme())) {
            throw new WrongSetting(key + "issuer", "is not encrypted", "write it as https://host/path");
        }
        String why = "a login by the company's accounts needs it";
        needed(key + "client-id", signOn.clientId(), why);
        needed(key + "client-secret-file", signOn.clientSecretFile(), why);
        needed(key + "name-claim", signOn.nameClaim(), why);
        needed(key + "roles-claim", signOn.rolesClaim(), why);
        needed(key + "creditors-claim", signOn.creditorsClaim(), why);
    }

    /** Alerts are signed but not secret; they leave unencrypted to this machine only. */
    static void check(Settings.Alert alert) {
        String key = "kravbro.alert.";
        positive(key + "poll", alert.poll());
        if (alert.webhookUrl() == null) {
            return;
        }
        address(key + "webhook-url", alert.webhookUrl());
        String host = alert.webhookUrl().getHost();
        if (!alert.webhookHosts().contains(host)) {
            throw new WrongSetting(
                    key + "webhook-hosts", "does not name " + host, "add the host if alerts are meant to go there");
        }
        if (!"https".equals(alert.webhookUrl().getScheme()) && !HERE.contains(host)) {
            throw new WrongSetting(key + "webhook-url", "is not encrypted", "write it as https://host/path");
        }
        needed(key + "webhook-secret-file", alert.webhookSecretFile(), "alerts are signed with it");
    }

    static void check(Settings.Http http) {
        positive("kravbro.http.answer-timeout", http.answerTimeout());
    }

    /** What holds a lease is called by this name and a UUID, in 80 characters. */
    static void node(String node) {
        if (node.length() > LONGEST_NODE) {
            throw new WrongSetting(
                    "kravbro.node", "is longer than " + LONGEST_NODE + " characters", "use a short name");
        }
    }

    /**
     * H2 in memory is for tests; in a file it must write each commit down before it says so, and must not answer a question with
     * what was so the last time.
     */
    static void database(String url) {
        String options = url.toUpperCase(Locale.ROOT);
        if (options.startsWith("JDBC:H2:") && !options.startsWith("JDBC:H2:MEM:")) {
            option(options, "WRITE_DELAY=0", "H2 would lose what it has confirmed when the process is killed");
            option(options, "OPTIMIZE_REUSE_RESULTS=0", "H2 may answer with what was so before the last commit");
            option(options, "QUERY_CACHE_SIZE=0", "H2 may go on where the same question stopped the last time");
        }
    }

    private static void option(String options, String option, String why) {
        if (!(options + ";").contains(";" + option + ";")) {
            throw new WrongSetting(
                    "spring.datasource.url",
                    "lacks " + option + ": " + why,
                    "add ;" + option + " to it, or use PostgreSQL");
        }
    }

    private static void agency(String id, Settings.Agency agency) {
        String key = "kravbro.agencies." + id;
        if (!AGENCY_ID.matcher(id).matches()) {
            throw new WrongSetting(key, "is not a possible agency id", "use the name of its folder under routes");
        }
        if (agency.url() != null && "sftp".equals(agency.url().getScheme())) {
            folders(key, agency);
        } else {
            address(key + ".url", agency.url());
        }
        if (agency.tokenUrl() != null) {
            address(key + ".token-url", agency.tokenUrl());
            present(key + ".client-id", agency.clientId());
            present(key + ".client-secret-file", agency.clientSecretFile());
        }
        if (agency.username() != null || agency.passwordFile() != null) {
            needed(key + ".username", agency.username(), "the password beside it needs it");
            needed(key + ".password-file", agency.passwordFile(), "the user name beside it needs it");
        }
    }

    private static void folders(String key, Settings.Agency agency) {
        if (agency.url().getHost() == null) {
            throw new WrongSetting(key + ".url", "names no host (" + agency.url() + ")", "write it as sftp://host:22");
        }
        if (agency.url().getUserInfo() != null) {
            throw new WrongSetting(
                    key + ".url", "names a login", "leave it out: the login is each creditor's agency-reference");
        }
        needed(key + ".private-key-file", agency.privateKeyFile(), "an sftp address needs it");
        needed(key + ".host-key-file", agency.hostKeyFile(), "an sftp address needs it");
    }

    private static void address(String key, URI url) {
        if (url == null) {
            throw new WrongSetting(key, "is missing", "set the address to call, for example https://host/path");
        }
        boolean http = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!http || url.getHost() == null) {
            throw new WrongSetting(key, "is not a web address (" + url + ")", "write it as https://host/path");
        }
        if (url.getUserInfo() != null) {
            throw new WrongSetting(key, "holds a password", "put secrets in files");
        }
    }

    private static void present(String key, String value) {
        needed(key, value, "the token address beside it needs it");
    }

    private static void needed(String key, String value, String why) {
        if (value == null || value.isBlank()) {
            throw new WrongSetting(key, "is missing", "set it, " + why);
        }
    }

    private static void between(String key, int value, int most) {
        if (value < 1 || value > most) {
            throw new WrongSetting(key, "is " + value, "set a number from 1 to " + most);
        }
    }

    private static void positive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new WrongSetting(key, "is " + value, "set a time above zero, for example 5s");
        }
    }
}
