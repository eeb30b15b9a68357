package no.kravbro.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes works of claimed rows. What was never stored is grouped afresh; what was stored is completed with its other members,
 * so that a retry is byte for byte what went before. What was refused in company goes alone.
 */
@Component
public class Dispatch {
    private final Siblings siblings;
    private final TransactionTemplate transaction;
    private final BatchSizes batchSizes;

    public Dispatch(Siblings siblings, TransactionTemplate transaction, ObjectProvider<BatchSizes> batchSizes) {
        this.siblings = siblings;
        this.transaction = transaction;
        this.batchSizes = batchSizes.getIfAvailable(() -> (target, kind) -> 1);
    }

    /**
     * The works of rows claimed by {@code sql/<database>/claim-deliveries.sql}: one creditor, kind, purpose and target each,
     * at most a batch. Every claimed row is in exactly one work.
     */
    public List<Work> works(List<Map<String, Object>> claimedRows) {
        if (claimedRows.isEmpty()) {
            return List.of();
        }
        var holder = DeliveryRows.text(claimedRows.get(0), "holder");
        var rows = claimedRows.stream().map(DeliveryRows::claimed).toList();
        var fresh = new ArrayList<>(
                rows.stream().filter(row -> row.transmissionId() == null).toList());
        var sent = rows.stream().filter(row -> row.transmissionId() != null).toList();
        var works = sent.isEmpty() ? new ArrayList<Work>() : transaction.execute(status -> again(sent, holder, fresh));
        works.addAll(grouped(fresh, holder));
        return works;
    }

    private ArrayList<Work> again(List<Delivery> heads, String holder, List<Delivery> fresh) {
        var works = new ArrayList<Work>();
        for (var head : heads) {
            var group = siblings.complete(head, holder);
            if (head.purpose() == Purpose.INQUIRE || group.whole()) {
                works.add(group.work());
            } else {
                siblings.detach(group.work());
                fresh.addAll(
                        group.work().members().stream().map(Dispatch::detached).toList());
            }
        }
        return works;
    }

    private List<Work> grouped(List<Delivery> fresh, String holder) {
        var lanes = new LinkedHashMap<Lane, List<Delivery>>();
        var works = new ArrayList<Work>();
        for (var row : fresh) {
            if (Outcome.NotSent.REFUSED_TOGETHER.equals(row.cause())) {
                works.add(Lane.of(row).work(holder, List.of(row)));
            } else {
                lanes.computeIfAbsent(Lane.of(row), lane -> new ArrayList<>()).add(row);
            }
        }
        lanes.forEach((lane, members) -> {
            var size = Math.max(1, batchSizes.of(lane.target(), lane.kind()));
            for (int from = 0; from < members.size(); from += size) {
                works.add(lane.work(holder, members.subList(from, Math.min(from + size, members.size()))));
            }
        });
        return works;
    }

    /**
     * Another transmission for a work whose members or content changed since it was claimed, to be called before anything
     * was sent under this lease. Members left out stay with the caller, who cancels or records them. Refused with
     * {@link IllegalArgumentException} for an inquiry: its members may be at the far side.
     */
    public Work regroup(Work work, List<Delivery> remaining) {
        if (work.purpose() != Purpose.SEND
                || remaining.isEmpty()
                || !work.members().containsAll(remaining)) {
            throw new IllegalArgumentException("Only members of a work that is certainly not sent can be regrouped");
        }
        var other = Lane.of(remaining.get(0))
                .work(work.holder(), remaining.stream().map(Dispatch::detached).toList());
        if (work.stored()) {
            // Only those that go on: the caller may have cancelled the others already.
            siblings.detach(other);
        }
        return other;
    }

    private static Delivery detached(Delivery was) {
        return new Delivery(
                was.id(),
                was.kind(),
                was.key(),
                was.submission(),
                was.target(),
                was.groupKey(),
                was.creditorId(),
                was.claimKey(),
                was.payload(),
                was.amountOre(),
                was.state(),
                was.purpose(),
                was.attempts(),
                was.inquiries(),
                was.absent(),
                null,
                was.cause());
    }

    private record Lane(String creditorId, DeliveryKind kind, String target) {

        static Lane of(Delivery row) {
            return new Lane(row.creditorId(), row.kind(), row.target());
        }

        Work work(String holder, List<Delivery> members) {
            var id = UUID.randomUUID().toString();
            return new Work(id, false, kind, Purpose.SEND, target, creditorId, null, holder, members);
        }
    }
}
