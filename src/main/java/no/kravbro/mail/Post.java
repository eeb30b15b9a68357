package no.kravbro.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.Set;
import no.kravbro.Secrets;
import no.kravbro.Settings;
import no.kravbro.delivery.Sql;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Hands mails to the mail server. A mail keeps its message id in every attempt, so that one whose answer was lost is known again
 * where mails are sorted.
 */
@Component
class Post {

    private static final String TIMEOUT = "10000";
    private static final int ID = 32;
    private static final int REFUSED_FOR_GOOD = 500;
    /** Not the mail but our own sign-on at the server is refused (RFC 4954). */
    private static final Set<Integer> OUR_SIGN_ON = Set.of(530, 534, 535, 538);

    private static final String TLS = "smtps";
    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_TLS = 465;

    private final Settings.Mail settings;
    private final Declining declining;
    private final Letterhead letterhead;
    private final Clock clock;

    Post(Settings settings, Declining declining, Letterhead letterhead, Clock clock) {
        this.settings = settings.mail();
        this.declining = declining;
        this.letterhead = letterhead;
        this.clock = clock;
    }

    /** What became of one attempt; the cause is a code. */
    record Result(Kind kind, String cause) {

        /** Whether it is worth another attempt. */
        enum Kind {
            SENT,
            LATER,
            NEVER
        }
    }

    Result send(Mail mail) {
        try {
            JavaMailSenderImpl sender = sender();
            sender.send(message(sender, mail));
            return new Result(Result.Kind.SENT, null);
        } catch (MailAuthenticationException wrong) {
            return new Result(Result.Kind.LATER, "BAD_CREDENTIALS");
        } catch (MailSendException failed) {
            return refused(failed);
        } catch (MailException | MessagingException | UnsupportedEncodingException broken) {
            return new Result(Result.Kind.NEVER, "UNEXPECTED");
        }
    }

    /** A server that says no for good to the address or the mail will not be asked again; anything else may pass. */
    static Result refused(MailSendException failed) {
        for (Exception each : failed.getMessageExceptions()) {
            for (Exception cause = each; cause instanceof MessagingException found; cause = found.getNextException()) {
                int code = code(cause);
                if (OUR_SIGN_ON.contains(code)) {
                    return new Result(Result.Kind.LATER, "BAD_CREDENTIALS");
                }
                if (code >= REFUSED_FOR_GOOD) {
                    return new Result(Result.Kind.NEVER, "REFUSED");
                }
            }
        }
        return new Result(Result.Kind.LATER, "NO_CONNECTION");
    }

    private static int code(Exception failure) {
        if (failure instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        return failure instanceof SMTPSendFailedException mail ? mail.getReturnCode() : 0;
    }

    private MimeMessage message(JavaMailSenderImpl sender, Mail mail)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from(), "Kravbro");
        helper.setTo(mail.recipient());
        helper.setSubject(mail.subject());
        helper.setText(mail.plain(), mail.html());
        helper.setSentDate(Date.from(clock.instant()));
        if (mail.enclosure() != null) {
            helper.addAttachment(
                    mail.enclosure().name(),
                    new ByteArrayResource(mail.enclosure().content()),
                    "application/pdf");
        }
        message.setHeader(
                "Message-ID",
                "<" + Sql.hash(mail.key() + "\n" + mail.recipient()).substring(0, ID) + "@"
                        + settings.from().substring(settings.from().indexOf('@') + 1) + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        String decline = mail.kind().mayBeDeclined()
                ? letterhead.link(declining.path(mail.creditorId(), mail.recipient()))
                : null;
        if (decline != null) {
            message.setHeader("List-Unsubscribe", "<" + decline + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return message;
    }

    /** Made anew each time, so that a changed password counts at once. */
    private JavaMailSenderImpl sender() {
        URI server = settings.url();
        boolean tls = TLS.equals(server.getScheme());
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        sender.setProtocol(server.getScheme());
        sender.setHost(server.getHost());
        sender.setPort(server.getPort() > 0 ? server.getPort() : tls ? SUBMISSION_TLS : SUBMISSION);
        sender.setUsername(settings.username());
        sender.setPassword(settings.passwordFile() == null ? null : Secrets.text(settings.passwordFile()));
        Properties properties = sender.getJavaMailProperties();
        String prefix = "mail." + server.getScheme() + ".";
        properties.setProperty(prefix + "auth", String.valueOf(settings.username() != null));
        properties.setProperty(prefix + "connectiontimeout", TIMEOUT);
        properties.setProperty(prefix + "timeout", TIMEOUT);
        properties.setProperty(prefix + "writetimeout", TIMEOUT);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", String.valueOf(!tls && settings.startTls()));
        properties.setProperty(prefix + "starttls.required", String.valueOf(!tls && settings.startTls()));
        return sender;
    }
}
