package no.kravbro.delivery;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** Statements that H2 and PostgreSQL spell differently: one file per database below {@code sql/}. */
@Component
public class SqlFiles {
    private final String folder;

    public SqlFiles(DataSource database) {
        this.folder = folder(database);
    }

    private static String folder(DataSource database) {
        try {
            var name = JdbcUtils.extractDatabaseMetaData(database, meta -> meta.getDatabaseProductName());
            return "PostgreSQL".equals(name) ? "postgresql" : "h2";
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException("The database does not say what it is", e);
        }
    }

    /** {@code h2} or {@code postgresql}. */
    public String folder() {
        return folder;
    }

    /** Text of a statement with {@code :name} parameters; in the files they are written {@code :#name}, as Camel wants them. */
    public String statement(String name) {
        return Sql.file(folder + "/" + name + ".sql").replace(":#", ":");
    }
}
