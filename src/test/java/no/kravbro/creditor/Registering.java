package no.kravbro.creditor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import no.kravbro.Settings;
import no.kravbro.fakes.TestDatabase;
import no.kravbro.secret.Seals;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What connects creditors while it runs, put together for tests without a whole product. */
public final class Registering {

    final Registrations registrations;
    final Registrar registrar;
    private final List<Creditor> ofFile;
    private final RunningCreditors running;

    public Registering(TestDatabase database, Clock clock, List<Creditor> ofFile) {
        this.ofFile = ofFile;
        this.registrations = new Registrations(database.client(), Seals.SEALER, clock);
        this.running = another();
        ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
        this.registrar = new Registrar(registrations, running, database.client(), json, settings(), clock);
    }

    /** As this process has them. */
    RunningCreditors running() {
        return running;
    }

    /** As another node has them. */
    RunningCreditors another() {
        return new RunningCreditors(ofFile, registrations);
    }

    public void into(ConfigurableListableBeanFactory beans) {
        beans.registerSingleton("creditors", running.creditors());
        beans.registerSingleton("runningCreditors", running);
        beans.registerSingleton("registrar", registrar);
        beans.registerSingleton("employeeTokens", new EmployeeTokens(registrations));
    }

    private static Settings settings() {
        Map<String, String> said = Map.of(
                "kravbro.node", "test",
                "kravbro.agencies.autocollect.url", "http://localhost:1",
                "kravbro.agencies.autocollect.token-url", "http://localhost:1/token",
                "kravbro.agencies.autocollect.client-id", "kravbro",
                "kravbro.agencies.autocollect.client-secret-file", "a-file",
                "kravbro.agencies.ecpay.url", "sftp://localhost:1",
                "kravbro.agencies.ecpay.private-key-file", "a-file",
                "kravbro.agencies.ecpay.host-key-file", "a-file");
        return new Binder(new MapConfigurationPropertySource(said))
                .bind("kravbro", Bindable.of(Settings.class))
                .get();
    }
}
