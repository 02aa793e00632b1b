package app.madang.database.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A cluster on the disk and the programs for it: make, find, start, stop. */
final class Cluster {

    private static final Logger log = LoggerFactory.getLogger(Cluster.class);

    private static final int START_ATTEMPTS_MAX = 4;

    private final EmbeddedSettings settings;
    private final ClusterHome home;
    private final Binaries binaries;
    private final Credentials credentials;

    Cluster(EmbeddedSettings settings, ClusterHome home, Binaries binaries, Credentials credentials) {
        this.settings = settings;
        this.home = home;
        this.binaries = binaries;
        this.credentials = credentials;
    }

    static Cluster open(EmbeddedSettings settings) throws IOException {
        var home = ClusterHome.locate(settings);
        var credentials = Credentials.in(home.credentials(), home.isInitialised());
        var cluster = new Cluster(settings, home, Binaries.unpackedIn(home.root()), credentials);
        if (!home.isInitialised()) {
            cluster.initialise();
        }
        home.requireMajor(Binaries.MAJOR);
        return cluster;
    }

    /** Makes the cluster under another name first: half a cluster never looks like one. */
    private void initialise() throws IOException {
        log.info("Making a new database in {}", home.root());
        var draft = home.root().resolve("data-draft");
        var password = Files.createTempFile(home.root(), "password", "");
        try {
            run("rm", "-rf", draft.toString());
            home.runAs().own(password, "rw-------");
            Files.writeString(password, credentials.superuserPassword());
            var made = run(
                    binaries.program("initdb").toString(),
                    "--pgdata=" + draft,
                    "--username=" + Credentials.SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions");
            if (!made.succeeded()) {
                throw new CannotStart("initdb failed:\n" + made.output(), "See what it says above.");
            }
        } finally {
            Files.delete(password);
        }
        Files.writeString(draft.resolve("postgresql.conf"), "include 'madang.conf'\n", StandardOpenOption.APPEND);
        Files.move(draft, home.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * The server that runs on this cluster already, left over by a Madang that was killed. One that is still starting or
     * stopping is waited for; one that says it is ready and does not answer is stopped.
     */
    Optional<PostmasterFile> orphan() throws IOException {
        var deadline = System.nanoTime() + settings.startWithin().toNanos();
        var patience = System.nanoTime() + settings.answerWithin().toNanos();
        while (true) {
            var found = PostmasterFile.in(home.data());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            var server = found.get();
            if (server.process().isEmpty() || server.isReused()) {
                // PostgreSQL itself would take whoever has the number now for a server
                Files.deleteIfExists(home.data().resolve("postmaster.pid"));
                return Optional.empty();
            }
            if (server.isReady() && isOurs(server.port())) {
                return found;
            }
            if (server.isReady() && System.nanoTime() > patience) {
                log.warn("The PostgreSQL with process {} does not answer; stopping it", server.pid());
                stopOrKill(server);
                return Optional.empty();
            }
            if (System.nanoTime() > deadline) {
                throw new CannotStart(
                        "The PostgreSQL with process " + server.pid() + " is still busy starting or stopping.",
                        "Look into its log in " + home.log() + ", and start Madang again when it is done.");
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    /** Killing loses nothing that was acknowledged: the next start recovers. */
    private void stopOrKill(PostmasterFile server) {
        stop(settings.answerWithin());
        server.process().ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    private boolean isOurs(int port) {
        try (var connection = superuser(port, "postgres").getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select current_setting('data_directory')")) {
            return row.next() && Path.of(row.getString(1)).equals(home.data());
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Starts the server and waits until it takes connections, crash recovery included. */
    PostmasterFile start() throws IOException {
        var port = port();
        home.runAs().run(List.of("mkdir", "-p", home.log().toString()));
        write(home.data().resolve("madang.conf"), ServerSettings.text(settings, port, home));
        write(home.data().resolve("pg_hba.conf"), ServerSettings.access());
        var started = startAndWait();
        for (var attempt = 1; !started.succeeded() && attempt < START_ATTEMPTS_MAX; attempt++) {
            // the children of a killed server may be a moment behind it
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            started = startAndWait();
        }
        if (!started.succeeded()) {
            throw new CannotStart(
                    "PostgreSQL did not start:\n" + started.output() + lastWords(), "See its log in " + home.log());
        }
        write(home.port(), port + "\n");
        return PostmasterFile.in(home.data())
                .orElseThrow(() -> new CannotStart("PostgreSQL ended at once.", "See its log in " + home.log()));
    }

    private RunAs.Result startAndWait() {
        return run(
                binaries.program("pg_ctl").toString(),
                "start",
                "--wait",
                "--timeout=" + settings.startWithin().toSeconds(),
                "--pgdata=" + home.data(),
                "--log=" + home.startLog());
    }

    private String lastWords() throws IOException {
        return Files.exists(home.startLog()) ? Files.readString(home.startLog()) : "";
    }

    private void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        home.runAs().own(file, "rw-------");
    }

    /** The port of last time, so that people's own settings stay true, unless somebody else took it. */
    private int port() throws IOException {
        if (Files.exists(home.port())) {
            var remembered = Integer.parseInt(Files.readString(home.port()).strip());
            try (var free = new ServerSocket(remembered, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                log.warn("Port {} of the database is taken by somebody else; choosing another", remembered);
            }
        }
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** Stops the server: open transactions are rolled back, everything is written. */
    void stop() {
        stop(Duration.ofSeconds(60));
    }

    private void stop(Duration within) {
        var stopped = run(
                binaries.program("pg_ctl").toString(),
                "stop",
                "--mode=fast",
                "--wait",
                "--timeout=" + within.toSeconds(),
                "--pgdata=" + home.data());
        if (!stopped.succeeded()) {
            log.warn("PostgreSQL was not stopped: {}", stopped.output());
        }
    }

    private RunAs.Result run(String... command) {
        return home.runAs().run(new ArrayList<>(List.of(command)));
    }

    PGSimpleDataSource superuser(int port, String database) {
        return connect(port, database, Credentials.SUPERUSER, credentials.superuserPassword());
    }

    PGSimpleDataSource application(int port, String database) {
        return connect(port, database, Credentials.APPLICATION, credentials.applicationPassword());
    }

    String applicationPassword() {
        return credentials.applicationPassword();
    }

    private static PGSimpleDataSource connect(int port, String database, String user, String password) {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout(5);
        // a stopped server takes the connection and then says nothing
        source.setLoginTimeout(5);
        return source;
    }
}
