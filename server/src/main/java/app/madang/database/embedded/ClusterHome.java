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

    static ClusterHome locate(EmbeddedSettings settings) throws IOException {
        Files.createDirectories(settings.data());
        var remembered = settings.data().resolve("postgres.location");
        var near = settings.data().resolve("postgres");
        if (Files.exists(remembered)) {
            return existing(whereItSays(remembered), settings);
        }
        return Files.exists(near) ? existing(near, settings) : make(near, remembered, settings);
    }

    private static Path whereItSays(Path remembered) throws IOException {
        var root = Path.of(Files.readString(remembered).strip());
        if (!Files.isDirectory(root)) {
            throw new CannotStart(
                    remembered + " says that the database is in " + root + ", but it is not there.",
                    "Bring it back from where it was moved, or, to start with an empty one, delete " + remembered
                            + ".");
        }
        return root;
    }

    /** A cluster goes on being run by the user it belongs to, whoever the system has besides by now. */
    private static ClusterHome existing(Path root, EmbeddedSettings settings) throws IOException {
        var owner = Files.getOwner(root).getName();
        var wished = settings.user() == null && !owner.equals("root") ? owner : settings.user();
        var home = new ClusterHome(root, RunAs.unprivileged(wished));
        if (!home.runAs.canUse(root)) {
            throw new CannotStart(
                    "The database in " + root + " belongs to " + owner + "; the user " + home.runAs.user()
                            + " cannot use it.",
                    "Start Madang as before, or give the directory away: chown -R " + home.runAs.user() + " " + root);
        }
        return home;
    }

    private static ClusterHome make(Path near, Path remembered, EmbeddedSettings settings) throws IOException {
        var runAs = RunAs.unprivileged(settings.user());
        if (made(near, runAs)) {
            return new ClusterHome(near, runAs);
        }
        var far = settings.stateDirectory().resolve(nameFor(settings.data()));
        Files.createDirectories(settings.stateDirectory());
        if (Files.exists(far)) {
            throw new CannotStart(
                    "There is a database for " + settings.data() + " in " + far
                            + ", but the data directory does not know of it.",
                    "If it is the one you want: echo " + far + " > " + remembered + "; if not, move it away.");
        }
        if (!made(far, runAs)) {
            throw new CannotStart(
                    "The user " + runAs.user() + " can reach neither " + near + " nor " + far + ".",
                    "Set MADANG_DATA to a directory below which that user may go.");
        }
        Files.writeString(remembered, far + "\n");
        return new ClusterHome(far, runAs);
    }

    private static boolean made(Path root, RunAs runAs) throws IOException {
        Files.createDirectory(root);
        runAs.own(root, PRIVATE);
        if (runAs.canUse(root)) {
            return true;
        }
        Files.delete(root);
        return false;
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
