package no.kravbro.histories;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.Stage;
import no.kravbro.crash.DrivenTown;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.sandbox.Standing;

/**
 * The second quarter of 2026, with Easter, 1 and 17 May, Ascension and Whitsun in it, lived day by day: claims at four
 * agencies, each meant for one thing at one stage. On every day what is offered for each is held against the printed table.
 */
final class Quarter {

    static final LocalDate FIRST_DUE = LocalDate.of(2026, 2, 24);
    static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final LocalTime MORNING = LocalTime.of(9, 30);
    private static final Set<String> COLLECTION = Set.of("DEBT_COLLECTION", "INKASSO");
    private static final int TERM = 14;
    private static final int CUSTOMERS = 8;
    private static final int ISSUED_DAYS = 56;
    /** Days after which what follows on something is done. */
    private static final int LATER = 4;
    /** Days after which the agency's own people take a case on that stands still. */
    private static final int STANDS_STILL = 24;

    private final DrivenTown town;
    private final AgencyPeople people;
    private final List<Firm> firms;
    private final List<QuarterClaim> planned = new ArrayList<>();
    private final List<QuarterClaim> claims = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Offers offers;
    private final Deeds deeds;

    Quarter(DrivenTown town) {
        this.town = town;
        this.people = new AgencyPeople(town.town());
        this.firms = Firm.of(town.town());
        this.offers = new Offers(town.world(), faults);
        this.deeds = new Deeds(town, people);
    }

    Offers offers() {
        return offers;
    }

    List<QuarterClaim> claims() {
        return claims;
    }

    static Set<Stage> stages(String agency) {
        Set<Stage> stages = EnumSet.complementOf(EnumSet.of(Stage.CLOSED, Stage.LIST_PENDING));
        if (agency.equals("autocollect")) {
            stages.add(Stage.LIST_PENDING);
        }
        return stages;
    }

    /** @param each how many at each agency @return what was wrong, in words */
    List<String> live(int each) {
        plan(each);
        town.days((int) (FIRST_DUE.toEpochDay() - town.town().clock().today().toEpochDay()));
        for (LocalDate day = FIRST_DUE.plusDays(1); !day.isAfter(LAST); day = day.plusDays(1)) {
            cutOff(day);
            town.until(day.atTime(MORNING).atZone(OSLO).toInstant());
            issue(day);
            look(day);
            // What has happened to an invoice is told at once.
            firms.forEach(firm -> town.due(firm.creditor(), "CHANGES"));
            firms.forEach(Firm::postsWhatWaits);
            town.rest();
        }
        return faults;
    }

    /** Each thing at each stage where it is offered, then nothing at all; the due days lie over eight weeks. */
    private void plan(int each) {
        for (Firm firm : firms) {
            int number = 0;
            for (Theme theme : Theme.values()) {
                for (Stage target : stages(firm.agency())) {
                    if (number < each && isOffered(firm, target, theme)) {
                        plan(firm, target, theme, number++, each);
                    }
                }
            }
            while (number < each) {
                plan(firm, Stage.SURVEILLANCE, Theme.SILENCE, number++, each);
            }
        }
    }

    private boolean isOffered(Firm firm, Stage target, Theme theme) {
        return theme.first() == null
                || Set.of("wire", "person").contains(offers.word(firm.agency(), target, theme.first()));
    }

    private void plan(Firm firm, Stage target, Theme theme, int number, int each) {
        LocalDate due = FIRST_DUE.plusDays((long) number * ISSUED_DAYS / each);
        planned.add(new QuarterClaim(firm, null, due, theme, target));
    }

    private void issue(LocalDate day) {
        for (QuarterClaim each : planned) {
            if (each.due.equals(day.minusDays(1))) {
                Firm firm = each.firm;
                long customer = firm.books().customerId(firm.firstCustomer() + claims.size() % CUSTOMERS);
                long ore = 200_000 + 1_000L * (claims.size() % 97);
                long invoice = firm.books().invoice(customer, each.due.minusDays(TERM), each.due, ore);
                String key = people.key(firm.agency(), invoice);
                people.debtorIsSilent(firm.agency(), key);
                claims.add(new QuarterClaim(firm, key, each.due, each.theme, each.target));
            }
        }
    }

