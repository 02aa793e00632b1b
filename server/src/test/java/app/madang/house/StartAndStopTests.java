package app.madang.house;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.Madang;
import app.madang.testing.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The application with its own embedded database, as {@code java -jar} starts it. */
@ExtendWith(OutputCaptureExtension.class)
class StartAndStopTests {

    @Test
    void stopsTheDatabaseAfterEverythingThatUsesItAndTellsNoSecrets(CapturedOutput output) throws IOException {
        var directory = Files.createTempDirectory("madang-start-");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            try (var application = start(directory)) {
                var port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
                assertThat(new Http(port).get("/api/v1/health").statusCode()).isEqualTo(200);
            }

            assertThat(databaseLog(directory))
                    .contains("database system is shut down")
                    .doesNotContain("terminating connection due to administrator command");
            assertThat(output).contains("Madang is ready").doesNotContain("not-to-be-seen", "collector-not-to-be-seen");
            for (var line : Files.readAllLines(directory.resolve("postgres/credentials"))) {
                assertThat(output).doesNotContain(line.substring(line.indexOf('=') + 1));
            }
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private static ConfigurableApplicationContext start(Path directory) {
        return SpringApplication.run(
                Madang.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--madang.demo=false",
                "--madang.data=" + directory,
                "--madang.admin-password=not-to-be-seen",
                "--madang.metrics-token=collector-not-to-be-seen");
    }

    private static String databaseLog(Path directory) throws IOException {
        try (var files = Files.list(directory.resolve("postgres/log"))) {
            return files.map(StartAndStopTests::read).collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
