package no.kravbro.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.kravbro.deadletter.Alerts;
import no.kravbro.delivery.Claims;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.MutableClock;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.reconcile.Alarms;
import no.kravbro.sandbox.MailServer;
import no.kravbro.sandbox.MailServer.Received;
import no.kravbro.transfer.dispute.Dispute;
import no.kravbro.transfer.dispute.Disputes;
import no.kravbro.transfer.dispute.NewDispute;
import no.kravbro.transfer.list.CollectionLists;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told what and when, through a real mail server; told twice it is told once. */
class MailRoundTest extends DatabaseTest {

    private static final Instant THURSDAY = Instant.parse("2026-01-15T07:00:00Z");

    private MailServer server;
    private MailRoom room;

    MailRoundTest() {
        super(TestDatabases.H2);
    }

    @BeforeAll
    void opens() {
        server = new MailServer(0).start();
        room = new MailRoom(database, clock, server.settings());
    }

    @AfterAll
    void closes() {
        room.close();
        server.close();
    }

    @BeforeEach
    void story() {
        at("2026-01-13T12:00:00+01:00");
        room.claim();
    }

    private void at(String time) {
        clock.set(MutableClock.at(time).instant());
    }

    /** What a round sends, and that a second one sends nothing more. */
    private List<Received> round() {
        room.round();
        List<Received> sent = server.taken();
        room.round();
        assertThat(server.taken()).isEmpty();
        return sent;
    }

    private void listed(Instant cutoff) {
        room.bean(CollectionLists.class)
                .heard(room.bean(Claims.class).find(MailRoom.KEY).orElseThrow(), cutoff);
    }

    private void dispute(LocalDate answerBy, String reason) {
        room.bean(Disputes.class)
                .open(new NewDispute(
                        MailRoom.KEY,
                        "nordlys",
                        Dispute.Source.AGENCY,
                        null,
                        null,
                        reason,
                        LocalDate.of(2026, 1, 12),
                        answerBy,
                        List.of(),
                        true));
    }

