package no.kravbro.flows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import no.kravbro.claim.ClaimKey;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.decision.Decision;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import no.kravbro.deadletter.DeadLetter;
import no.kravbro.deadletter.DeadLetters;
import no.kravbro.deadletter.LetterFilter;
import no.kravbro.delivery.Attempt;
import no.kravbro.delivery.Attempts;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.delivery.InvoiceRow;
import no.kravbro.delivery.Invoices;
import no.kravbro.delivery.NewClaim;
import no.kravbro.transfer.Screening;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** One claim on its way to the agency, as a test follows it: written down from an invoice that was read, then left alone. */
public final class Journey {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final World world;
    private final Invoice invoice;
    private final String key;

    private Journey(World world, Invoice invoice, String key) {
        this.world = world;
        this.invoice = invoice;
        this.key = key;
    }

    /** Invoices of a creditor that may be handed over and have not been, oldest id first. */
    public static List<Invoice> free(World world, String creditor, int count) {
        Claims claims = world.bean(Claims.class);
        List<Invoice> all = world.bean(Invoices.class).list(creditor, Decision.Kind.TRANSFER, 0, 5_000).stream()
                .map(InvoiceRow::invoice)
                .toList();
        List<Long> ids = all.stream().map(Invoice::id).toList();
        var taken = claims.transferred(creditor, ids);
        var stopped = claims.stopped(creditor, ids);
        List<Invoice> free = all.stream()
                .filter(each -> !taken.contains(each.id()) && !stopped.contains(each.id()))
                .limit(count)
                .toList();
        if (free.size() < count) {
            throw new IllegalStateException("The story has no " + count + " invoices left for " + creditor);
        }
        return free;
    }

    /** Writes claims for these invoices, as they were read, in one transaction. */
    public static List<Journey> begin(World world, String creditorId, List<Invoice> invoices) {
        Creditor creditor = world.bean(Creditors.class).byId(creditorId);
        Screening screening = world.bean(Screening.class);
        List<NewClaim> fresh = new ArrayList<>();
        List<Journey> journeys = new ArrayList<>();
        for (Invoice invoice : invoices) {
            NewClaim claim = screening.claim(creditor, invoice, 1, screening.takeover(creditor));
            fresh.add(claim);
            journeys.add(new Journey(world, invoice, claim.key()));
        }
        world.bean(Claims.class).create(fresh);
        return journeys;
    }

    /** A claim for this invoice that is not written down yet. */
    public static Journey planned(World world, String creditorId, Invoice invoice) {
        Creditor creditor = world.bean(Creditors.class).byId(creditorId);
        return new Journey(world, invoice, new ClaimKey(creditor.organizationNumber(), invoice.id()).toString());
    }

    /** One claim for the next free invoice. */
    public static Journey begin(World world, String creditor) {
        return begin(world, creditor, free(world, creditor, 1)).get(0);
    }

    public String key() {
        return key;
    }

    public Invoice invoice() {
        return invoice;
    }

    public ClaimRow claim() {
        return world.bean(Claims.class).find(key).orElseThrow();
    }

    /** The newest submission. */
    public Delivery delivery() {
        return world.bean(Deliveries.class).find(DeliveryKind.SUBMIT_CLAIM, key).orElseThrow();
    }

    public Journey until(DeliveryState state) {
        return await(state.name(), () -> {
            DeliveryState now = delivery().state();
            if (now != state && (now.settled() || now == DeliveryState.DEAD)) {
                throw new AssertionError("Ended as " + now + " " + attempts());
            }
            return now == state;
        });
    }

    /** Waits, while the agency rests and no time passes. */
    public Journey await(String what, BooleanSupplier holds) {
        try {
            Awaitility.await(what + " " + key)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(holds::getAsBoolean);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(what + " " + key + ": " + delivery().state() + " " + attempts(), e);
        }
        return this;
    }

    /** Until the next exchange with the agency is on record; what waited for its time is due at once. */
    public Journey next() {
        int before = attempts().size();
        world.hurry();
        return await("attempt " + (before + 1) + " of", () -> attempts().size() > before);
    }

    /** Lets the agency work and time pass until nothing more happens by itself. */
    public Journey end() {
        return await("end of", () -> {
            world.agencyWorks();
            world.hurry();
            return delivery().state().settled()
                    || letter() != null && letter().state().isOpen();
        });
    }

    /** Every exchange with the agency: purpose, outcome, and the cause where it says more. */
    public List<String> attempts() {
        return log().stream().map(Journey::words).toList();
    }

    public List<Attempt> log() {
        return world.bean(Attempts.class).of(delivery().id());
    }

    private static String words(Attempt attempt) {
        String words = attempt.purpose() + " " + attempt.outcome();
        boolean more = attempt.cause() != null && !attempt.cause().isEmpty();
        return more && !attempt.cause().equals(attempt.outcome()) ? words + " " + attempt.cause() : words;
    }

    /** Its dead letter, or null. */
    public DeadLetter letter() {
        return world.bean(DeadLetters.class).list(new LetterFilter(null, null, null, null, key, 0, 10)).stream()
                .filter(letter -> Objects.equals(letter.claimKey(), key))
                .findFirst()
                .orElse(null);
    }

    /** What the timeline tells about it: what and reference. */
    public List<String> timeline() {
        return world.sql()
                .sql("select what || ' ' || coalesce(reference, '') from timeline where claim_key = :key order by id")
                .param("key", key)
                .query(String.class)
                .list();
    }

    /** How long the newest submission waits, counted from its last exchange, in seconds. */
    public long pauseSeconds() {
        return world.sql()
                .sql("select datediff('SECOND', (select max(ended_at) from attempt where delivery_id = d.id), d.due_at)"
                        + " from delivery d where d.id = :id")
                .param("id", delivery().id())
                .query(Long.class)
                .single();
    }
}
