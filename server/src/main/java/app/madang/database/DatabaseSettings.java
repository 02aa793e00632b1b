package app.madang.database;

import app.madang.database.embedded.EmbeddedSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data is.
 *
 * @param data the directory everything of ours lives in
 * @param database the database; without a URL the embedded one
 */
@ConfigurationProperties("madang")
record DatabaseSettings(
        @DefaultValue("./data") Path data, @DefaultValue Database database) {

    /**
     * @param url JDBC URL of an external PostgreSQL; empty for the embedded one
     * @param poolMax connections for requests
     * @param engine the pool of the booking engine
     * @param embedded the embedded server
     */
    record Database(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("16") int poolMax,
            @DefaultValue Engine engine,
            @DefaultValue Embedded embedded) {

        boolean isExternal() {
            return !url.isBlank();
        }
    }

    /**
     * The pool of the booking engine. Its connections carry limits, so that a node that stopped in the middle of a
     * transaction does not stop the others.
     *
     * @param lockTimeout how long a statement waits for a lock
     * @param idleInTransactionTimeout how long a transaction may do nothing
     * @param transactionTimeout how long a transaction may last at all
     */
    record Engine(
            @DefaultValue("12") int poolMax,
            @DefaultValue("3s") Duration lockTimeout,
            @DefaultValue("3s") Duration idleInTransactionTimeout,
            @DefaultValue("5s") Duration transactionTimeout) {}

    /**
     * @param stateDirectory where the cluster goes when its user cannot enter {@code madang.data}
     * @param user system user to run as when started as root
     */
    record Embedded(
            @DefaultValue("/var/lib/madang") Path stateDirectory,
            @DefaultValue("") String user,
            @DefaultValue("100") int connectionsMax,
            @DefaultValue("192") int sharedBuffersMb,
            @DefaultValue("5m") Duration startWithin,
            @DefaultValue("20s") Duration answerWithin) {}

    EmbeddedSettings embeddedSettings() {
        var embedded = database.embedded();
        @Nullable String user = embedded.user().isBlank() ? null : embedded.user();
        return new EmbeddedSettings(
                data,
                embedded.stateDirectory(),
                user,
                embedded.connectionsMax(),
                embedded.sharedBuffersMb(),
                embedded.startWithin(),
                embedded.answerWithin());
    }
}
