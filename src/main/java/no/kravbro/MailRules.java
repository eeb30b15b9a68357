package no.kravbro;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** What the settings of mails may be, without looking at files, and what is a mail address. Throws {@link WrongSetting}. */
public final class MailRules {

    private static final String KEY = "kravbro.mail.";
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");
    private static final int LONGEST_ADDRESS = 254;
    private static final List<String> LANGUAGES = List.of("nb", "en");

    private MailRules() {}

    static void check(Settings.Mail mail) {
        language(KEY + "language", mail.language());
        addresses(KEY + "operations", mail.operations());
        if (mail.poll().isNegative() || mail.poll().isZero()) {
            throw new WrongSetting(KEY + "poll", "is " + mail.poll(), "set a time above zero, for example 15s");
        }
        if (mail.consoleUrl() != null && mail.consoleUrl().getHost() == null) {
            throw new WrongSetting(
                    KEY + "console-url",
                    "is not a web address (" + mail.consoleUrl() + ")",
                    "write it as https://host");
        }
        if (mail.username() == null != (mail.passwordFile() == null)) {
            throw new WrongSetting(KEY + "username", "and password-file go together", "set both or none");
        }
        if (mail.mode() == Settings.Mail.Mode.SEND) {
            sending(mail);
        }
    }

    private static void sending(Settings.Mail mail) {
        server(mail.url());
        if (mail.from() == null || !isAddress(mail.from())) {
            throw new WrongSetting(KEY + "from", "is no mail address", "set the address that mails come from");
        }
        needed("console-url", mail.consoleUrl(), "mails lead to its pages");
        needed("link-secret-file", mail.linkSecretFile(), "the link that declines digests is signed with it");
    }

    private static void needed(String name, Object value, String why) {
        if (value == null || value.toString().isBlank()) {
            throw new WrongSetting(KEY + name, "is missing", "set it, " + why);
        }
    }

    private static void server(URI url) {
        boolean known = url != null && ("smtp".equals(url.getScheme()) || "smtps".equals(url.getScheme()));
        if (!known || url.getHost() == null) {
            throw new WrongSetting(
                    KEY + "url",
                    "is not a mail server (" + url + ")",
                    "write it as smtp://host:587 or smtps://host:465");
        }
        if (url.getUserInfo() != null) {
            throw new WrongSetting(KEY + "url", "holds a password", "use username and password-file");
        }
    }

    /** Each is an address that a mail can be sent to. @param key of the setting */
    public static void addresses(String key, List<String> addresses) {
        for (String address : addresses) {
            if (!isAddress(address)) {
                throw new WrongSetting(key, "has " + address + ", which is no mail address", "correct it");
            }
        }
    }

    /** @param key of the setting */
    public static void language(String key, String language) {
        if (!LANGUAGES.contains(language)) {
            throw new WrongSetting(key, "is " + language, "use nb or en");
        }
    }

    private static boolean isAddress(String text) {
        return text != null
                && text.length() <= LONGEST_ADDRESS
                && ADDRESS.matcher(text).matches();
    }
}
