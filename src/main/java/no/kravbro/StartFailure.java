package no.kravbro;

import java.sql.SQLException;
import java.util.stream.Collectors;
import no.kravbro.bundle.BundleRefused;
import no.kravbro.bundle.Problem;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.web.server.PortInUseException;

/** What around us stops a start although every setting can be read: the port, the database, the routes. */
final class StartFailure {

    /** H2's code for a file that another process has open. */
    private static final int FILE_IN_USE = 90020;

    /** H2's code for a file that it cannot read. */
    private static final int FILE_DAMAGED = 90030;

    private static final int SHOWN = 5;

    private StartFailure() {}

    /** One sentence that names key and fix, or null when the failure is another one. */
    static String sentence(Throwable failure) {
        PortInUseException port = SettingsFailure.find(failure, PortInUseException.class);
        if (port != null) {
            return new WrongSetting(
                            "server.port",
                            "(" + port.getPort() + ") is used by another process",
                            "stop that one or set another port")
                    .getMessage();
        }
        BundleRefused routes = SettingsFailure.find(failure, BundleRefused.class);
        if (routes != null) {
            return routes(routes);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("to not accept jdbcUrl")) {
                return noSuchKind();
            }
        }
        FlywayException schema = SettingsFailure.find(failure, FlywayException.class);
        return schema == null ? null : database(schema);
    }

    private static String noSuchKind() {
        return new WrongSetting(
                        "spring.datasource.url",
                        "leads to no database we know",
                        "write it as jdbc:postgresql://host/name, or leave it out for H2")
                .getMessage();
    }

    private static String routes(BundleRefused refused) {
        int more = refused.problems().size() - SHOWN;
        String first =
                refused.problems().stream().limit(SHOWN).map(Problem::toString).collect(Collectors.joining("; "));
        return new WrongSetting(
                        "kravbro.routes.dir",
                        "holds what cannot run (" + first + (more > 0 ? "; and " + more + " more" : "") + ")",
                        "mend it, `make check` tells the same")
                .getMessage();
    }

    /** Never the address itself: it may hold a password. Null when the database answers and its content is the trouble. */
    private static String database(FlywayException failure) {
        SQLException sql = SettingsFailure.find(failure, SQLException.class);
        if (sql == null || !isConnection(sql)) {
            return null;
        }
        return wrong(sql).getMessage();
    }

    private static WrongSetting wrong(SQLException sql) {
        return switch (sql.getErrorCode()) {
            case FILE_IN_USE ->
                new WrongSetting(
                        "spring.datasource.url",
                        "names a file that another process has open",
                        "stop that one, or name another file");
            case FILE_DAMAGED ->
                new WrongSetting(
                        "spring.datasource.url",
                        "names a file that is damaged",
                        "keep it, and go on from a back-up as \"When H2 cannot read its file\" in operating.md tells");
            default ->
                new WrongSetting(
                        "spring.datasource.url",
                        "leads to no database (state " + sql.getSQLState() + ")",
                        "start the database, or correct address, username or password");
        };
    }

    /** Classes 08 (no connection), 28 (login), 3D (no such database), and H2's own for a file that is open or unreadable. */
    private static boolean isConnection(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08") || state.startsWith("28") || state.startsWith("3D") || state.startsWith("900");
    }
}
