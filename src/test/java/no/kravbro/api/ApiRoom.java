package no.kravbro.api;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.kravbro.Settings;
import no.kravbro.TextsConfiguration;
import no.kravbro.access.ApiTokens;
import no.kravbro.access.Keys;
import no.kravbro.access.LoginThrottle;
import no.kravbro.access.Users;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.agency.AnswerTables;
import no.kravbro.bundle.BundleStatus;
import no.kravbro.bundle.StoredVersions;
import no.kravbro.creditor.Registering;
import no.kravbro.fakes.SampleCreditors;
import no.kravbro.fakes.TestDatabase;
import no.kravbro.fakes.TriedOut;
import no.kravbro.secret.KeyChanges;
import no.kravbro.secret.Seals;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The API with all it stands on, wired as in the product, without HTTP. */
final class ApiRoom implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    ApiRoom(TestDatabase database, Clock clock) {
        var beans = context.getBeanFactory();
        beans.registerSingleton("machine", clock);
        beans.registerSingleton("dataSource", database.dataSource());
        beans.registerSingleton("sql", database.client());
        beans.registerSingleton("named", database.named());
        beans.registerSingleton("transaction", database.transaction());
        beans.registerSingleton("sealer", Seals.SEALER);
        context.registerBean(KeyChanges.class, () -> Seals.changes(database, clock));
        new Registering(database, clock, List.of(SampleCreditors.withKeyUntil(LocalDate.of(2026, 2, 13)))).into(beans);
        beans.registerSingleton("settings", settings());
        AgencyProfiles profiles = new AgencyProfiles(Path.of("routes"));
        beans.registerSingleton("profiles", profiles);
        beans.registerSingleton("tables", new AnswerTables(profiles, Path.of("routes"), "tripletex"));
        beans.registerSingleton("bundle", new BundleStatus(clock));
        beans.registerSingleton("versions", new StoredVersions(database.client(), clock, "test", "1.2.3"));
        beans.registerSingleton("dryRun", new TriedOut());
        beans.registerSingleton("papers", new Paperwork());
        context.register(TextsConfiguration.class, Users.class, ApiTokens.class, Keys.class, LoginThrottle.class);
        context.scan(
                "no.kravbro.audit",
                "no.kravbro.delivery",
                "no.kravbro.deadletter",
                "no.kravbro.reconcile",
                "no.kravbro.transfer",
                "no.kravbro.mail",
                "no.kravbro.tripletex",
                "no.kravbro.api");
        // A part of the API is made when a test asks for it: not each needs all that each other stands on.
        context.addBeanFactoryPostProcessor(made -> {
            for (String name : made.getBeanDefinitionNames()) {
                made.getBeanDefinition(name).setLazyInit(true);
            }
        });
        context.refresh();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    private static Settings settings() {
        return new Binder(new MapConfigurationPropertySource(Map.of("kravbro.node", "test")))
                .bind("kravbro", Bindable.of(Settings.class))
                .get();
    }
}