    /** The last hour before silence is a yes, where something stands on a list today. */
    private void cutOff(LocalDate day) {
        Optional<Instant> at = town
                .eyes()
                .sql(
                        "select distinct cutoff_at from list_item where state = 'OPEN' and cutoff_at >= :from and cutoff_at < :to")
                .param("from", day.atStartOfDay(OSLO).toInstant().atOffset(ZoneOffset.UTC))
                .param("to", day.plusDays(1).atStartOfDay(OSLO).toInstant().atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .list()
                .stream()
                .map(OffsetDateTime::toInstant)
                .findFirst();
        at.ifPresent(moment -> {
            List.of(60, 40, 20, 5, 1).forEach(minutes -> town.until(moment.minus(Duration.ofMinutes(minutes))));
            town.until(moment);
        });
    }

    private void look(LocalDate day) {
        Claims kept = town.world().bean(Claims.class);
        for (QuarterClaim claim : claims) {
            kept.find(claim.key)
                    .filter(row -> row.state() == ClaimState.ACCEPTED || row.state() == ClaimState.CLOSED)
                    .ifPresent(row -> look(claim, row, day));
        }
    }

    private void look(QuarterClaim claim, ClaimRow row, LocalDate day) {
        boolean closed = row.state() == ClaimState.CLOSED;
        Stage stage = closed ? Stage.CLOSED : row.stage() == null ? Stage.RECEIVED : row.stage();
        boolean first = claim.seen.putIfAbsent(stage, day) == null;
        if (!row.equals(claim.last) || day.minusDays(1).equals(claim.acted)) {
            offers.judge(claim, row, stage, first);
        }
        claim.last = row;
        if (closed) {
            return;
        }
        String theirs = people.stage(claim.firm.agency(), claim.key);
        if (claim.stoppedAt != null && !claim.stoppedAt.equals(theirs) && isOwed(claim)) {
            faults.add(
                    claim + " went on to " + theirs + " on " + day + " although it was stopped at " + claim.stoppedAt);
            claim.stoppedAt = theirs;
        }
        if (claim.collected == null && COLLECTION.contains(theirs)) {
            claim.collected = day;
        }
        if (stage == claim.target && claim.acted == null && deeds.begin(claim, row, stage)) {
            claim.acted = day;
        } else if (claim.acted != null
                && claim.actedAgain == null
                && claim.theme.then() != null
                && !day.isBefore(claim.acted.plusDays(LATER))
                && deeds.goOn(claim, row, stage)) {
            claim.actedAgain = day;
        } else {
            takeOn(claim, row, stage, day);
        }
    }

    /** What is left of costs and interest when the invoice is settled is between the agency and the debtor. */
    private static boolean isOwed(QuarterClaim claim) {
        Standing standing = claim.firm.standing().apply(claim.key);
        return standing.ended() == null && standing.principalOre() > 0;
    }

    /** The agency's people take on what does not move by itself. */
    private void takeOn(QuarterClaim claim, ClaimRow row, Stage stage, LocalDate day) {
        if (claim.stoppedAt != null || !row.flags().isEmpty() || stage == Stage.LIST_PENDING) {
            return;
        }
        boolean toReminder = stage == Stage.RECEIVED && claim.target == Stage.REMINDER;
        boolean further = stage.compareTo(Stage.COLLECTION) >= 0
                && stage.compareTo(claim.target) < 0
                && !day.isBefore(claim.seen.get(stage).plusDays(LATER));
        boolean still = stage.compareTo(Stage.RECEIVED) > 0
                && stage.compareTo(Stage.COLLECTION) < 0
                && !claim.firm.agency().equals("autocollect")
                && !day.isBefore(claim.seen.get(stage).plusDays(STANDS_STILL));
        if (toReminder || further || still) {
            Stage next = Stage.values()[stage.ordinal() + 1];
            people.move(claim.firm.agency(), claim.key, next == Stage.LIST_PENDING ? Stage.COLLECTION : next);
            claim.undisturbed = false;
        }
    }
}
