package no.kravbro.deadletter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.deadletter.Preview.Line;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Inbox;
import org.springframework.stereotype.Service;

/** Says what a retry would do, by trying it out on what runs now. Nothing is sent and nothing is written. */
@Service
public class Previews {

    private static final Trial IN_DOUBT = Trial.right(null);

    private final LetterReading letters;
    private final Deliveries deliveries;
    private final Inbox inbox;
    private final DryRun dryRun;
    private final RunningVersion running;

    Previews(LetterReading letters, Deliveries deliveries, Inbox inbox, DryRun dryRun, RunningVersion running) {
        this.letters = letters;
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.dryRun = dryRun;
        this.running = running;
    }

    /** @param mended what a person says has been mended, or was told by the far side, or null */
    public Preview of(Selection selection, String mended) {
        LetterFilter open = open(selection.filter());
        if (selection.ids() == null) {
            return new Preview(
                    tried(letters.oldest(open.part(0, Preview.MOST)), mended), letters.count(open), running.version());
        }
        List<DeadLetter> named = letters
                .find(selection.ids().stream().distinct().limit(Preview.MOST).toList())
                .stream()
                .filter(letter -> letter.state().isOpen() && visible(letter, open.creditors()))
                .toList();
        return new Preview(tried(named, mended), selection.ids().size(), running.version());
    }

    private static boolean visible(DeadLetter letter, Set<String> creditors) {
        return creditors == null || letter.creditorId() != null && creditors.contains(letter.creditorId());
    }

    private static LetterFilter open(LetterFilter filter) {
        return new LetterFilter(
                LetterState.OPEN,
                filter.creditorId(),
                filter.cause(),
                filter.owner(),
                filter.claimKey(),
                filter.fingerprint(),
                filter.agency(),
                filter.assignee(),
                filter.text(),
                filter.creditors(),
                filter.page(),
                filter.size());
    }

    /** These letters, whatever their state, as they would be sorted now. */
    List<Line> tried(List<DeadLetter> some, String mended) {
        Sorting sorting = new Sorting(running.version(), mended);
        Map<Long, Trial> trials = new HashMap<>();
        List<DeadLetter> sent = some.stream()
                .filter(letter -> letter.deliveryId() != null && !sorting.inDoubt(letter))
                .toList();
        Map<Long, Trial> byDelivery =
                dryRun.of(sent.stream().map(this::delivery).toList());
        sent.forEach(letter -> trials.put(letter.id(), byDelivery.get(letter.deliveryId())));
        some.stream()
                .filter(letter -> letter.deliveryId() == null)
                .forEach(letter -> trials.put(
                        letter.id(), dryRun.of(inbox.find(letter.inboxId()).orElseThrow())));
        return some.stream()
                .map(letter -> sorting.sort(letter, trials.getOrDefault(letter.id(), IN_DOUBT)))
                .toList();
    }

    /** One delivery tried again right before it goes. */
    Trial now(Delivery delivery) {
        return dryRun.of(List.of(delivery)).get(delivery.id());
    }

    private Delivery delivery(DeadLetter letter) {
        return deliveries.find(letter.deliveryId()).orElseThrow();
    }
}
