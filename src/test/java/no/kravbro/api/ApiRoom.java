package no.kravbro.api;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.kravbro.Settings;
import no.kravbro.TextsConfiguration;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import no.kravbro.fakes.TestDatabase;
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
        beans.registerSingleton("creditors", new Creditors(List.of(nordlys())));
        beans.registerSingleton("settings", settings());
        beans.registerSingleton("profiles", new AgencyProfiles(Path.of("routes")));
        context.register(TextsConfiguration.class);
        context.scan("no.kravbro.delivery", "no.kravbro.deadletter", "no.kravbro.reconcile", "no.kravbro.api");
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

    private static Creditor nordlys() {
        return new Creditor(
                "nordlys",
                "310245674",
                "Nordlys Elektro AS",
                0,
                "secrets/nordlys",
                true,
                "autocollect",
                "5b1f3c1e",
                Creditor.Transfer.DRY_RUN,
                LocalDate.of(2025, 1, 1),
                0,
                0,
                0,
                List.of(),
                List.of(),
                Creditor.BookingWay.VOUCHER,
                Map.of("receivable", 1500, "interim", 1909),
                null,
                List.of("06:00"));
    }
}
