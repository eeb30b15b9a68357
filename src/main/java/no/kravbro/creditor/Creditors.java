package no.kravbro.creditor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import no.kravbro.WrongSetting;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The creditors this process serves: those of the file in its order, then those registered while it ran. The table keeps also
 * those no longer served. Safe for many threads; who asks twice may get more the second time.
 */
public class Creditors {

    private volatile Map<String, Creditor> byId;

    public Creditors(List<Creditor> creditors) {
        become(creditors);
    }

    /** From now on these are served. */
    final void become(List<Creditor> creditors) {
        Map<String, Creditor> now = new LinkedHashMap<>();
        creditors.forEach(creditor -> now.put(creditor.id(), creditor));
        byId = now;
    }

    public List<Creditor> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Creditor> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Throws {@link NoSuchElementException} when the file does not name it any more. */
    public Creditor byId(String id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("No creditor " + id + " in the creditors file"));
    }

    /** Each creditor once for each of its agencies. */
    public List<Creditor> everywhere() {
        return all().stream().flatMap(each -> each.everywhere().stream()).toList();
    }

    /** As an agency serves it. Throws {@link NoSuchElementException} when the file does not name both any more. */
    public Creditor at(String id, String agency) {
        return byId(id).at(agency);
    }

    /** An agency that is not named any more must have ended all it had, for nobody would read it again. */
    private static void checkNothingLeft(JdbcClient sql, Creditor creditor) {
        Leftovers leftovers = new Leftovers(sql);
        for (String agency : leftovers.agencies(creditor.id())) {
            Left left = leftovers.of(creditor.id(), agency);
            if (creditor.findAt(agency).isEmpty() && !left.none()) {
                throw new WrongSetting(
                        where(creditor) + " field agencies",
                        "does not name " + agency + ", which still has " + left.words(),
                        "keep it there with replaced-by and replaced-from until nothing is left");
            }
        }
    }

    private static String where(Creditor creditor) {
        return (creditor.employeeTokenFile() == null ? "" : "kravbro.creditors-file ") + "creditor " + creditor.id();
    }

    /** Writes one row each, so that everything else can refer to it. Safe on several nodes at once. Throws {@link WrongSetting}. */
    public void save(JdbcClient sql, ObjectMapper json, Clock machine) {
        all().forEach(each -> checkNothingLeft(sql, each));
        all().forEach(each -> save(each, sql, json, machine));
    }

    /** One of them, in the caller's transaction. Throws {@link WrongSetting}. */
    static void write(Creditor creditor, JdbcClient sql, ObjectMapper json, Clock machine) {
        checkNothingLeft(sql, creditor);
        save(creditor, sql, json, machine);
    }

    private static void save(Creditor creditor, JdbcClient sql, ObjectMapper json, Clock machine) {
        sql.sql(
                        """
                    insert into creditor (id, organization_number, name, agency, state, settings, created_at)
                    values (:id, :number, :name, :agency, 'ACTIVE', :settings, :now) on conflict do nothing""")
                .params(row(creditor, json))
                .param("now", OffsetDateTime.now(machine))
                .update();
        int own = sql.sql(
                        """
                    update creditor set organization_number = :number, name = :name, agency = :agency,
                        settings = :settings where id = :id""")
                .params(row(creditor, json))
                .update();
        if (own != 1) {
            throw new WrongSetting(
                    where(creditor) + " field organization-number",
                    "belongs to another creditor in the database",
                    "give the creditor its old id back");
        }
    }

    private static Map<String, Object> row(Creditor creditor, ObjectMapper json) {
        try {
            return Map.of(
                    "id", creditor.id(),
                    "number", creditor.organizationNumber(),
                    "name", creditor.name(),
                    "agency", creditor.agency(),
                    "settings", json.writeValueAsString(creditor));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A creditor is plain data", impossible);
        }
    }
}
