package app.madang.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says: PostgreSQL writes it while it runs, and leaves it behind when it is killed.
 *
 * @param port 0 while it is not known yet
 * @param status such as {@code starting}, {@code ready}, {@code stopping}; empty while it is not known yet
 */
record PostmasterFile(long pid, int port, String status) {

    static Optional<PostmasterFile> in(Path data) throws IOException {
        try {
            var lines = Files.readAllLines(data.resolve("postmaster.pid"));
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            var port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
            var status = lines.size() > 7 ? lines.get(7).strip() : "";
            return Optional.of(
                    new PostmasterFile(Long.parseLong(lines.getFirst().strip()), port, status));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    boolean isReady() {
        return status.equals("ready");
    }

    /** The process as long as it runs. In a container whose first process buries nobody, the dead stay listed. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> !isZombie());
    }

    private boolean isZombie() {
        try {
            var stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException noSuchListHere) {
            return false;
        }
    }

    /** Whether the number now belongs to some other program, as happens after a restart of the machine. */
    boolean isReused() {
        return process()
                .flatMap(process -> process.info().command())
                .map(command -> !command.endsWith("/postgres"))
                .orElse(false);
    }
}
