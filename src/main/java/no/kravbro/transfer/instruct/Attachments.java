package no.kravbro.transfer.instruct;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.kravbro.delivery.Sql;
import no.kravbro.secret.Place;
import no.kravbro.secret.SealedColumn;
import no.kravbro.secret.Sealer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents kept for a claim until something that needs them goes out. */
@Repository
public class Attachments {

    private static final Set<String> TYPES = Set.of("application/pdf", "image/jpeg", "image/png");
    private static final int LONGEST_NAME = 100;
    private static final int LARGEST = 2 * 1024 * 1024;

    private final JdbcClient sql;
    private final Sealer sealer;
    private final Clock machine;

    Attachments(JdbcClient sql, Sealer sealer, @Qualifier("machine") Clock machine) {
        this.sql = sql;
        this.sealer = sealer;
        this.machine = machine;
    }

    /** @return its id; throws {@link InstructionRefused} for what no agency takes */
    public String keep(String claimKey, String name, String mediaType, byte[] content) {
        boolean sound = name != null && !name.isBlank() && name.length() <= LONGEST_NAME && TYPES.contains(mediaType);
        if (!sound || content == null || content.length == 0 || content.length > LARGEST) {
            throw new InstructionRefused(
                    InstructionRefused.Code.INCOMPLETE,
                    "an attachment has a name, is PDF, JPEG or PNG, and of at most 2 MB");
        }
        String id = UUID.randomUUID().toString();
        sql.sql("insert into attachment (id, claim_key, name, media_type, content, added_at)"
                        + " values (:id, :claim, :name, :type, :content, :now)")
                .param("id", id)
                .param("claim", claimKey)
                .param("name", name)
                .param("type", mediaType)
                .param("content", sealer.seal(place(claimKey, id), content))
                .param("now", Sql.at(machine.instant()))
                .update();
        return id;
    }

    /** Those of the ids that were kept for this claim, by name. */
    public List<Attachment> of(String claimKey, List<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.sql("select * from attachment where claim_key = :claim and id in (:ids) order by name, id")
                        .param("claim", claimKey)
                        .param("ids", ids)
                        .query((row, number) -> new Attachment(
                                row.getString("id"),
                                row.getString("name"),
                                row.getString("media_type"),
                                sealer.open(place(claimKey, row.getString("id")), row.getBytes("content"))))
                        .list();
    }

    private static Place place(String claimKey, String id) {
        return SealedColumn.ATTACHMENT.place(null, claimKey, id);
    }
}
