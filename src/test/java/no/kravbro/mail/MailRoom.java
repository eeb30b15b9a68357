package no.kravbro.mail;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.kravbro.Settings;
import no.kravbro.TextsConfiguration;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.bundle.BundleStatus;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import no.kravbro.creditor.Mailing;
import no.kravbro.creditor.Mandates;
import no.kravbro.creditor.Wishes;
import no.kravbro.fakes.SampleCreditors;
import no.kravbro.fakes.TestDatabase;
import no.kravbro.fakes.TriedOut;
import no.kravbro.secret.Seals;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The mail room with all it stands on, wired as in the product; nobody goes its rounds but the test. */
final class MailRoom implements AutoCloseable {

    /** Of the creditor's key of Tripletex. */
    static final LocalDate KEY_ENDS = LocalDate.of(2026, 7, 31);

    static final String KARI = "kari@example.no";
    static final String KEY = "310245674-1";

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final TestDatabase database;

    /** @param server settings of the mail server */
    MailRoom(TestDatabase database, Clock clock, List<String> server) {
        this.database = database;
        var beans = context.getBeanFactory();
        beans.registerSingleton("machine", clock);
        beans.registerSingleton("dataSource", database.dataSource());
        beans.registerSingleton("sql", database.client());
        beans.registerSingleton("named", database.named());
        beans.registerSingleton("transaction", database.transaction());
        beans.registerSingleton("sealer", Seals.SEALER);
        beans.registerSingleton("creditors", new Creditors(List.of(nordlys())));
        beans.registerSingleton("settings", settings(server));
        beans.registerSingleton("profiles", new AgencyProfiles(Path.of("routes")));
        beans.registerSingleton("bundle", new BundleStatus(clock));
        beans.registerSingleton("dryRun", new TriedOut());
        context.register(TextsConfiguration.class);
        context.scan(
                "no.kravbro.delivery",
                "no.kravbro.deadletter",
                "no.kravbro.reconcile",
                "no.kravbro.transfer",
                "no.kravbro.mail");
        context.refresh();
    }

    private static Creditor nordlys() {
        Mailing mailing = new Mailing("en", List.of(KARI), List.of(KARI, "arne@example.no"), List.of(KARI));
        return SampleCreditors.nordlys(
                "autocollect",
                Creditor.Transfer.AUTOMATIC,
                new Wishes(null, Map.of(), Mandates.NONE, mailing, 0, KEY_ENDS));
    }

    private static Settings settings(List<String> server) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "kravbro.node", "test",
                "kravbro.mail.language", "en",
                "kravbro.mail.console-url", "https://kravbro.example.no/"));
        server.forEach(
                each -> settings.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1)));
        settings.put("kravbro.mail.poll", "30d");
        return new Binder(new MapConfigurationPropertySource(settings))
                .bind("kravbro", Bindable.of(Settings.class))
                .get();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    void round() {
        bean(MailRound.class).go();
    }

    /** An agency has a claim of NOK 12 500. */
    void claim() {
        database.client()
                .sql(
                        """
                        insert into claim (claim_key, creditor_id, invoice_id, invoice_number, agency, state, stage, flags, agency_case,
                          case_number, submission, principal_ore, agency_principal_ore, remaining_ore, received_on, created_at, updated_at)
                        values ('310245674-1', 'nordlys', 1, '10057', 'autocollect', 'ACCEPTED', 'LIST_PENDING', '', 'c-1', '5000014', 1,
                          1250000, 1250000, 1310000, date '2025-12-01', current_timestamp, current_timestamp)""")
                .update();
    }

    void task(String kind, LocalDate due) {
        database.client()
                .sql(
                        "insert into task (kind, subject, creditor_id, claim_key, agency, detail, due_on, state, opened_at)"
                                + " values (:kind, 'subject of it', 'nordlys', '310245674-1', 'autocollect', 'x', :due, 'OPEN',"
                                + " current_timestamp)")
                .param("kind", kind)
                .param("due", due)
                .update();
    }

    @Override
    public void close() {
        context.close();
    }
}
