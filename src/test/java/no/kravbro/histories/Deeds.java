package no.kravbro.histories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import no.kravbro.agency.Action;
import no.kravbro.agency.Capabilities.Permission;
import no.kravbro.claim.DisputeOutcome;
import no.kravbro.claim.Stage;
import no.kravbro.crash.DrivenTown;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.flows.Instructing;
import no.kravbro.transfer.dispute.Dispute;
import no.kravbro.transfer.dispute.Disputes;
import no.kravbro.transfer.dispute.NewDispute;
import no.kravbro.transfer.instruct.DisputeCases;
import no.kravbro.transfer.instruct.Instructions;
import no.kravbro.transfer.instruct.Wanted;
import no.kravbro.transfer.list.CollectionLists;
import no.kravbro.transfer.list.ListItem;
import no.kravbro.transfer.list.ListItems;

/** Does with a claim of the quarter what is meant to happen to it, where it is offered. */
final class Deeds {

    private static final String TEXT = "Avklarer levering med kunden.";
    private static final String KARI = "kari";

    private final DrivenTown town;
    private final Instructions instructions;
    private final DisputeCases disputes;
    private final AgencyPeople people;
    private final Instructing wishes;
    private final HttpClient http = HttpClient.newHttpClient();

    Deeds(DrivenTown town, AgencyPeople people) {
        this.town = town;
        this.people = people;
        this.instructions = town.world().bean(Instructions.class);
        this.disputes = town.world().bean(DisputeCases.class);
        this.wishes = new Instructing(town.world(), null);
    }

    private LocalDate today() {
        return town.town().clock().today();
    }

    /** @return whether it was offered, and so was done */
    boolean begin(QuarterClaim claim, ClaimRow row, Stage stage) {
        Action action = claim.theme.first();
        if (action == null || !instructions.permission(row, action).granted()) {
            return false;
        }
        String id = "quarter-" + claim.invoice() + "-" + claim.theme;
        Permission how = instructions.permission(row, action);
        long open = claim.firm.books().outstanding(claim.invoice());
        switch (claim.theme) {
            case DISPUTE -> raise(claim, id);
            case WITHDRAW -> withdraw(row, how, id);
            case PAYMENT -> claim.voucher = claim.firm.books().directPayment(claim.invoice(), today(), open / 3);
            case PAID -> claim.firm.books().directPayment(claim.invoice(), today(), open);
            case CREDIT -> claim.firm.books().creditNote(claim.invoice(), today());
            case NO_TO_THE_LIST -> reject(claim);
            default -> instructions.order(row, wishes.wanted(action), id);
        }
        ordered(claim, stage, action, how == Permission.PERSON);
        if (claim.theme == Theme.DISPUTE || claim.theme == Theme.PAID || claim.theme == Theme.CREDIT) {
            claim.stoppedAt = people.stage(claim.firm.agency(), claim.key);
        }
        return true;
    }

    /** What follows some days later. @return whether it was offered, and so was done */
    boolean goOn(QuarterClaim claim, ClaimRow row, Stage stage) {
        Action action = claim.theme.then();
        Permission how = instructions.permission(row, action);
        if (!how.granted()) {
            return false;
        }
        String id = "quarter-" + claim.invoice() + "-" + action;
        switch (claim.theme) {
            case DISPUTE -> answer(claim, id);
            case PAYMENT -> claim.firm.books().reverse(claim.voucher, today());
            case MESSAGE ->
                claim.firm
                        .books()
                        .partialCredit(
                                claim.invoice(), today(), claim.firm.books().outstanding(claim.invoice()) / 4);
            default -> instructions.order(row, wishes.wanted(action), id);
        }
        ordered(claim, stage, action, how == Permission.PERSON);
        claim.stoppedAt = null;
        return true;
    }

    private void ordered(QuarterClaim claim, Stage stage, Action action, boolean person) {
        claim.orders.add(new QuarterClaim.Order(stage, action, person));
        if (person) {
            people.doByHand(claim.firm.agency(), claim.key, action);
        }
        claim.undisturbed = false;
    }

    private void raise(QuarterClaim claim, String id) {
        disputes.raise(
                new NewDispute(
                        claim.key,
                        claim.firm.creditor(),
                        Dispute.Source.CREDITOR,
                        null,
                        null,
                        "Varen er ikke levert.",
                        today(),
                        null,
                        List.of(),
                        false),
                claim.firm.agency(),
                id);
    }

    private void answer(QuarterClaim claim, String id) {
        Dispute open = town.world().bean(Disputes.class).openOf(claim.key).orElseThrow();
        disputes.answer(
                open.id(),
                new DisputeCases.Answer(DisputeOutcome.CLAIM_UPHELD, null, "Pakkseddelen er signert.", List.of()),
                id,
                KARI);
    }

    private void reject(QuarterClaim claim) {
        ListItem item =
                town
                        .world()
                        .bean(ListItems.class)
                        .after(claim.firm.creditor(), town.town().clock().instant())
                        .stream()
                        .filter(each -> each.claimKey().equals(claim.key) && each.state() == ListItem.State.OPEN)
                        .findFirst()
                        .orElseThrow();
        town.world().bean(CollectionLists.class).reject(item, TEXT, KARI).ifPresent(no -> {
            throw new IllegalStateException(claim + ": " + no);
        });
    }

    /** At the price that was shown. */
    private void withdraw(ClaimRow row, Permission how, String id) {
        if (how == Permission.WIRE) {
            show(row.key());
        }
        Long price = town.eyes()
                .sql("select price_ore from withdrawal_price where claim_key = :key")
                .param("key", row.key())
                .query(Long.class)
                .optional()
                .orElse(null);
        instructions.order(
                row,
                new Wanted(Action.WITHDRAW, "Sendt til feil kunde.", null, null, null, null, price, List.of()),
                id);
    }

    private void show(String key) {
        try {
            var answer =
                    http.send(town.world().api("/claims/" + key + "/withdrawal").build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(key + " has no price: " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
