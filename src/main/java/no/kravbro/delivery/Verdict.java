package no.kravbro.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The outcome that killed a delivery, read back from its row and coarse: its purpose says whether it may have landed. */
final class Verdict {

    private Verdict() {}

    static Outcome of(ResultSet row) throws SQLException {
        var cause = row.getString("cause") == null ? "UNEXPECTED" : row.getString("cause");
        var detail = row.getString("detail");
        return Purpose.valueOf(row.getString("purpose")) == Purpose.INQUIRE
                ? Next.unproven(new Outcome.Unknown(cause, detail))
                : new Outcome.Rejected(cause, detail);
    }
}
