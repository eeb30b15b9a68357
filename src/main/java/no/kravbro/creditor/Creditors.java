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

/** The creditors this process serves, in the order of the file. The table keeps also those no longer in it. */
public class Creditors {

    private final Map<String, Creditor> byId = new LinkedHashMap<>();

    public Creditors(List<Creditor> creditors) {
        creditors.forEach(creditor -> byId.put(creditor.id(), creditor));
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
    private void checkNothingLeft(JdbcClient sql) {
        Leftovers leftovers = new Leftovers(sql);
        for (Creditor creditor : all()) {
            for (String agency : leftovers.agencies(creditor.id())) {
                Left left = leftovers.of(creditor.id(), agency);
                if (creditor.findAt(agency).isEmpty() && !left.none()) {
                    throw new WrongSetting(
                            "kravbro.creditors-file creditor " + creditor.id() + " field agencies",
                            "does not name " + agency + ", which still has " + left.words(),
                            "keep it there with replaced-by and replaced-from until nothing is left");
                }
            }
        }
    }

    /** Writes one row each, so that everything else can refer to it. Safe on several nodes at once. Throws {@link WrongSetting}. */
    public void save(JdbcClient sql, ObjectMapper json, Clock machine) {
        checkNothingLeft(sql);
        for (Creditor creditor : all()) {
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
                        "kravbro.creditors-file creditor " + creditor.id() + " field organization-number",
                        "belongs to another creditor in the database",
                        "give the creditor its old id back");
            }
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
