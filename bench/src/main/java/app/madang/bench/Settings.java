package app.madang.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a benchmark is run.
 *
 * @param pairs how often each thing is measured, in turn with what it is compared with
 * @param round how long each measurement lasts
 * @param connections the numbers of connections to measure with
 * @param only the scenarios and contenders to measure, for a look with a profiler; empty: all
 * @param profiled whether the server records where its time goes, into the results
 * @param jvm options of the server's JVM; none is what {@code java -jar} gives
 * @param server settings of the server, written {@code --name=value}
 */
record Settings(
        boolean quick,
        int pairs,
        Duration round,
        Duration warmUp,
        List<Integer> connections,
        int accounts,
        List<String> only,
        boolean profiled,
        List<String> jvm,
        List<String> server,
        Path root) {

    static Settings of(List<String> arguments) {
        var quick = arguments.contains("--quick");
        var pairs = quick ? 2 : 5;
        var round = Duration.ofSeconds(quick ? 3 : 20);
        var warmUp = Duration.ofSeconds(quick ? 8 : 60);
        var connections = quick ? List.of(256) : List.of(64, 256, 1_024);
        var accounts = quick ? 8_000 : 40_000;
        var only = List.<String>of();
        var profiled = arguments.contains("--profile");
        var jvm = new ArrayList<String>();
        var server = new ArrayList<String>();
        for (var argument : arguments) {
            var value = argument.substring(argument.indexOf('=') + 1);
            if (argument.startsWith("--pairs=")) {
                pairs = Integer.parseInt(value);
            } else if (argument.startsWith("--seconds=")) {
                round = Duration.ofSeconds(Integer.parseInt(value));
            } else if (argument.startsWith("--warm-up=")) {
                warmUp = Duration.ofSeconds(Integer.parseInt(value));
            } else if (argument.startsWith("--connections=")) {
                connections =
                        Arrays.stream(value.split(",")).map(Integer::parseInt).toList();
            } else if (argument.startsWith("--accounts=")) {
                accounts = Integer.parseInt(value);
            } else if (argument.startsWith("--only=")) {
                only = List.of(value.split(","));
            } else if (argument.equals("--parallel-gc")) {
                jvm.add("-XX:+UseParallelGC");
            } else if (argument.startsWith("--jvm=")) {
                jvm.addAll(List.of(value.split(" ")));
            } else if (argument.startsWith("--server=")) {
                server.add(value);
            } else if (!argument.equals("--quick") && !argument.equals("--profile")) {
                throw new IllegalArgumentException("unknown option " + argument);
            }
        }
        if (profiled) {
            // the stack of a request is deeper than the recorder looks by itself
            jvm.add("-XX:FlightRecorderOptions:stackdepth=256");
        }
        return new Settings(
                quick,
                pairs,
                round,
                warmUp,
                connections,
                accounts,
                only,
                profiled,
                List.copyOf(jvm),
                List.copyOf(server),
                Path.of(System.getProperty("madang.root", ".")).toAbsolutePath());
    }

    boolean wants(Enum<?> part) {
        var type = part.getDeclaringClass();
        var named = only.stream()
                .filter(name -> Arrays.stream(type.getEnumConstants()).anyMatch(each -> isNamed(each, name)))
                .toList();
        return named.isEmpty() || named.stream().anyMatch(name -> isNamed(part, name));
    }

    private static boolean isNamed(Enum<?> part, String name) {
        return part.name().equalsIgnoreCase(name);
    }

    Path jar() {
        return root.resolve("server/target/madang.jar");
    }

    Path benchClasses() {
        return root.resolve("bench/target/classes");
    }

    Path results() {
        return root.resolve("bench/results");
    }
}
