package no.kravbro.camel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.Purpose;
import no.kravbro.delivery.Transmissions;
import no.kravbro.delivery.Work;
import no.kravbro.tripletex.TripletexRequest;

/** The works of one claim, and the requests that were made ready for them. Used by many threads. */
final class Ready {

    private final List<Work> works;
    private final Map<String, TripletexRequest> requests = new ConcurrentHashMap<>();
    private volatile Instant storedUntil;

    Ready(List<Work> works) {
        this.works = List.copyOf(works);
    }

    /** A request whose bytes are stored. @param until when it must have gone out, or be stored once more */
    record Stored(TripletexRequest request, Instant until) {}

    List<Work> works() {
        return works;
    }

    /** Those that were never sent, of one kind. */
    List<Work> fresh(DeliveryKind kind) {
        return works.stream()
                .filter(work -> work.kind() == kind && work.purpose() == Purpose.SEND && !work.stored())
                .toList();
    }

    void add(Work work, TripletexRequest request) {
        requests.put(work.transmissionId(), request);
    }

    List<Transmissions.Content> contents() {
        return works.stream()
                .filter(work -> requests.containsKey(work.transmissionId()))
                .map(work -> new Transmissions.Content(
                        work,
                        requests.get(work.transmissionId()).body().getBytes(StandardCharsets.UTF_8),
                        TransmissionDesk.JSON))
                .toList();
    }

    /** All of it is stored now, under the leases of the works. */
    void stored(Instant until) {
        storedUntil = until;
    }

    /** Null for what was not made ready, or not stored. */
    Stored of(Work work) {
        TripletexRequest request = requests.get(work.transmissionId());
        return request == null || storedUntil == null ? null : new Stored(request, storedUntil);
    }
}
