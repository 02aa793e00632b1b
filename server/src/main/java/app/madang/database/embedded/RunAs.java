package app.madang.database.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs PostgreSQL's programs: as we are, or, since PostgreSQL refuses root, as an unprivileged system user.
 *
 * @param user null when we are unprivileged ourselves
 */
record RunAs(@Nullable String user, List<String> prefix) {

    private static final List<String> CANDIDATES = List.of("madang", "postgres", "nobody");

    record Result(int status, String output) {
        boolean succeeded() {
            return status == 0;
        }
    }

    static boolean weAreRoot() {
        return "0".equals(ask("id", "-u"));
    }

    static RunAs ourselves() {
        return new RunAs(null, List.of());
    }

    /** @param wished the user to be; null: the first candidate the system has */
    static RunAs unprivileged(@Nullable String wished) {
        if (!weAreRoot()) {
            return ourselves();
        }
        for (var name : wished == null ? CANDIDATES : List.of(wished)) {
            var found = become(name);
            if (found != null) {
                return found;
            }
        }
        throw new CannotStart(
                "PostgreSQL must not run as root, and no unprivileged user could be used"
                        + (wished == null ? " (tried " + String.join(", ", CANDIDATES) + ")" : " (" + wished + ")")
                        + ".",
                "Start Madang as an ordinary user, or create one for it: useradd --system madang");
    }

    private static @Nullable RunAs become(String name) {
        return ways(name).stream().filter(RunAs::works).findFirst().orElse(null);
    }

    /** The programs by which root becomes somebody else; systems have one or the other. */
    static List<RunAs> ways(String name) {
        var uid = ask("id", "-u", name);
        var gid = ask("id", "-g", name);
        if (uid == null || gid == null || uid.equals("0")) {
            return List.of();
        }
        return List.of(
                new RunAs(name, List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--")),
                new RunAs(name, List.of("runuser", "-u", name, "--")),
                new RunAs(name, List.of("su", "-s", "/bin/sh", name, "-c", "exec \"$0\" \"$@\"", "--")));
    }

    boolean works() {
        var trial = tryRun(List.of("id", "-u"));
        return trial != null && trial.succeeded() && !trial.output().strip().equals("0");
    }

    private static @Nullable String ask(String... command) {
        var result = ourselves().tryRun(List.of(command));
        return result != null && result.succeeded() ? result.output().strip() : null;
    }

    /** Runs a program to its end. */
    Result run(List<String> command) {
        var result = tryRun(command);
        if (result == null) {
            throw new CannotStart("Could not run " + command.getFirst() + ".", "See whether the program exists.");
        }
        return result;
    }

    /** @return null when the program could not be started at all */
    private @Nullable Result tryRun(List<String> command) {
        var line = new ArrayList<>(prefix);
        line.addAll(command);
        // the user may be unable to enter our own working directory
        var builder = new ProcessBuilder(line).directory(Path.of("/").toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("MADANG"));
        builder.environment().put("LC_ALL", "C");
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException absent) {
            return null;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while running " + command.getFirst() + ".", "Start again.", stopped);
        }
    }

    /** Gives a file or directory to the user and closes it to everyone else. */
    void own(Path path, String mode) throws IOException {
        var posix = Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (user != null) {
            posix.setOwner(
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(user));
        }
        posix.setPermissions(PosixFilePermissions.fromString(mode));
    }

    boolean canUse(Path directory) {
        return user == null || run(List.of("test", "-w", directory.toString())).succeeded();
    }
}
