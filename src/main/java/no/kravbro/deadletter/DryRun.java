package no.kravbro.deadletter;

import java.util.List;
import java.util.Map;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.InboxEntry;

/** Tries out what a retry would do: looks again where that can be looked at, and maps. Sends nothing that writes, keeps nothing. */
public interface DryRun {

    /** One answer for each, by id of the delivery. */
    Map<Long, Trial> of(List<Delivery> deliveries);

    /** What the running mapping makes of something received. */
    Trial of(InboxEntry received);
}
