package no.kravbro;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.CreditorsFile;
import no.kravbro.secret.KeyFile;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Looks at everything the settings point at, before any bean touches database or network, so that a wrong setting stops
 * the start at once. Throws {@link WrongSetting}.
 */
@Component
class SettingsCheck implements BeanFactoryPostProcessor, EnvironmentAware {

    private static final String DATABASE = "spring.datasource.url";
    private static final Profiles CLOCK_MAY_BE_SET = Profiles.of("sandbox | simulated-clock");

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        SettingsRules.database(environment.getProperty(DATABASE, ""));
        check(
                beans.getBean(Settings.class),
                environment.acceptsProfiles(CLOCK_MAY_BE_SET),
                System.getenv(),
                System.getProperties().stringPropertyNames());
    }

    static void check(
            Settings settings, boolean clockMayBeSet, Map<String, String> variables, Collection<String> properties) {
        names(variables, properties);
        if (settings.clock().url() != null && !clockMayBeSet) {
            throw new WrongSetting(
                    "kravbro.clock.url",
                    "is set, but a followed clock is refused in production",
                    "remove it, or start with profile sandbox or simulated-clock");
        }
        masterKey(settings, clockMayBeSet);
        secret("kravbro.tripletex.consumer-token-file", settings.tripletex().consumerTokenFile());
        if (settings.tripletex().webhookSecretFile() != null) {
            secret("kravbro.tripletex.webhook-secret-file", settings.tripletex().webhookSecretFile());
        }
        settings.agencies().forEach(SettingsCheck::secretsOf);
        secretsOf(settings.mail());
        if (settings.alert().webhookUrl() != null) {
            base64("kravbro.alert.webhook-secret-file", settings.alert().webhookSecretFile());
        }
        if (settings.signOn().issuer() != null) {
            secret("kravbro.sign-on.client-secret-file", settings.signOn().clientSecretFile());
        }
        for (Creditor creditor : CreditorsFile.read(settings.creditors())) {
            String where = "kravbro.creditors-file (" + settings.creditorsFile() + ") creditor " + creditor.id();
            creditor.everywhere().forEach(each -> CreditorCheck.check(where, each, settings));
            secret(where + " field employee-token-file", creditor.employeeTokenFile());
        }
    }

    /** Whoever may set the clock plays, and gets a key that nobody has to keep. */
    static void masterKey(Settings settings, boolean playing) {
        String key = "kravbro.master-key-file";
        String file = settings.masterKeyFile();
        if (file == null && playing) {
            return;
        }
        if (file == null || file.isBlank()) {
            throw new WrongSetting(
                    key,
                    "is missing",
                    "make a key with `kravbro keys new <file>`, keep a copy of it, and name the file here");
        }
        holdsKey(key, file, "name the key that this database was first started with");
        if (settings.oldMasterKeyFile() != null) {
            holdsKey("kravbro.old-master-key-file", settings.oldMasterKeyFile(), "name the key used until now");
        }
    }

    private static void holdsKey(String setting, String file, String way) {
        try {
            if (!KeyFile.holdsKey(Path.of(file))) {
                throw new WrongSetting(
                        setting, "names " + file + ", which holds no key", "make one with `kravbro keys new <file>`");
            }
        } catch (IOException | InvalidPathException gone) {
            throw new WrongSetting(setting, "names " + file + ", which cannot be read", way);
        }
    }

    private static void names(Map<String, String> variables, Collection<String> properties) {
        SettingsNames names = new SettingsNames();
        names.unknownVariable(variables.keySet())
                .or(() -> names.unknownProperty(properties))
                .ifPresent(name -> {
                    throw new WrongSetting(
                            name,
                            "is not a setting of Kravbro",
                            "correct the name or remove it, README.md lists them all");
                });
    }

    private static void secretsOf(String id, Settings.Agency agency) {
        String key = "kravbro.agencies." + id;
        if (agency.clientSecretFile() != null) {
            secret(key + ".client-secret-file", agency.clientSecretFile());
        }
        if (agency.webhookSecretFile() != null) {
            secret(key + ".webhook-secret-file", agency.webhookSecretFile());
        }
        if (agency.passwordFile() != null) {
            secret(key + ".password-file", agency.passwordFile());
        }
        if (agency.privateKeyFile() != null) {
            secret(key + ".private-key-file", agency.privateKeyFile());
        }
        if (agency.hostKeyFile() != null) {
            secret(key + ".host-key-file", agency.hostKeyFile());
        }
    }

    private static void secretsOf(Settings.Mail mail) {
        if (mail.passwordFile() != null) {
            secret("kravbro.mail.password-file", mail.passwordFile());
        }
        if (mail.linkSecretFile() != null) {
            secret("kravbro.mail.link-secret-file", mail.linkSecretFile());
        }
    }

    private static void base64(String key, String file) {
        secret(key, file);
        try {
            Secrets.bytes(file);
        } catch (IllegalArgumentException other) {
            throw new WrongSetting(key, "names " + file + ", which is not base64", "write the secret in base64");
        }
    }

    private static void secret(String key, String file) {
        if (file == null || file.isBlank()) {
            throw new WrongSetting(key, "is missing", "set it to a file that holds only the secret");
        }
        try {
            if (Files.readString(Path.of(file), StandardCharsets.UTF_8).isBlank()) {
                throw new WrongSetting(key, "names the empty file " + file, "write the secret into it");
            }
        } catch (IOException | InvalidPathException unreadable) {
            throw new WrongSetting(
                    key, "names " + file + ", which cannot be read", "create it with the secret as its only content");
        }
    }
}
