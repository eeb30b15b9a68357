package no.kravbro.agency;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Purpose;
import no.kravbro.delivery.Work;

/**
 * Members that the far side says it has already. The same submission may have gone out before under another id of ours; so
 * each of those ids is asked about, and a member is adopted only if one of them confirms it. What none of them knows is
 * someone else's and stays rejected; what one of them leaves open stays unknown.
 */
public final class Adoption {

    private static final String EXISTS = "ALREADY_EXISTS";

    private final Work work;
    private final Map<Long, Outcome> outcomes;
    private final Deque<Work> questions = new ArrayDeque<>();

    private Adoption(Work work, Map<Long, Outcome> outcomes) {
        this.work = work;
        this.outcomes = new LinkedHashMap<>(outcomes);
    }

    /**
     * @param outcomes what the answer about the work's own transmission has told
     * @param sent ids of the transmissions that a member ever went out in
     */
    public static Adoption of(Work work, Map<Long, Outcome> outcomes, Function<Delivery, List<String>> sent) {
        Adoption adoption = new Adoption(work, outcomes);
        Map<String, List<Delivery>> earlier = new LinkedHashMap<>();
        for (Delivery member : work.members()) {
            if (exists(outcomes.get(member.id()))) {
                sent.apply(member).stream()
                        .filter(id -> !id.equals(work.transmissionId()))
                        .forEach(id -> earlier.computeIfAbsent(id, x -> new ArrayList<>())
                                .add(member));
            }
        }
        earlier.forEach((id, members) -> adoption.questions.add(question(work, id, members)));
        return adoption;
    }

    private static boolean exists(Outcome outcome) {
        return outcome instanceof Outcome.Rejected no && EXISTS.equals(no.cause());
    }

    private static Work question(Work work, String transmission, List<Delivery> members) {
        return new Work(
                transmission,
                true,
                work.kind(),
                Purpose.INQUIRE,
                work.target(),
                work.creditorId(),
                null,
                work.holder(),
                members);
    }

    /** The earlier transmission to ask about now, with the members that went in it; null when nothing is left to ask. */
    public Work question() {
        return questions.peek();
    }

    /** What became of the members of the question, read as any inquiry. */
    public void answered(Map<Long, Outcome> told) {
        for (Delivery member : questions.remove().members()) {
            outcomes.merge(member.id(), told.get(member.id()), this::settle);
        }
    }

    /** That one of several is there already, and nothing of it under that id, is an absence too: the question was answered. */
    private Outcome settle(Outcome before, Outcome told) {
        if (before instanceof Outcome.Accepted || told instanceof Outcome.Accepted) {
            return before instanceof Outcome.Accepted ? before : told;
        }
        if (told instanceof Outcome.Unknown open) {
            return new Outcome.Unknown(EXISTS, open.detail(), work.receipt());
        }
        if (told instanceof Outcome.NotSent notAsked && !notAsked.isAbsence() && !notAsked.isRefusedTogether()) {
            String cause = notAsked.needsPerson() ? notAsked.cause() : EXISTS;
            return new Outcome.NotSent(cause, notAsked.detail(), notAsked.pause(), notAsked.needsPerson());
        }
        return before;
    }

    /** One outcome per member of the work. */
    public Map<Long, Outcome> outcomes() {
        return Map.copyOf(outcomes);
    }
}
