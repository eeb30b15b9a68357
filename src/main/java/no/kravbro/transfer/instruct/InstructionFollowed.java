package no.kravbro.transfer.instruct;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import no.kravbro.agency.CaseFacts;
import no.kravbro.creditor.Job;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Consequence;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.GivenUp;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Schedules;
import no.kravbro.delivery.Timeline;
import org.springframework.stereotype.Component;

/**
 * What an agency has confirmed stands from then on, until it tells of the case itself, which is asked for at once. A claim is
 * closed by a withdrawal only now.
 */
@Component
class InstructionFollowed implements Consequence {

    private static final String PAUSED = "PAUSED";
    private static final String POSTPONED = "POSTPONED";

    private final Claims claims;
    private final Schedules schedules;
    private final Timeline timeline;

    InstructionFollowed(Claims claims, Schedules schedules, Timeline timeline) {
        this.claims = claims;
        this.schedules = schedules;
        this.timeline = timeline;
    }

    @Override
    public boolean concerns(DeliveryKind kind) {
        return kind == DeliveryKind.INSTRUCT;
    }

    @Override
    public void accepted(Delivery delivery, Outcome.Accepted outcome) {
        Instruction done = Instruction.parse(delivery.payload());
        switch (done.action()) {
            case WITHDRAW -> claims.withdrawn(done.key(), done.submission());
            case PAUSE -> flag(done, PAUSED, true, null);
            // What is taken off the list is paused where it stood before.
            case ANSWER_LIST -> flag(done, PAUSED, true, null);
            case RESUME -> flag(done, PAUSED, false, null);
            case NEW_DUE_DATE -> flag(done, POSTPONED, true, done.day());
            case DISPUTE -> flag(done, CaseFacts.DISPUTED, true, null);
            case ANSWER_DISPUTE -> flag(done, CaseFacts.DISPUTED, false, null);
            default -> {}
        }
        timeline.note(delivery.claimKey(), "INSTRUCTED", done.action() + " " + done.id());
        schedules.hint(delivery.creditorId(), delivery.target(), Job.CASES.name());
    }

    @Override
    public void givenUp(GivenUp givenUp) {
        Delivery delivery = givenUp.delivery();
        Instruction wanted = Instruction.parse(delivery.payload());
        timeline.note(
                delivery.claimKey(),
                "INSTRUCTION_FAILED",
                wanted.action() + " " + givenUp.outcome().cause());
    }

    private void flag(Instruction done, String flag, boolean on, LocalDate postponedTo) {
        claims.find(done.key())
                .filter(claim -> claim.submission() == done.submission())
                .ifPresent(claim -> {
                    Set<String> flags = new HashSet<>(claim.flags());
                    if (on) {
                        flags.add(flag);
                    } else {
                        flags.remove(flag);
                    }
                    claims.instructed(done.key(), flags, postponedTo);
                });
    }
}
