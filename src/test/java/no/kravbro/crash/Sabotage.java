package no.kravbro.crash;

import java.time.OffsetDateTime;
import no.kravbro.camel.InboxDoor;
import no.kravbro.delivery.Inbox;
import org.apache.camel.Exchange;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A product that does something wrong, to prove that it is noticed. As long as nothing is spoiled it is the real one. */
final class Sabotage {

    private boolean blind;
    private boolean hasty;
    private boolean lazy;

    /** What was being sent when its process died is sent again, and nobody asks whether it has landed. */
    void sendsAgainWithoutAsking(boolean on) {
        blind = on;
    }

    /** What enters counts as worked on before it is. */
    void recordsBeforeDoing(boolean on) {
        hasty = on;
    }

    /** What has to be booked counts as booked before it is. */
    void booksNothing(boolean on) {
        lazy = on;
    }

    /** Before the workers claim what is due. */
    void spoil(JdbcClient database, OffsetDateTime now) {
        if (lazy) {
            database.sql("update delivery set state = 'DONE' where state = 'READY'"
                            + " and kind in ('BOOK_VOUCHER', 'BOOK_PAYMENT', 'BOOK_PROPOSAL')")
                    .update();
        }
        if (blind) {
            database.sql("update delivery set state = 'WAITING', holder = null, lease_until = null, due_at = :now"
                            + " where state = 'IN_FLIGHT' and purpose = 'SEND' and lease_until <= :now")
                    .param("now", now)
                    .update();
        }
    }

    /** In the place of the product's own. */
    final class Door extends InboxDoor {

        private final Inbox inbox;

        Door(Inbox inbox) {
            super(inbox);
            this.inbox = inbox;
        }

        @Override
        public boolean add(Exchange exchange, String key) {
            boolean fresh = super.add(exchange, key);
            if (hasty) {
                int cut = key.indexOf('/');
                inbox.worked(key.substring(0, cut), key.substring(cut + 1));
            }
            return fresh;
        }
    }
}
