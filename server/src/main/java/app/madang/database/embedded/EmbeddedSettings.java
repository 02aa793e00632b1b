package app.madang.database.embedded;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the embedded server is run.
 *
 * @param data the operator's data directory ({@code MADANG_DATA})
 * @param stateDirectory where the cluster goes when its user cannot enter {@code data}
 * @param user the system user to run as when started as root; null: the first of madang, postgres, nobody that exists
 * @param connectionsMax PostgreSQL's max_connections
 * @param sharedBuffersMb PostgreSQL's shared_buffers, in MB
 * @param startWithin how long to wait for a start, crash recovery included
 * @param answerWithin how long a server that was left over and says it is ready may take to answer
 */
public record EmbeddedSettings(
        Path data,
        Path stateDirectory,
        @Nullable String user,
        int connectionsMax,
        int sharedBuffersMb,
        Duration startWithin,
        Duration answerWithin) {

    public EmbeddedSettings {
        data = data.toAbsolutePath().normalize();
    }

    public static EmbeddedSettings in(Path data) {
        return new EmbeddedSettings(
                data, Path.of("/var/lib/madang"), null, 100, 128, Duration.ofMinutes(5), Duration.ofSeconds(20));
    }
}
