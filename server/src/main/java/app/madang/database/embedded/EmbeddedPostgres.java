package app.madang.database.embedded;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running embedded server. It is started by us or adopted from a Madang that was killed, started again when it dies,
 * and stopped with {@link #close()}.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The database and the role Madang works with; the role is no superuser. */
    public static final String DATABASE = "madang";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final DataLock lock;
    private final Cluster cluster;
    private final ScheduledExecutorService each = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("postgres-supervisor").daemon().factory());
    private volatile PostmasterFile running = new PostmasterFile(0, 0, "");
    private volatile boolean closing;

    private EmbeddedPostgres(DataLock lock, Cluster cluster) {
        this.lock = lock;
        this.cluster = cluster;
    }

    /**
     * Starts the server of a data directory, making the cluster at first.
     *
     * @throws CannotStart with what to do
     */
    public static EmbeddedPostgres start(EmbeddedSettings settings) {
        try {
            var lock = DataLock.on(settings.data());
            try {
                var postgres = new EmbeddedPostgres(lock, Cluster.open(settings));
                postgres.begin();
                postgres.prepare();
                postgres.each.scheduleWithFixedDelay(postgres::lookAfterIt, 1, 1, TimeUnit.SECONDS);
                return postgres;
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new CannotStart(
                    "The database in " + settings.data() + " could not be started: " + e,
                    "See whether the directory can be written and the disk has room.",
                    e);
        }
    }

    private synchronized void begin() throws IOException {
        if (closing) {
            return;
        }
        var orphan = cluster.orphan();
        orphan.ifPresent(found -> log.info("Adopting the PostgreSQL that runs on port {}", found.port()));
        running = orphan.isPresent() ? orphan.get() : cluster.start();
    }

    private void prepare() {
        try {
            Roles.prepare(cluster.superuser(port(), "postgres"), cluster.applicationPassword());
        } catch (SQLException e) {
            cluster.stop();
            throw new CannotStart("The database could not be prepared: " + e.getMessage(), "See its log.", e);
        }
    }

    /** PostgreSQL restarts its own children; if it goes itself, we start it again. */
    private void lookAfterIt() {
        if (running.process().isPresent() || closing) {
            return;
        }
        log.error("PostgreSQL has gone; starting it again");
        try {
            begin();
        } catch (IOException | RuntimeException e) {
            log.error("PostgreSQL could not be started again; trying once more", e);
        }
    }

    public int port() {
        return running.port();
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    public String user() {
        return Credentials.APPLICATION;
    }

    public String password() {
        return cluster.applicationPassword();
    }

    /** Connections as superuser, for tests and upkeep; the application never uses them. */
    public DataSource superuser(String database) {
        return cluster.superuser(port(), database);
    }

    /** Stops the server cleanly. */
    @Override
    public synchronized void close() {
        if (closing) {
            return;
        }
        closing = true;
        each.shutdown();
        cluster.stop();
        try {
            lock.close();
        } catch (IOException e) {
            log.warn("The lock of the data directory was not released", e);
        }
    }
}