    @Test
    void aCollectionListIsToldAndOnceMoreTheDayBeforeItsCutOff() {
        listed(THURSDAY);
        assertThat(round()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo(MailRoom.KARI);
            assertThat(mail.subject()).contains("Collection list: 1 cases", "Thursday", "08:00");
            assertThat(mail.text())
                    .contains("10057", "5000014", "https://kravbro.example.no/collection-list?creditorId=nordlys");
            assertThat(mail.html()).contains("<td", "10057", "lang=\"en\"");
            assertThat(mail.headers()).containsEntry("Auto-Submitted", "auto-generated");
            assertThat(mail.headers()).as("a deadline cannot be declined").containsEntry("List-Unsubscribe", "");
        });
        at("2026-01-14T06:59:00+01:00");
        assertThat(round()).isEmpty();
        at("2026-01-14T07:00:00+01:00");
        assertThat(round())
                .extracting(Received::subject)
                .singleElement()
                .asString()
                .startsWith("Reminder of the collection list");
        clock.set(THURSDAY);
        assertThat(round()).isEmpty();
    }

    @Test
    void aCutOffThatMovedForAHolidayIsSaidToHave() {
        at("2026-05-12T12:00:00+02:00");
        // Ascension Day is Thursday the 14th.
        listed(null);
        assertThat(round()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).contains("Wednesday");
            assertThat(mail.text()).contains("because the Thursday is a public holiday");
        });
    }

    @Test
    void anObjectionIsRemindedOfUntilItsLastDayAndAfterwardsWithWhatSilenceCosts() {
        dispute(LocalDate.of(2026, 1, 23), "Not mine, says 01019012345");
        assertThat(round()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).contains("10057");
            assertThat(mail.text()).contains("Answer by Friday", "charge the same as for a withdrawal");
            assertThat(mail.text()).doesNotContain("01019012345");
        });
        for (String morning : List.of("2026-01-20", "2026-01-22", "2026-01-23", "2026-01-24")) {
            at(morning + "T07:00:00+01:00");
            assertThat(round())
                    .as(morning)
                    .filteredOn(each -> each.subject().contains("objection"))
                    .hasSize(1);
        }
    }

    @Test
    void anObjectionWithoutALastDayIsRemindedOfTheLongerItWaits() {
        at("2026-01-12T10:00:00+01:00");
        dispute(null, "Not mine");
        assertThat(objections("2026-01-18T07:00:00+01:00")).as("six days").isEmpty();
        assertThat(objections("2026-01-19T07:00:00+01:00")).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("The objection to invoice 10057 is not answered");
            assertThat(mail.text()).contains("waited for a week", "No last day was set");
        });
        assertThat(objections("2026-01-20T07:00:00+01:00")).as("told once").isEmpty();
        assertThat(objections("2026-02-02T07:00:00+01:00")).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("three weeks"));
        assertThat(objections("2026-02-23T07:00:00+01:00")).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("last reminder"));
        assertThat(objections("2026-04-01T07:00:00+02:00")).isEmpty();
    }

    private List<Received> objections(String moment) {
        at(moment);
        return round().stream()
                .filter(each -> each.subject().contains("objection"))
                .toList();
    }

    @Test
    void operationsHearOfANewGroupOfDeadLettersOnce() {
        database.client()
                .sql("insert into letter_alert (fingerprint, kind, letters, amount_ore, raised_at)"
                        + " values ('f', 'NEW_GROUP', 3, 100000, :now)")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        assertThat(round()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("drift@example.no");
            assertThat(mail.text()).contains("/dead-letters", "3");
        });
        assertThat(room.bean(Alerts.class).untold(10)).isEmpty();
    }

    @Test
    void aKeyThatStoppedWorkingIsToldToBoth() {
        room.bean(Alarms.class).failed("nordlys", "tripletex", "BAD_CREDENTIALS");
        assertThat(round())
                .filteredOn(each -> each.subject().contains("the key to tripletex"))
                .extracting(Received::to)
                .containsExactlyInAnyOrder(MailRoom.KARI, "drift@example.no");
    }

    @Test
    void aKeyThatWillEndIsToldToBothOncePerStep() {
        assertThat(keyEnds("2026-07-01T06:59:00+02:00")).isEmpty();
        assertThat(keyEnds("2026-07-01T07:00:00+02:00")).containsExactlyInAnyOrder(MailRoom.KARI, "drift@example.no");
        assertThat(keyEnds("2026-07-16T12:00:00+02:00")).as("told").isEmpty();
        for (String step : List.of("2026-07-17", "2026-07-28", "2026-07-31")) {
            assertThat(keyEnds(step + "T07:00:00+02:00")).as(step).hasSize(2);
        }
        assertThat(keyEnds("2026-08-20T07:00:00+02:00")).isEmpty();
    }

    private List<String> keyEnds(String moment) {
        at(moment);
        return round().stream()
                .filter(each -> each.subject().contains("the key to Tripletex ends on 31.07.2026"))
                .map(Received::to)
                .toList();
    }

    @Test
    void whoDeclinesTheOverviewGetsNoneAndStillHearsOfDeadlines() {
        at("2026-01-14T07:00:00+01:00");
        room.task("ANSWER_DEBTOR", LocalDate.of(2026, 1, 13));
        List<Received> digests = round();
        assertThat(digests).hasSize(2).allSatisfy(mail -> assertThat(mail.text())
                .contains("overdue", "10057"));
        Received mine = digests.stream()
                .filter(each -> each.to().equals(MailRoom.KARI))
                .findFirst()
                .orElseThrow();
        Map<String, String> link = query(mine.headers().get("List-Unsubscribe"));
        Declining declining = room.bean(Declining.class);
        assertThatThrownBy(() -> declining.decline("nordlys", "arne@example.no", link.get("signature")))
                .isInstanceOf(IllegalArgumentException.class);
        declining.decline(link.get("creditor"), link.get("recipient"), link.get("signature"));
        at("2026-01-15T07:30:00+01:00");
        listed(Instant.parse("2026-01-22T07:00:00Z"));
        assertThat(round())
                .extracting(each -> each.to() + " " + each.subject().substring(0, 10))
                .containsExactlyInAnyOrder("arne@example.no Nordlys El", MailRoom.KARI + " Collection");
    }

    private static Map<String, String> query(String header) {
        String query = URI.create(header.substring(1, header.length() - 1)).getRawQuery();
        return Arrays.stream(query.split("&"))
                .map(each -> each.split("="))
                .collect(Collectors.toMap(each -> each[0], each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8)));
    }

    @Test
    void noMailHoldsAnIdentityNumber() {
        room.bean(Secretary.class)
                .operations(
                        MailKind.ALERT,
                        "planted",
                        to -> new Content(
                                "Subject 01019012345",
                                List.of("Text 010190 12345"),
                                List.of("Column"),
                                List.of(List.of("<Cell> 41019012345")),
                                List.of("End 01819012345"),
                                "/x"));
        assertThat(round()).singleElement().satisfies(mail -> {
            assertThat(mail.subject() + mail.text() + mail.html())
                    .doesNotContain("12345")
                    .contains("***********");
            assertThat(mail.html()).contains("&lt;Cell&gt;");
        });
    }
}
