package app.madang.database.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Another JVM that starts the supervisor and is killed, so that nobody stops its PostgreSQL. */
final class KilledMadang {

    private KilledMadang() {}

    /** Returns after the JVM is dead; its PostgreSQL runs on. */
    static void on(DataDirectory directory) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledMadang.class.getName(),
                        directory.root().toString())
                .redirectErrorStream(true)
                .start();
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var said = new StringBuilder();
            for (var line = output.readLine(); !"READY".equals(line); line = output.readLine()) {
                if (line == null) {
                    throw new IllegalStateException(said.toString());
                }
                said.append(line).append('\n');
            }
        }
        process.destroyForcibly().waitFor();
    }

    public static void main(String[] args) throws InterruptedException {
        EmbeddedPostgres.start(new DataDirectory(Path.of(args[0])).settings());
        System.out.println("READY");
        Thread.currentThread().join();
    }
}
