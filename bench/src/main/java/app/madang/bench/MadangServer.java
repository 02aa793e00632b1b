package app.madang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The server under test: the real jar in a process of its own with a database of its own, gone when closed. */
final class MadangServer implements AutoCloseable {

    static final String ADMIN_PASSWORD = "bench-admin-password";

    private static final Duration START_MAX = Duration.ofSeconds(120);
    private static final Pattern HEALTHY = Pattern.compile("\"status\":\"healthy\"");

    final int port;
    final Path data;

    private final Process process;
    private final Path log;
    private final Thread atExit = new Thread(this::end);
    private final long startedNanos = System.nanoTime();
    private long readyNanos;
    private long postmaster;
    private Cpu readyCpu = Cpu.NONE;

    private MadangServer(List<String> command, Path data, int port) throws IOException {
        this.port = port;
        this.data = data;
        this.log = data.resolveSibling(data.getFileName() + ".log");
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("MADANG_PORT", Integer.toString(port));
        builder.environment().put("MADANG_DATA", data.toString());
        builder.environment().put("MADANG_DEMO", "false");
        builder.environment().put("MADANG_ADMIN_PASSWORD", ADMIN_PASSWORD);
        for (var foreign : List.of("MADANG_DB_URL", "MADANG_DB_USER", "MADANG_DB_PASSWORD")) {
            builder.environment().remove(foreign);
        }
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Plain {@code java -jar}. */
    static MadangServer start(Settings settings) throws IOException {
        return start(settings, List.of("-jar", settings.jar().toString()));
    }

    /** The same jar with the classes of this module beside it: the things Madang is compared with. */
    static MadangServer startWithRivals(Settings settings) throws IOException {
        return start(
                settings,
                List.of(
                        "-Dloader.path=" + settings.benchClasses(),
                        "-cp",
                        settings.jar().toString(),
                        "org.springframework.boot.loader.launch.PropertiesLauncher"));
    }

    private static MadangServer start(Settings settings, List<String> program) throws IOException {
        return start(settings, program, freshData(), List.of());
    }

    static MadangServer start(Settings settings, List<String> program, Path data, List<String> moreJvm)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(java("java"));
        command.addAll(settings.jvm());
        command.addAll(moreJvm);
        command.addAll(program);
        command.add("--server.address=127.0.0.1");
        // Longer than any measurement, so that nobody has to log in again in the middle of one.
        command.add("--madang.identity.access-token=12h");
        command.addAll(settings.server());
        var server = new MadangServer(command, data, freePort());
        try {
            server.awaitReady();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    static Path freshData() throws IOException {
        var parent = Files.createTempDirectory("madang-bench-");
        // The database runs as another user when this one is root.
        parent.toFile().setExecutable(true, false);
        parent.toFile().setReadable(true, false);
        return parent.resolve("data");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() {
        var deadline = startedNanos + START_MAX.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the server ended: " + tail());
            }
            try {
                if (HEALTHY.matcher(Api.at(port).get("/api/v1/health").body()).find()) {
                    readyNanos = System.nanoTime();
                    postmaster = findPostmaster();
                    readyCpu = cpu();
                    return;
                }
            } catch (UncheckedIOException notYet) {
                pause();
            }
        }
        throw new IllegalStateException("the server was not ready in time: " + tail());
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String tail() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private long findPostmaster() {
        try (var files = Files.walk(data, FileVisitOption.FOLLOW_LINKS)) {
            var file = files.filter(each -> each.endsWith("postmaster.pid")).findFirst();
            return file.isEmpty()
                    ? 0
                    : Long.parseLong(Files.readAllLines(file.get()).getFirst().strip());
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    long pid() {
        return process.pid();
    }

    /** From the start of the process to the first healthy answer. */
    double readySeconds() {
        return (readyNanos - startedNanos) / 1e9;
    }

    /** What starting cost; what PostgreSQL spent in programs of its own, such as initdb, is not in it. */
    Cpu readyCpu() {
        return readyCpu;
    }

    Cpu cpu() {
        return Cpu.of(process.pid(), postmaster);
    }

    /** Records from now until the end what the server's threads do. */
    void profile(Path file) throws IOException {
        var command = List.of(
                java("jcmd"),
                Long.toString(pid()),
                "JFR.start",
                "settings=profile",
                "filename=" + file,
                "dumponexit=true",
                "jdk.CPUTimeSample#enabled=true",
                "jdk.CPUTimeSample#throttle=5ms");
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    /** Memory of the JVM that is really there, PostgreSQL not counted. */
    double residentMegabytes() throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
            }
        }
        return 0;
    }

    /** Stops the process and leaves the data, for another start. */
    void leave(Duration within) {
        stop(within);
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    /** Kills the process; its database goes on, and the next start takes it over. */
    void kill() {
        process.destroyForcibly();
        stop(Duration.ofSeconds(10));
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void stop(Duration within) {
        process.destroy();
        try {
            if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        stop(Duration.ofSeconds(40));
        try {
            deleteAll(Objects.requireNonNull(data.getParent()));
        } catch (IOException e) {
            System.err.println("left behind: " + data.getParent() + " (" + e + ")");
        }
    }

    static void deleteAll(@Nullable Path directory) throws IOException {
        if (directory == null || !Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        end();
    }
}
