package no.kravbro;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What is wrong with the settings of mails is named with its key; nothing is asked of who sends none. */
class MailRulesTest {

    private static final Map<String, String> RIGHT = Map.of(
            "mode", "SEND",
            "url", "smtp://mail.example.no:587",
            "from", "kravbro@example.no",
            "console-url", "https://kravbro.example.no",
            "link-secret-file", "secret",
            "operations", "drift@example.no");

    private static void check(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        settings.forEach((key, value) -> all.put("mail." + key, value));
        MailRules.check(new Binder(new MapConfigurationPropertySource(all))
                .bindOrCreate("mail", Bindable.of(Settings.Mail.class)));
    }

    @Test
    void rightSettingsAndNone() {
        assertThatCode(() -> check(RIGHT)).doesNotThrowAnyException();
        assertThatCode(() -> check(Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "url, http://mail.example.no, kravbro.mail.url",
        "url, smtp://kari:secret@mail.example.no, kravbro.mail.url",
        "from, kravbro, kravbro.mail.from",
        "console-url, '', kravbro.mail.console-url",
        "link-secret-file, '', kravbro.mail.link-secret-file",
        "operations, 'drift@example.no, x y@z', kravbro.mail.operations",
        "language, de, kravbro.mail.language",
        "poll, 0s, kravbro.mail.poll",
        "username, kravbro, kravbro.mail.username"
    })
    void aWrongOneIsNamed(String name, String value, String key) {
        Map<String, String> settings = new HashMap<>(RIGHT);
        settings.put(name, value);
        assertThatThrownBy(() -> check(settings))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining(key);
    }

    @Test
    void addressesOfACreditor() {
        assertThatThrownBy(() -> MailRules.addresses("creditor nordlys field mail.deadlines", List.of("kari")))
                .hasMessageContaining("mail.deadlines");
    }
}
