package no.kravbro.creditor;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kravbro.CreditorCheck;
import no.kravbro.Settings;
import no.kravbro.WrongSetting;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Connects creditors while the product runs. What is written down is checked as the creditors file is; nothing is sent until both
 * sides have confirmed. All of it in the caller's transaction, after which {@link RunningCreditors#look} takes it up. Throws
 * {@link WrongSetting} that names the field.
 */
@Service
public class Registrar {

    private static final int LONGEST_TOKEN = 2_000;

    private final Registrations registrations;
    private final RunningCreditors running;
    private final JdbcClient sql;
    private final ObjectMapper json;
    private final Settings settings;
    private final Clock machine;

    Registrar(
            Registrations registrations,
            RunningCreditors running,
            JdbcClient sql,
            ObjectMapper json,
            Settings settings,
            @Qualifier("machine") Clock machine) {
        this.registrations = registrations;
        this.running = running;
        this.sql = sql;
        this.json = json;
        this.settings = settings;
        this.machine = machine;
    }

    public Optional<Registered> find(String creditorId) {
        return registrations.find(creditorId);
    }

    /** @param entry JSON of the creditors file's fields in camelCase; @return its id */
    public String register(String entry, String token, String who) {
        CreditorEntry said = CreditorForm.read(entry);
        Creditor creditor = sound(said);
        if (running.creditors().find(creditor.id()).isPresent()) {
            throw new WrongSetting("Field id", "is another creditor's", "choose another short name");
        }
        Creditors.write(creditor.inDryRun(), sql, json, machine);
        registrations.add(creditor.id(), CreditorForm.write(said), token(token), who);
        return creditor.id();
    }

    /** All of it anew; id and organization number stay. Another agency has to confirm again. */
    public void change(String creditorId, String entry) {
        Creditor was = known(creditorId).creditor();
        CreditorEntry said = CreditorForm.read(entry);
        Creditor creditor = sound(said);
        if (!creditor.id().equals(was.id()) || !creditor.organizationNumber().equals(was.organizationNumber())) {
            throw new WrongSetting(
                    "Field id or organizationNumber", "is another one", "register that creditor, this one stays");
        }
        Creditors.write(creditor, sql, json, machine);
        registrations.change(
                creditorId, CreditorForm.write(said), !agencies(was).containsAll(agencies(creditor)));
    }

    /** The new token counts from the next session on; the old one is gone. */
    public void renew(String creditorId, String token, String who) {
        registrations.renew(known(creditorId).creditorId(), token(token), who);
    }

    public void confirm(String creditorId, Registered.Side side, String who, String how) {
        registrations.confirm(known(creditorId).creditorId(), side, who, how);
    }

    private Registered known(String creditorId) {
        return registrations.find(creditorId).orElseThrow();
    }

    private static Set<String> agencies(Creditor creditor) {
        return creditor.everywhere().stream().map(Creditor::agency).collect(Collectors.toSet());
    }

    private Creditor sound(CreditorEntry said) {
        if (said.employeeTokenFile() != null) {
            throw new WrongSetting("Field employeeTokenFile", "names a file", "give the token itself as employeeToken");
        }
        MandateRules.check("The registration", said);
        Creditor creditor = said.creditor();
        List<Creditor> all = new ArrayList<>(running.creditors().all());
        all.removeIf(each -> each.id().equals(creditor.id()));
        all.add(creditor);
        CreditorRules.check("The registration:", all);
        creditor.everywhere().forEach(each -> CreditorCheck.check("creditor " + creditor.id(), each, settings));
        return creditor;
    }

    private static String token(String token) {
        String text = token == null ? "" : token.strip();
        if (text.isEmpty() || text.length() > LONGEST_TOKEN || text.chars().anyMatch(each -> each < ' ')) {
            throw new WrongSetting(
                    "Field employeeToken",
                    "is missing or is no token",
                    "copy it from the accounting system, where it is shown once");
        }
        return text;
    }
}
