package app.madang.database.schema;

import app.madang.database.embedded.CannotStart;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The server's promise that what it acknowledged is still there after a loss of power. */
public final class Durability {

    private Durability() {}

    /**
     * @throws CannotStart when a setting breaks the promise, as this session sees it: defaults of the role and the
     *     database count
     */
    public static void require(DataSource dataSource) {
        var broken = broken(JdbcClient.create(dataSource));
        if (!broken.isEmpty()) {
            throw new CannotStart(
                    "This PostgreSQL may lose what it has acknowledged: " + broken + ".",
                    "Set fsync, full_page_writes and synchronous_commit to on, for the server, the database and the role.");
        }
    }

    private static Map<String, String> broken(JdbcClient jdbc) {
        var broken = new TreeMap<String, String>();
        for (var name : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            var value = jdbc.sql("select current_setting(:name)")
                    .param("name", name)
                    .query(String.class)
                    .single();
            // synchronous_commit has more than two values; all but off wait for the local disk
            if (value.equals("off")) {
                broken.put(name, value);
            }
        }
        return broken;
    }
}
