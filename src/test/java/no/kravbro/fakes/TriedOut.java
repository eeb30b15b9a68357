package no.kravbro.fakes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.kravbro.deadletter.DryRun;
import no.kravbro.deadletter.Trial;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.InboxEntry;

/** A dry run that finds what a test says; otherwise that what would be sent is still right. */
public final class TriedOut implements DryRun {

    private final Map<String, Trial> byKey = new HashMap<>();

    /** From now on this is found about the delivery of that key. */
    public void find(String key, Trial trial) {
        byKey.put(key, trial);
    }

    @Override
    public Map<Long, Trial> of(List<Delivery> deliveries) {
        Map<Long, Trial> found = new HashMap<>();
        deliveries.forEach(each -> found.put(each.id(), byKey.getOrDefault(each.key(), Trial.right(each.payload()))));
        return found;
    }

    @Override
    public Trial of(InboxEntry received) {
        return byKey.getOrDefault(received.key(), Trial.right(received.payload()));
    }
}
