package app.madang.testing;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database for one test. */
public record TestDatabase(String name, String url, String user, String password, DataSource dataSource) {

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    /** The properties by which an application uses this database. */
    public String[] properties() {
        return new String[] {
            "madang.database.url=" + url, "madang.database.user=" + user, "madang.database.password=" + password
        };
    }
}
