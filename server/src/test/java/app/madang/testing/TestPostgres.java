package app.madang.testing;

import app.madang.database.embedded.EmbeddedPostgres;
import app.madang.database.embedded.EmbeddedSettings;
import app.madang.database.schema.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/** One embedded PostgreSQL for all tests of a JVM, by our own supervisor, durable like the real one. */
public final class TestPostgres {

    private static final String TEMPLATE = "template_madang";
    private static final AtomicInteger count = new AtomicInteger();

    private TestPostgres() {}

    private static final class Server {
        static final EmbeddedPostgres RUNNING = startWithTemplate();
    }

    /** An empty database with the schema of every module, of its own. */
    public static TestDatabase freshDatabase() {
        return create(TEMPLATE);
    }

    /** A database without anything in it. */
    public static TestDatabase emptyDatabase() {
        return create("template1");
    }

    /** The server all databases live on. */
    public static EmbeddedPostgres server() {
        return Server.RUNNING;
    }

    private static TestDatabase create(String template) {
        var name = "test_" + count.incrementAndGet();
        var server = Server.RUNNING;
        execute(server, "create database " + name + " template " + template + " owner " + server.user());
        return database(server, name);
    }

    private static TestDatabase database(EmbeddedPostgres server, String name) {
        var source = new PGSimpleDataSource();
        source.setUrl(server.url(name));
        source.setUser(server.user());
        source.setPassword(server.password());
        return new TestDatabase(name, server.url(name), server.user(), server.password(), source);
    }

    private static EmbeddedPostgres startWithTemplate() {
        try {
            var data = Files.createTempDirectory("madang-test-");
            Files.setPosixFilePermissions(data, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
            var server = EmbeddedPostgres.start(new EmbeddedSettings(
                    data, data.resolve("state"), null, 400, 256, Duration.ofMinutes(2), Duration.ofSeconds(10)));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                delete(data);
            }));
            execute(server, "create database " + TEMPLATE + " owner " + server.user());
            Migrations.run(database(server, TEMPLATE).dataSource());
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(EmbeddedPostgres server, String command) {
        try (var connection = server.superuser("postgres").getConnection();
                var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new IllegalStateException(command, e);
        }
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
