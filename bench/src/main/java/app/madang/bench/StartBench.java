package app.madang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** From {@code java -jar} to the first healthy answer, and what an idle server weighs. */
final class StartBench {

    private static final Duration STOP_MAX = Duration.ofSeconds(40);
    private static final Duration TRAINING_STOP_MAX = Duration.ofMinutes(5);
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final double MEGABYTES_MAX = 450;

    private static final Map<String, Double> GOALS = new LinkedHashMap<>();

    static {
        GOALS.put("first start", 12.0);
        GOALS.put("restart", 6.0);
        GOALS.put("trained", 3.0);
    }

    private final Settings settings;
    private final Report report;
    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
    private final Map<String, List<Double>> megabytes = new LinkedHashMap<>();

    private StartBench(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
    }

    static void run(Settings settings) throws IOException {
        var report =
                new Report("start", settings, List.of("round", "what", "ready s", "JVM CPU s", "PG CPU s", "idle MB"));
        new StartBench(settings, report).run();
        report.close();
    }

    private void run() throws IOException {
        var rounds = settings.quick() ? 1 : settings.pairs();
        var workshop = Objects.requireNonNull(MadangServer.freshData().getParent());
        try {
            var trained = train(workshop);
            for (var round = 1; round <= rounds; round++) {
                measure(round, trained);
            }
        } finally {
            MadangServer.deleteAll(workshop);
        }
        GOALS.forEach((what, goal) -> {
            var found = Ratio.median(seconds.getOrDefault(what, List.of(Double.NaN)));
            report.verdict(
                    what + ": ready", "median %s s, goal %s s".formatted(Report.number(found), goal), found < goal);
            var weight = Ratio.median(megabytes.getOrDefault(what, List.of(Double.NaN)));
            report.verdict(
                    what + ": idle, without PostgreSQL",
                    "median %s MB, goal %s MB".formatted(Report.number(weight), Report.number(MEGABYTES_MAX)),
                    weight < MEGABYTES_MAX);
            report.bar("Seconds until ready", what, "seconds", found);
            report.bar("Idle, megabytes without PostgreSQL", what, "MB", weight);
        });
    }

    private void measure(int round, List<String> trained) throws IOException {
        var plain = List.of("-jar", settings.jar().toString());
        var data = MadangServer.freshData();
        var server = MadangServer.start(settings, plain, data, List.of());
        note(round, "first start", server);
        server.leave(STOP_MAX);
        server = MadangServer.start(settings, plain, data, List.of());
        note(round, "restart", server);
        server.kill();
        try (var last = MadangServer.start(settings, trained, data, List.of())) {
            note(round, "trained", last);
        }
    }

    private void note(int round, String what, MadangServer server) throws IOException {
        pause(IDLE);
        report.row(
                round,
                what,
                Report.number(server.readySeconds()),
                Report.number(server.readyCpu().jvmSeconds()),
                Report.number(server.readyCpu().postgresSeconds()),
                Report.number(server.residentMegabytes()));
        seconds.computeIfAbsent(what, each -> new ArrayList<>()).add(server.readySeconds());
        megabytes.computeIfAbsent(what, each -> new ArrayList<>()).add(server.residentMegabytes());
    }

    /** Unpacks the jar, lets a run of it record what it loads, and says how to start from that. */
    private List<String> train(Path workshop) throws IOException {
        var unpacked = workshop.resolve("unpacked");
        await(new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djarmode=tools",
                "-jar",
                settings.jar().toString(),
                "extract",
                "--destination",
                unpacked.toString()));
        var jar = unpacked.resolve("madang.jar").toString();
        var cache = workshop.resolve("madang.aot");
        var data = MadangServer.freshData();
        var training =
                MadangServer.start(settings, List.of("-XX:AOTCacheOutput=" + cache, "-jar", jar), data, List.of());
        Accounts.register(training, 20);
        new Campus(training).build(0);
        training.leave(TRAINING_STOP_MAX);
        MadangServer.deleteAll(data.getParent());
        if (!Files.exists(cache)) {
            throw new IllegalStateException("the training left no cache");
        }
        report.say("trained: %d MB of cache".formatted(Files.size(cache) >> 20));
        return List.of("-XX:AOTCache=" + cache, "-jar", jar);
    }

    private static void await(ProcessBuilder builder) throws IOException {
        try {
            var code = builder.inheritIO().start().waitFor();
            if (code != 0) {
                throw new IllegalStateException(builder.command() + " ended with " + code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
