package no.kravbro.mail;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import no.kravbro.Secrets;
import no.kravbro.Settings;
import no.kravbro.delivery.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who gets no digests any more: said by a signed link that stands in each of them, without a login. */
@Service
public class Declining {

    /** The page of the console that the link leads to. */
    public static final String PAGE = "/unsubscribe";

    private static final String ALGORITHM = "HmacSHA256";

    private final JdbcClient sql;
    private final Settings.Mail settings;
    private final Clock clock;

    Declining(JdbcClient sql, Settings settings, Clock clock) {
        this.sql = sql;
        this.settings = settings.mail();
        this.clock = clock;
    }

    /** Path and query of the link, or null where no secret is set to sign it with. */
    String path(String creditorId, String recipient) {
        return settings.linkSecretFile() == null
                ? null
                : PAGE + "?creditor=" + encoded(creditorId) + "&recipient=" + encoded(recipient) + "&signature="
                        + signature(creditorId, recipient);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String signature(String creditorId, String recipient) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(
                    Secrets.text(settings.linkSecretFile()).getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return letters(mac.doFinal((creditorId + "\n" + recipient).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }

    /** Hexadecimal with letters only: digits in a row could be taken for somebody's number, and masked. */
    private static String letters(byte[] bytes) {
        return HexFormat.of()
                .formatHex(bytes)
                .chars()
                .map(digit -> 'a' + Character.digit(digit, 16))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Whether this link is one of ours. */
    public boolean isOurs(String creditorId, String recipient, String signature) {
        return settings.linkSecretFile() != null
                && MessageDigest.isEqual(
                        signature(creditorId, recipient).getBytes(StandardCharsets.UTF_8),
                        signature.getBytes(StandardCharsets.UTF_8));
    }

    /** Throws {@link IllegalArgumentException} for a link that is none of ours. */
    public void decline(String creditorId, String recipient, String signature) {
        if (!isOurs(creditorId, recipient, signature)) {
            throw new IllegalArgumentException("The link was not signed by us");
        }
        sql.sql("insert into mail_optout (creditor_id, recipient, since) values (:creditor, :recipient, :now)"
                        + " on conflict do nothing")
                .param("creditor", creditorId)
                .param("recipient", recipient)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    boolean hasDeclined(String creditorId, String recipient) {
        return sql.sql("select count(*) from mail_optout where creditor_id = :creditor and recipient = :recipient")
                        .param("creditor", creditorId)
                        .param("recipient", recipient)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
