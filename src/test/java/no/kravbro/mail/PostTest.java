package no.kravbro.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.MailSendException;

/** What a mail server's no means for a mail. */
class PostTest {

    @ParameterizedTest
    @CsvSource({"530,LATER", "534,LATER", "535,LATER", "538,LATER", "550,NEVER", "554,NEVER", "421,LATER"})
    void whatIsWrongWithOurSignOnIsNotTheMailsFault(int code, Post.Result.Kind kind) {
        var refused = new SMTPSendFailedException("MAIL", code, "no", null, null, null, null);
        assertThat(Post.refused(new MailSendException(Map.of(new Object(), refused)))
                        .kind())
                .isEqualTo(kind);
    }
}
