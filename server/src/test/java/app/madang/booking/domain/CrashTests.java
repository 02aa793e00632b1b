package app.madang.booking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.database.embedded.EmbeddedPostgres;
import app.madang.database.embedded.EmbeddedSettings;
import app.madang.database.schema.Migrations;
import app.madang.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Nodes killed with -9 and PostgreSQL stopped {@code immediate} during a stampede, at random points: whatever was
 * answered is true afterwards.
 */
class CrashTests {

    private static final int SEEDS = 2;
    private static final int CRASHES = 4;
    private static final int CALLS_PER_CLIENT = 80;
    /** Ready again is promised within 15 s and awaited for five times as long. */
    private static final Duration READY_WITHIN = Duration.ofSeconds(75);

    @TempDir
    Path data;

    private EmbeddedPostgres postgres;
    private TestDatabase database;
    private TestNode witness;
    private final List<Restarted> nodes = new ArrayList<>();

    /** A node that is started anew after it was killed. */
    private static final class Restarted implements Node, AutoCloseable {
        private final Supplier<NodeProcess> start;
        private volatile NodeProcess process;

        Restarted(Supplier<NodeProcess> start) {
            this.start = start;
            this.process = start.get();
        }

        @Override
        public List<Outcome> ask(Wire.Verb verb, List<Command> commands) {
            return process.ask(verb, commands);
        }

        void killAndStartAgain() {
            process.close();
            process = start.get();
        }

        @Override
        public void close() {
            process.close();
        }
    }

    @BeforeEach
    void start() throws IOException {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        postgres = EmbeddedPostgres.start(new EmbeddedSettings(
                data, data.resolve("state"), null, 100, 64, Duration.ofMinutes(2), Duration.ofSeconds(10)));
        var source = new PGSimpleDataSource();
        var url = postgres.url(EmbeddedPostgres.DATABASE);
        source.setUrl(url);
        source.setUser(postgres.user());
        source.setPassword(postgres.password());
        Migrations.run(source);
        database = new TestDatabase(EmbeddedPostgres.DATABASE, url, postgres.user(), postgres.password(), source);
        witness = new TestNode(database);
        for (var i = 0; i < 2; i++) {
            nodes.add(new Restarted(() -> new NodeProcess(database).awaitReady()));
        }
    }

    @AfterEach
    void stop() {
        nodes.forEach(Restarted::close);
        witness.close();
        postgres.close();
    }

    @Test
    void keepsEverythingItEverAnswered() throws Exception {
        for (var seed : Seeds.of(SEEDS).boxed().toList()) {
            var history = new History(seed);
            history.create(witness);
            var random = new Random(seed);
            try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
                var acting = new ArrayList<CompletableFuture<Void>>();
                for (var client = 0; client < History.CLIENTS; client++) {
                    var who = client;
                    acting.add(
                            CompletableFuture.runAsync(() -> history.act(who, nodes, CALLS_PER_CLIENT, 40), clients));
                }
                for (var i = 0; i < CRASHES; i++) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200 + random.nextInt(600)));
                    crash(i, random);
                }
                CompletableFuture.allOf(acting.toArray(CompletableFuture[]::new))
                        .get(240, TimeUnit.SECONDS);
            }
            var verdict = new Verdict(history, witness);
            verdict.check();
            Sweeps.check(witness.jdbc);
            assertThat(verdict.seen).as("seed %d", seed).containsKey("Hold granted");
        }
    }

    private void crash(int turn, Random random) throws Exception {
        if (turn % 2 == 0) {
            nodes.get(random.nextInt(nodes.size())).killAndStartAgain();
            return;
        }
        stopPostgresImmediately();
        Awaitility.await().atMost(READY_WITHIN).until(this::answers);
    }

    /** SIGQUIT is what {@code pg_ctl stop -m immediate} sends; the supervisor starts the server again. */
    private void stopPostgresImmediately() throws Exception {
        String pid;
        try (var connection = postgres.superuser("postgres").getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)")) {
            row.next();
            pid = row.getString(1);
        }
        assertThat(new ProcessBuilder("kill", "-QUIT", pid).inheritIO().start().waitFor())
                .isZero();
        var gone = ProcessHandle.of(Long.parseLong(pid));
        if (gone.isPresent()) {
            gone.get().onExit().get(60, TimeUnit.SECONDS);
        }
    }

    private boolean answers() {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            return statement.execute("select 1");
        } catch (SQLException notYet) {
            return false;
        }
    }
}
