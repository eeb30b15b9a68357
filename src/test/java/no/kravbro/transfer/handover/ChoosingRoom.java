package no.kravbro.transfer.handover;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.rates.Rates;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryRoom;
import no.kravbro.delivery.Invoices;
import no.kravbro.delivery.Tasks;
import no.kravbro.delivery.Timeline;
import no.kravbro.delivery.Work;
import no.kravbro.fakes.MutableClock;
import no.kravbro.fakes.TestDatabase;
import no.kravbro.secret.Seals;
import no.kravbro.transfer.AgencyChoice;
import no.kravbro.transfer.FirstSteps;
import no.kravbro.transfer.LastLook;
import no.kravbro.transfer.Screening;
import no.kravbro.transfer.choose.Approvals;
import no.kravbro.transfer.choose.Exclusions;
import no.kravbro.transfer.dispute.Dispute;
import no.kravbro.transfer.dispute.Disputes;
import no.kravbro.transfer.dispute.NewDispute;

/** What decides, hands over and looks again, wired by hand on a test database. */
final class ChoosingRoom {

    final DeliveryRoom room;
    final Exclusions exclusions;
    final Disputes disputes;
    final Screening screening;
    final HandOver handOver;
    final AgencyChoice choice;
    final LastLook lastLook;

    ChoosingRoom(TestDatabase database, MutableClock clock) {
        room = new DeliveryRoom(database, clock);
        exclusions = new Exclusions(database.client(), database.transaction(), clock);
        disputes = new Disputes(database.client(), clock);
        Approvals approvals = new Approvals(database.client(), clock);
        AgencyProfiles profiles = new AgencyProfiles(Path.of("routes"));
        Invoices invoices = new Invoices(database.named(), database.transaction(), Seals.SEALER, clock);
        choice = new AgencyChoice(room.claims(), clock);
        FirstSteps firstSteps = new FirstSteps(profiles, Rates.delivered()::law, clock);
        screening = new Screening(
                profiles,
                invoices,
                room.claims(),
                room.deliveries(),
                disputes,
                exclusions,
                choice,
                firstSteps,
                new Timeline(database.named(), clock),
                database.transaction(),
                clock);
        handOver = new HandOver(
                screening,
                choice,
                firstSteps,
                invoices,
                room.claims(),
                room.deliveries(),
                approvals,
                database.transaction());
        lastLook = new LastLook(
                screening,
                room.deliveries(),
                room.claims(),
                approvals,
                new Tasks(database.client(), clock),
                new Timeline(database.named(), clock),
                database.transaction());
    }

    /** The debtor objects to all of it. */
    void dispute(String key) {
        disputes.open(new NewDispute(
                key,
                "nordlys",
                Dispute.Source.CREDITOR,
                null,
                null,
                "not ordered",
                LocalDate.of(2026, 1, 5),
                null,
                List.of(),
                false));
    }

    /** One poll of the agency's worker and the last look; how many claims would be sent. */
    int sent(Creditor creditor, Invoice now) {
        int sent = 0;
        for (Work work : room.works(creditor.agency(), 10)) {
            LastLook.Around around = lastLook.around(
                    creditor, work.members().stream().map(Delivery::claimKey).toList());
            for (Delivery member : work.members()) {
                sent += lastLook.stillRight(work, member, creditor, now, around) ? 1 : 0;
            }
        }
        return sent;
    }
}
