package no.kravbro.mail;

/**
 * A mail that this process sends now.
 *
 * @param key with the recipient its name among all mails
 * @param enclosure or null
 * @param attempts before this one
 * @param holder who has claimed it
 */
record Mail(
        long id,
        String key,
        String recipient,
        MailKind kind,
        String creditorId,
        String subject,
        String plain,
        String html,
        Enclosure enclosure,
        int attempts,
        String holder) {}
