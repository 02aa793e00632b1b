package app.madang.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a hold costs in time, at the same rate, as pools and the number of pools grow. */
final class GrowBench {

    private static final int PEOPLE = 2_000;
    private static final double GOAL = 1.25;
    private static final int CONNECTIONS = 64;

    /** Pools that are measured together; every second unit of each is taken, up to a bound. */
    private record Size(String axis, int count, List<String> pools, int units) {

        String title() {
            return String.format(Locale.ROOT, "%,d %s", count, axis);
        }
    }

    private final Settings settings;
    private final MadangServer server;
    private final Requests requests;
    private final Runs runs;
    private final Report report;
    private final Api admin;
    private final double perSecond;

    private GrowBench(Settings settings, MadangServer server, Requests requests, Report report) {
        this.settings = settings;
        this.server = server;
        this.requests = requests;
        this.runs = new Runs(server, requests);
        this.report = report;
        this.admin = Api.admin(server.port);
        this.perSecond = settings.quick() ? 150 : 300;
    }

    static void run(Settings settings) throws IOException {
        var report = new Report(
                "grow",
                settings,
                List.of(
                        "axis",
                        "size",
                        "pair",
                        "holds/s",
                        "p50 ms",
                        "p99 ms",
                        "max ms",
                        "JVM µs",
                        "PG µs",
                        "statuses"));
        try (var server = MadangServer.startWithRivals(settings)) {
            var accounts = Accounts.register(server, PEOPLE);
            new GrowBench(settings, server, new Requests(accounts), report).run();
        }
        report.close();
    }

    private void run() throws IOException {
        var sizes = new ArrayList<Size>();
        for (var units = 100; units <= 1_000_000; units *= 10) {
            sizes.add(new Size("units", units, List.of(pool(units)), units));
        }
        for (var count = 1; count <= 1_000; count *= 10) {
            var pools = new ArrayList<String>();
            for (var i = 0; i < count; i++) {
                pools.add(pool(100));
            }
            sizes.add(new Size("pools", count, pools, 100));
        }
        report.say("pools are filled; %s holds/s".formatted(Report.number(perSecond)));
        for (var size : sizes) {
            measure(size, settings.warmUp().dividedBy(sizes.size()));
        }
        var p50 = new LinkedHashMap<Size, List<Double>>();
        var p99 = new LinkedHashMap<Size, List<Double>>();
        for (var pair = 1; pair <= settings.pairs(); pair++) {
            for (var size : sizes) {
                var tally = measure(size, settings.round());
                write(size, pair, tally);
                var all = tally.all();
                p50.computeIfAbsent(size, each -> new ArrayList<>()).add(all.millis(0.5));
                p99.computeIfAbsent(size, each -> new ArrayList<>()).add(all.millis(0.99));
            }
        }
        judge("p50", sizes, p50);
        judge("p99", sizes, p99);
    }

    private String pool(int units) {
        var fill = Math.min(units / 2, settings.quick() ? 5_000 : 100_000);
        return Api.text(
                admin.post("/api/v1/bench/pools", "{\"units\":%d,\"fill\":%d}".formatted(units, fill), 200), "pool_id");
    }

    private Tally measure(Size size, Duration time) throws IOException {
        try (var load = new Load(server.port, CONNECTIONS)) {
            load.wires().forEach(wire -> wire.keepsBody = true);
            runs.warm(load);
            var cpu = server.cpu();
            var work = new TakingAndGiving(size);
            var tally = load.open(work, perSecond, time);
            tally.cost(server.cpu().minus(cpu));
            load.closed(work.rest(), Duration.ofSeconds(30));
            return tally;
        }
    }

    private void write(Size size, int pair, Tally tally) {
        var all = tally.all();
        report.row(
                size.axis(),
                size.count(),
                pair,
                Report.number(tally.perSecond()),
                Report.number(all.millis(0.5)),
                Report.number(all.millis(0.99)),
                Report.number(all.millisMax()),
                Report.number(tally.jvmMicros()),
                Report.number(tally.postgresMicros()),
                tally.statuses());
    }

    private void judge(String what, List<Size> sizes, Map<Size, List<Double>> times) {
        Size smallest = sizes.getFirst();
        for (var size : sizes) {
            if (!size.axis().equals(smallest.axis())) {
                smallest = size;
            }
            var here = times.getOrDefault(size, List.of());
            report.bar("Hold " + what + " (ms), by " + size.axis(), size.title(), what, Ratio.median(here));
            if (size != smallest) {
                var ratio = Ratio.of(here, times.getOrDefault(smallest, List.of()), GOAL);
                report.verdict(
                        "%s at %s / at %s".formatted(what, size.title(), smallest.title()),
                        "%s, goal at most %s".formatted(Report.number(ratio.median()), GOAL),
                        ratio.median() <= GOAL);
            }
        }
    }

    /** Takes free units one after the other, and gives each back as soon as it is won. */
    private final class TakingAndGiving implements Work {

        private record Won(int account, String claim) {}

        private final Size size;
        private final ArrayDeque<Won> won = new ArrayDeque<>();
        private int next;

        TakingAndGiving(Size size) {
            this.size = size;
        }

        @Override
        public boolean next(Wire wire) {
            if (giveBack(wire)) {
                return true;
            }
            var pool = size.pools().get(next % size.pools().size());
            var unit = 1 + 2 * (int) ((long) next / size.pools().size() * 7_919 % (size.units() / 2));
            wire.account = next++ % PEOPLE;
            requests.send(wire, wire.account, "POST /api/v1/pools/" + pool + "/claims", "{\"units\":[" + unit + "]}");
            return true;
        }

        private boolean giveBack(Wire wire) {
            var back = won.poll();
            if (back == null) {
                return false;
            }
            wire.aside = true;
            requests.delete(wire, back.account(), "/api/v1/claims/" + back.claim());
            return true;
        }

        /** Gives back what is left, so that every run begins with the same free units. */
        Work rest() {
            return this::giveBack;
        }

        @Override
        public void answered(Wire wire) {
            if (!wire.aside && wire.status == 201) {
                won.add(new Won(wire.account, Api.text(wire.body(), "claim_id")));
            }
        }
    }
}
