package app.madang.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import app.madang.testing.Golden;
import app.madang.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/** PostgreSQL reads every statement of the sources against the migrated schema, whether a test runs it or not. */
class StatementsTests {

    /** The statement is understood, but the type of an argument is told only when it is bound. */
    private static final String TYPE_TOLD_LATER = "42P18";

    @Test
    void allFitTheSchema() throws IOException, SQLException {
        var complaints = new ArrayList<String>();
        var read = 0;
        try (var connection = TestPostgres.freshDatabase().dataSource().getConnection();
                var files = Files.walk(Golden.root().resolve("server/src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                for (var statement : SqlInSources.of(file)) {
                    read++;
                    complaint(connection, statement)
                            .ifPresent(text -> complaints.add(file.getFileName() + ": " + text + "\n" + statement));
                }
            }
        }
        assertThat(complaints).isEmpty();
        assertThat(read).isGreaterThan(60);
    }

    @Test
    void oneThatDoesNotFitIsNoticed() throws SQLException {
        try (var connection = TestPostgres.freshDatabase().dataSource().getConnection()) {
            assertThat(complaint(connection, "select serial_id, no_such_column from identity.account where id = :id"))
                    .isPresent()
                    .get()
                    .asString()
                    .contains("no_such_column");
            assertThat(complaint(connection, "select serial_id from identity.account where id = :id"))
                    .isEmpty();
        }
    }

    @Test
    void areFoundInAllTheWaysTheyAreWritten() {
        var found = SqlInSources.of("""
                static final String COLUMNS = "a, b";
                jdbc.sql("select 1").query();
                jdbc.sql("select " + COLUMNS + \"""
                         from t
                        where a = 'x'\\
                        \""").query();
                refresh(\"""
                        delete from t
                        \""");
                jdbc.sql(given).query();
                """);

        assertThat(found).hasSize(3);
        assertThat(found).anySatisfy(sql -> assertThat(sql).isEqualToNormalizingWhitespace("select 1"));
        assertThat(found)
                .anySatisfy(sql -> assertThat(sql).contains("select a, b").endsWith("'x'"));
        assertThat(found).anySatisfy(sql -> assertThat(sql).startsWith("delete from t"));
    }

    private static Optional<String> complaint(Connection connection, String statement) {
        var positional =
                NamedParameterUtils.substituteNamedParameters(NamedParameterUtils.parseSqlStatement(statement), null);
        try (var prepared = connection.prepareStatement(positional)) {
            // asks the server to read the statement, without running it
            if (prepared.getParameterMetaData().getParameterCount() < 0) {
                fail("the driver counts parameters strangely");
            }
            return Optional.empty();
        } catch (SQLException e) {
            return TYPE_TOLD_LATER.equals(e.getSQLState())
                    ? Optional.empty()
                    : Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
