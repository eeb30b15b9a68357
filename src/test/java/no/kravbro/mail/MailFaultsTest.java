package no.kravbro.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import no.kravbro.Settings;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Sql;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.MutableClock;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.sandbox.MailServer;
import no.kravbro.sandbox.MailServer.Received;
import no.kravbro.transfer.list.CollectionLists;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What goes wrong on a round keeps nothing else from going, ends with a person, and nobody is told twice for it. */
class MailFaultsTest extends DatabaseTest {

    private static final Instant THURSDAY = Instant.parse("2026-01-15T07:00:00Z");

    private MailServer server;
    private MailRoom room;

    MailFaultsTest() {
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
        clock.set(MutableClock.at("2026-01-13T06:00:00+01:00").instant());
        room.claim();
        server.taken();
    }

    private MailRound with(Post post, Teller... tellers) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        for (Teller each : tellers) {
            beans.addBean("teller" + beans.getBeanDefinitionCount(), each);
        }
        return new MailRound(
                beans.getBeanProvider(Teller.class),
                room.bean(Silenced.class),
                room.bean(Mails.class),
                post,
                clock,
                room.bean(Settings.class));
    }

    /** A mail server that does what a test wants. */
    private Post posting(Function<Mail, Post.Result> sends) {
        return new Post(room.bean(Settings.class), room.bean(Declining.class), room.bean(Letterhead.class), clock) {
            @Override
            Result send(Mail mail) {
                return sends.apply(mail);
            }
        };
    }

    private void plant(String key) {
        Creditor nordlys = room.bean(Creditors.class).find("nordlys").orElseThrow();
        room.bean(Secretary.class)
                .deadline(nordlys, MailKind.DISPUTE_DUE, key, to -> Content.of("About " + key, List.of("x"), "/x"));
    }

    @Test
    void oneThatCannotTellKeepsNoOtherFromTellingNorMailsFromGoing() {
        Teller broken = now -> {
            throw new IllegalStateException("no rows");
        };
        with(room.bean(Post.class), broken, now -> plant("after it")).go();
        assertThat(server.taken()).extracting(Received::subject).containsExactly("About after it");
        assertThat(room.bean(Silenced.class).all()).hasSize(1);
        room.bean(Silenced.class).told(broken);
    }

    @Test
    void whateverBreaksWhileSendingWasAnAttempt() {
        plant("breaks");
        with(posting(mail -> {
                    throw new IllegalStateException("no such file");
                }))
                .go();
        assertThat(database.client()
                        .sql("select attempts from mail where state = 'WAITING'")
                        .query(Integer.class)
                        .list())
                .containsExactly(1);
    }

    @Test
    void whatWaitsBehindASlowOneIsNobodysYet() {
        plant("slow");
        plant("waits");
        List<Mail> others = new ArrayList<>();
        with(posting(mail -> {
                    others.addAll(room.bean(Mails.class).claim("other", 10));
                    return new Post.Result(Post.Result.Kind.SENT, null);
                }))
                .go();
        assertThat(others).extracting(Mail::key).containsExactly("waits");
    }

    @Test
    void takingOneOffAListIsNoReasonToTellOfTheRestAgain() {
        database.client()
                .sql(
                        "insert into claim (claim_key, creditor_id, invoice_id, invoice_number, agency, state, stage, flags, agency_case,"
                                + " submission, principal_ore, created_at, updated_at) select '310245674-2', creditor_id, 2, '10058',"
                                + " agency, state, stage, flags, 'c-2', 1, principal_ore, created_at, updated_at from claim")
                .update();
        room.bean(CollectionLists.class)
                .heard(room.bean(Claims.class).find(MailRoom.KEY).orElseThrow(), THURSDAY);
        room.bean(CollectionLists.class)
                .heard(room.bean(Claims.class).find("310245674-2").orElseThrow(), THURSDAY);
        room.round();
        assertThat(server.taken()).hasSize(1);
        database.client()
                .sql("update list_item set state = 'REJECTED' where claim_key = '310245674-2'")
                .update();
        room.round();
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void aDeadlineNobodyHeardOfIsATaskUntilItsMailIsThrough() {
        plant("lost");
        with(posting(mail -> new Post.Result(Post.Result.Kind.NEVER, "REFUSED")))
                .go();
        room.round();
        assertThat(tasks()).containsExactly("OPEN kari@example.no: About lost");
        room.bean(Mails.class)
                .again(database.client()
                        .sql("select id from mail")
                        .query(Long.class)
                        .single());
        room.round();
        room.round();
        assertThat(tasks()).containsExactly("DONE kari@example.no: About lost");
    }

    private List<String> tasks() {
        return database.client()
                .sql("select state || ' ' || detail from task where kind = 'MAIL_LOST'")
                .query(String.class)
                .list();
    }

    private void paid(String number, Duration bookedAgo) {
        database.client()
                .sql(
                        """
                        insert into remittance (creditor_id, agency, remittance, bank_text, payout_date, expected_count, carried_in_ore,
                          carried_out_ore, net_payout_ore, state, created_at) values ('nordlys', 'autocollect', :number, 'x',
                          date '2025-12-01', 1, 0, 0, 100000, 'COMPLETE', :at)""")
                .param("number", number)
                .param("at", Sql.at(clock.instant().minus(bookedAgo)))
                .update();
        database.client()
                .sql(
                        """
                        insert into booking (booking_key, creditor_id, agency, way, state, event, principal_ore, net_ore, remittance,
                          created_at, updated_at) values (:number, 'nordlys', 'autocollect', 'VOUCHER', 'MATCHED', '{}', 100000,
                          100000, :number, :at, :at)""")
                .param("number", number)
                .param("at", Sql.at(clock.instant().minus(bookedAgo)))
                .update();
    }

    @Test
    void theAgeOfASettlementCountsFromWhenTheLastOfItWasBooked() {
        paid("late", Duration.ofDays(1));
        paid("before", Duration.ofDays(15));
        Creditor nordlys = room.bean(Creditors.class).find("nordlys").orElseThrow();
        assertThat(room.bean(SettlementTeller.class).complete(nordlys))
                .extracting(SettlementTeller.Paid::number)
                .containsExactly("late");
    }
}
