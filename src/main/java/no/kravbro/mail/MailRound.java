package no.kravbro.mail;

import java.time.Clock;
import java.util.List;
import no.kravbro.Settings;
import no.kravbro.Settings.Mail.Mode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** One look around: what is to be told is written, and what is due is sent. */
@Service
public class MailRound {

    private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);
    private static final int AT_ONCE = 20;

    private final ObjectProvider<Teller> tellers;
    private final Silenced silenced;
    private final Mails mails;
    private final Post post;
    private final Clock clock;
    private final Settings settings;

    MailRound(
            ObjectProvider<Teller> tellers, Silenced silenced, Mails mails, Post post, Clock clock, Settings settings) {
        this.tellers = tellers;
        this.silenced = silenced;
        this.mails = mails;
        this.post = post;
        this.clock = clock;
        this.settings = settings;
    }

    /** Does nothing where mail is switched off; only writes where it is to be kept. */
    public void go() {
        Mode mode = settings.mail().mode();
        if (mode == Mode.OFF) {
            return;
        }
        tellers.orderedStream().forEach(this::tell);
        if (mode == Mode.SEND) {
            sendDue();
        }
    }

    /** What one cannot tell keeps no other from telling, and nothing from being sent. */
    private void tell(Teller teller) {
        try {
            teller.tell(clock.instant());
            silenced.told(teller);
        } catch (RuntimeException failed) {
            silenced.failed(teller);
            // No words of the database: they quote rows.
            LOG.error(
                    "{} could not look for what is to be told by mail, it is tried again: {}",
                    Silenced.name(teller),
                    failed.getClass().getSimpleName());
        }
    }

    /** Each is claimed when its turn has come: a slow mail server must not outlast the lease of those that wait behind. */
    private void sendDue() {
        for (int sent = 0; sent < AT_ONCE; sent++) {
            List<Mail> next = mails.claim(settings.node(), 1);
            if (next.isEmpty()) {
                return;
            }
            next.forEach(this::send);
        }
    }

    private void send(Mail mail) {
        Post.Result result = attempt(mail);
        switch (result.kind()) {
            case SENT -> mails.sent(mail);
            case LATER -> mails.later(mail, result.cause());
            case NEVER -> mails.never(mail, result.cause());
        }
    }

    /** Whatever breaks was an attempt, so that such a mail ends with a person too. */
    private Post.Result attempt(Mail mail) {
        try {
            return post.send(mail);
        } catch (RuntimeException broken) {
            LOG.error(
                    "Mail {} could not be sent, it is tried again: {}",
                    mail.id(),
                    broken.getClass().getSimpleName());
            return new Post.Result(Post.Result.Kind.LATER, "UNEXPECTED");
        }
    }
}
