package app.madang.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The list of 300 lockers read by many while it changes ten times a second. */
final class ListBench {

    private static final int POLLERS = 256;
    private static final int CHANGERS = 200;
    private static final double CHANGES_PER_SECOND = 10;
    private static final double GOAL = 0.70;

    enum Reading {
        POLL,
        FETCH,
        ME;

        String title() {
            return switch (this) {
                case POLL -> "list, If-None-Match";
                case FETCH -> "list, whole";
                case ME -> "GET /auth/me";
            };
        }
    }

    private final Settings settings;
    private final MadangServer server;
    private final Requests requests;
    private final Runs runs;

    private ListBench(Settings settings, MadangServer server, Requests requests) {
        this.settings = settings;
        this.server = server;
        this.requests = requests;
        this.runs = new Runs(server, requests);
    }

    static void run(Settings settings) throws IOException {
        var report = new Report(
                "list",
                settings,
                List.of(
                        "pair",
                        "what",
                        "req/s",
                        "200/s",
                        "304/s",
                        "200 p50 ms",
                        "200 p99 ms",
                        "304 p50 ms",
                        "304 p99 ms",
                        "JVM µs",
                        "PG µs",
                        "statuses"));
        try (var server = MadangServer.start(settings)) {
            var accounts = Accounts.register(server, POLLERS + CHANGERS);
            var campus = new Campus(server);
            campus.build(0);
            campus.nextTerm();
            new ListBench(settings, server, new Requests(accounts)).run(report);
        }
        report.close();
    }

    private void run(Report report) throws IOException {
        for (var time = 0; time < 2; time++) {
            for (var reading : Reading.values()) {
                measure(reading, settings.warmUp().dividedBy(2L * Reading.values().length));
            }
        }
        if (settings.profiled()) {
            server.profile(settings.results().resolve("list.jfr"));
        }
        Map<Reading, List<Double>> rates = new EnumMap<>(Reading.class);
        for (var pair = 1; pair <= settings.pairs(); pair++) {
            for (var reading : Reading.values()) {
                var tally = measure(reading, settings.round());
                rates.computeIfAbsent(reading, each -> new ArrayList<>()).add(tally.perSecond());
                write(report, pair, reading, tally);
            }
        }
        var me = rates.getOrDefault(Reading.ME, List.of());
        for (var reading : Reading.values()) {
            var found = rates.getOrDefault(reading, List.of());
            report.bar("Reads per second, 256 pollers, 10 changes/s", reading.title(), "req/s", Ratio.median(found));
            if (reading != Reading.ME) {
                report.verdict(reading.title() + " / GET /auth/me", Ratio.of(found, me, GOAL));
            }
        }
    }

    private static void write(Report report, int pair, Reading reading, Tally tally) {
        var whole = tally.byStatus().getOrDefault(200, new Latencies());
        var unchanged = tally.byStatus().getOrDefault(304, new Latencies());
        report.row(
                pair,
                reading.title(),
                Report.number(tally.perSecond()),
                Report.number(tally.perSecond(200)),
                Report.number(tally.perSecond(304)),
                Report.number(whole.millis(0.5)),
                Report.number(whole.millis(0.99)),
                Report.number(unchanged.millis(0.5)),
                Report.number(unchanged.millis(0.99)),
                Report.number(tally.jvmMicros()),
                Report.number(tally.postgresMicros()),
                tally.statuses());
    }

    /** The same changes go on behind every reading, that of {@code /auth/me} included. */
    private Tally measure(Reading reading, Duration time) throws IOException {
        var changes = CompletableFuture.supplyAsync(() -> change(time));
        var tally = runs.closed(POLLERS, time, () -> {}, () -> wire -> {
            switch (reading) {
                case POLL -> requests.list(wire, wire.number, true);
                case FETCH -> requests.list(wire, wire.number, false);
                case ME -> requests.me(wire, wire.number);
            }
            return true;
        });
        var failures = changes.join().failures();
        if (failures > 0) {
            throw new IllegalStateException(failures + " changes failed");
        }
        return tally;
    }

    private Tally change(Duration time) {
        try (var load = new Load(server.port, 2)) {
            return load.open(new Changing(), CHANGES_PER_SECOND, time);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    /** Takes a locker and gives it back, and so on: each is a change. */
    private final class Changing implements Work {

        private int asked;

        @Override
        public boolean next(Wire wire) {
            var turn = asked / 2;
            var account = POLLERS + turn % CHANGERS;
            var locker = 1 + turn % Campus.CONTENDED;
            if (asked++ % 2 == 0) {
                requests.hold(wire, account, Holding.MADANG, locker);
            } else {
                requests.releaseHold(wire, account, Holding.MADANG, locker);
            }
            return true;
        }
    }
}
