package no.kravbro.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes works of claimed rows. What was never stored is grouped afresh; what was stored is completed with its other members,
 * so that a retry is byte for byte what went before. What was refused in company goes alone.
 */
@Component
public class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    /** Transmissions completed in one transaction. */
    private static final int HEADS = 10;

    private final Siblings siblings;
    private final DeliveryRows rows;
    private final TransactionTemplate transaction;
    private final BatchSizes batchSizes;

    Dispatch(
            Siblings siblings,
            DeliveryRows rows,
            TransactionTemplate transaction,
            ObjectProvider<BatchSizes> batchSizes) {
        this.siblings = siblings;
        this.rows = rows;
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
        var claimed = claimedRows.stream().map(rows::claimed).toList();
        var fresh = new ArrayList<>(
                claimed.stream().filter(row -> row.transmissionId() == null).toList());
        var sent = claimed.stream().filter(row -> row.transmissionId() != null).toList();
        var works = sent.isEmpty() ? new ArrayList<Work>() : transaction.execute(status -> again(sent, holder, fresh));
        works.addAll(grouped(fresh, holder));
        return works;
    }

    /**
     * The same, one after the other: stored transmissions are completed some at a time, when those before them have been
     * taken. To be gone through once. What cannot be completed stays leased, and comes again when the lease has run out.
     */
    public Iterable<Work> inTurn(List<Map<String, Object>> claimedRows) {
        var chunks = new ArrayList<List<Map<String, Object>>>();
        chunks.add(claimedRows.stream()
                .filter(row -> row.get("transmission_id") == null)
                .toList());
        var heads = claimedRows.stream()
                .filter(row -> row.get("transmission_id") != null)
                .toList();
        for (int from = 0; from < heads.size(); from += HEADS) {
            chunks.add(heads.subList(from, Math.min(from + HEADS, heads.size())));
        }
        var works = chunks.stream().flatMap(chunk -> some(chunk).stream()).iterator();
        return () -> works;
    }

    private List<Work> some(List<Map<String, Object>> chunk) {
        try {
            return works(chunk);
        } catch (DataAccessException | LeaseLost passing) {
            LOG.error("Works of {} claimed rows could not be completed: {}", chunk.size(), passing.toString());
            return List.of();
        }
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
        var some = true;
        // Lane by lane in turn, so that a huge creditor's first does not keep all of a small one's waiting.
        for (int round = 0; some; round++) {
            some = false;
            for (var lane : lanes.entrySet()) {
                var size = Math.max(
                        1, batchSizes.of(lane.getKey().target(), lane.getKey().kind()));
                var members = lane.getValue();
                var from = round * size;
                if (from < members.size()) {
                    works.add(lane.getKey().work(holder, members.subList(from, Math.min(from + size, members.size()))));
                    some = true;
                }
            }
        }
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
