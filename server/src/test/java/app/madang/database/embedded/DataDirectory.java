package app.madang.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;

/** A data directory that other users may enter, gone after the test. */
record DataDirectory(Path root) implements AutoCloseable {

    static DataDirectory enterable() throws IOException {
        return withMode("rwxr-xr-x");
    }

    /** As root's home is. */
    static DataDirectory closedToOthers() throws IOException {
        return withMode("rwx------");
    }

    private static DataDirectory withMode(String mode) throws IOException {
        var root = Files.createTempDirectory("madang-supervisor-");
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString(mode));
        return new DataDirectory(root);
    }

    Path data() {
        return root.resolve("data");
    }

    EmbeddedSettings settings() {
        return settings(root.resolve("state"));
    }

    EmbeddedSettings settings(Path stateDirectory) {
        return new EmbeddedSettings(data(), stateDirectory, null, 30, 16, Duration.ofMinutes(1), Duration.ofSeconds(2));
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
