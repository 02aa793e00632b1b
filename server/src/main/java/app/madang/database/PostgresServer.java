package app.madang.database;

import app.madang.database.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/** The server we talk to: embedded, and then ours to stop, or external. Closed after everything that uses it. */
record PostgresServer(
        String url, String user, String password, @Nullable EmbeddedPostgres embedded) implements AutoCloseable {

    static PostgresServer from(DatabaseSettings settings) {
        var external = settings.database();
        if (external.isExternal()) {
            return new PostgresServer(external.url(), external.user(), external.password(), null);
        }
        var embedded = EmbeddedPostgres.start(settings.embeddedSettings());
        return new PostgresServer(
                embedded.url(EmbeddedPostgres.DATABASE), embedded.user(), embedded.password(), embedded);
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }

    @Override
    public String toString() {
        return "PostgresServer[" + url + "]";
    }
}
