package app.madang.database.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * The directory that holds the cluster and what belongs to it. It lies in the operator's data directory, or, when the
 * user PostgreSQL runs as cannot enter that (root's home is closed, and stays so), in the system's state directory; the
 * data directory then remembers where.
 */
record ClusterHome(Path root, RunAs runAs) {

    private static final String PRIVATE = "rwx------";

    static ClusterHome locate(EmbeddedSettings settings, RunAs runAs) throws IOException {
        Files.createDirectories(settings.data());
        var remembered = settings.data().resolve("postgres.location");
        if (Files.exists(remembered)) {
            return elsewhere(remembered, runAs);
        }
        var near = settings.data().resolve("postgres");
        var isNew = !Files.exists(near);
        if (isNew) {
            Files.createDirectory(near);
            runAs.own(near, PRIVATE);
        }
        if (runAs.canUse(near)) {
            return new ClusterHome(near, runAs);
        }
        if (!isNew && Files.exists(near.resolve("data"))) {
            throw new CannotStart(
                    "The database in " + near + " belongs to somebody whom the user " + runAs.user() + " is not.",
                    "Start Madang as before, or give the directory to that user: chown -R " + runAs.user() + " "
                            + near);
        }
        Files.delete(near);
        var far = settings.stateDirectory().resolve(nameFor(settings.data()));
        Files.createDirectories(settings.stateDirectory());
        if (Files.exists(far)) {
            throw new CannotStart(
                    "A database for " + settings.data() + " exists in " + far
                            + ", but the data directory does not know.",
                    "If it is the one you want: echo " + far + " > " + remembered + "; if not, move it away.");
        }
        Files.createDirectory(far);
        runAs.own(far, PRIVATE);
        if (!runAs.canUse(far)) {
            Files.delete(far);
            throw new CannotStart(
                    "The user " + runAs.user() + " can reach neither " + near + " nor " + far + ".",
                    "Set MADANG_DATA to a directory below which that user may go.");
        }
        Files.writeString(remembered, far + "\n");
        return new ClusterHome(far, runAs);
    }

    private static ClusterHome elsewhere(Path remembered, RunAs runAs) throws IOException {
        var root = Path.of(Files.readString(remembered).strip());
        if (!Files.isDirectory(root)) {
            throw new CannotStart(
                    remembered + " says that the database is in " + root + ", but it is not there.",
                    "Bring it back from where it was moved, or, to start with an empty one, delete " + remembered
                            + ".");
        }
        return new ClusterHome(root, runAs);
    }

    private static String nameFor(Path data) {
        var crc = new CRC32();
        crc.update(data.toString().getBytes(StandardCharsets.UTF_8));
        return data.getFileName() + "-" + HexFormat.of().toHexDigits((int) crc.getValue());
    }

    Path data() {
        return root.resolve("data");
    }

    Path log() {
        return root.resolve("log");
    }

    Path startLog() {
        return root.resolve("start.log");
    }

    Path port() {
        return root.resolve("port");
    }

    Path credentials() {
        return root.resolve("credentials");
    }

    boolean isInitialised() {
        return Files.exists(data().resolve("PG_VERSION"));
    }

    /** Refuses data of another major version: PostgreSQL does not read it. */
    void requireMajor(int major) throws IOException {
        var found = Files.readString(data().resolve("PG_VERSION")).strip();
        if (!found.equals(String.valueOf(major))) {
            throw new CannotStart(
                    "The database in " + data() + " was made by PostgreSQL " + found
                            + "; this Madang brings PostgreSQL " + major + ".",
                    """
                    Nothing was changed. Either start the Madang that made it, or upgrade: with the programs of both \
                    versions installed, run pg_upgrade into a new directory and put that in its place; see \
                    docs/operations/database.md.""");
        }
    }
}
