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
 */
record PostmasterFile(long pid, int port) {

    static Optional<PostmasterFile> in(Path data) throws IOException {
        try {
            var lines = Files.readAllLines(data.resolve("postmaster.pid"));
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            var port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
            return Optional.of(
                    new PostmasterFile(Long.parseLong(lines.getFirst().strip()), port));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }

    /** Whether the number now belongs to some other program, as happens after a restart of the machine. */
    boolean isReused() {
        return process()
                .flatMap(process -> process.info().command())
                .map(command -> !command.endsWith("/postgres"))
                .orElse(false);
    }
}
