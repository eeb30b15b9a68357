package no.kravbro.transfer.list;

import no.kravbro.agency.Action;
import no.kravbro.claim.ClaimState;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Consequence;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.Outcome;
import no.kravbro.transfer.instruct.Instruction;
import no.kravbro.transfer.instruct.InstructionLook;
import org.springframework.stereotype.Component;

/** The list says of a no that came too late that it came too late. */
@Component
class ListFollowed implements Consequence {

    /** How the order for an item is called, before the item's id. */
    static final String ORDER = "list-";

    private final ListItems items;
    private final Claims claims;

    ListFollowed(ListItems items, Claims claims) {
        this.items = items;
        this.claims = claims;
    }

    @Override
    public boolean concerns(DeliveryKind kind) {
        return kind == DeliveryKind.INSTRUCT;
    }

    /** What that means for the claim is not the list's matter. */
    @Override
    public void accepted(Delivery delivery, Outcome.Accepted outcome) {}

    @Override
    public void cancelled(Delivery delivery, String reason) {
        Instruction order = Instruction.parse(delivery.payload());
        boolean open = claims.find(order.key())
                .filter(claim -> claim.state() == ClaimState.ACCEPTED)
                .isPresent();
        if (order.action() == Action.ANSWER_LIST && reason.equals(InstructionLook.NO_LONGER_SO) && open) {
            items.tooLate(Long.parseLong(order.id().substring(ORDER.length())));
        }
    }
}
