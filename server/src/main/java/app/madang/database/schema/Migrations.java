package app.madang.database.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings the schema of every module up to date: the files of {@code db/migration/<module>} make the schema of that name,
 * which also keeps their history. Modules do not refer to each other's tables, so their order does not matter.
 */
public final class Migrations {

    private static final Pattern MODULE_OF_FILE = Pattern.compile("db/migration/([a-z]+)/[^/]+\\.sql$");

    private Migrations() {}

    /** Several nodes may call this at once; one of them does the work. */
    public static void run(DataSource dataSource) {
        for (var module : modules()) {
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations("classpath:db/migration/" + module)
                    .schemas(module)
                    .createSchemas(true)
                    .validateMigrationNaming(true)
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        }
    }

    /** The modules that have a schema. */
    public static SortedSet<String> modules() {
        var modules = new TreeSet<String>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql")) {
                var path = MODULE_OF_FILE.matcher(file.getURL().toString().toLowerCase(Locale.ROOT));
                if (path.find()) {
                    modules.add(path.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return modules;
    }
}
