package app.madang.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Holds per second: Madang, one transaction per request, and the cheapest read, in turn. */
final class HoldBench {

    private static final int PEOPLE = 2_000;

    enum Scenario {
        CONTENDED(2.5, 0.80),
        WINNING(4.0, 0.65);

        final double timesRival;
        final double shareOfMe;

        Scenario(double timesRival, double shareOfMe) {
            this.timesRival = timesRival;
            this.shareOfMe = shareOfMe;
        }

        String title() {
            return this == CONTENDED ? "contended (300 units)" : "all winning";
        }
    }

    enum Contender {
        MADANG,
        RIVAL,
        ME;

        String title() {
            return switch (this) {
                case MADANG -> "hold";
                case RIVAL -> "one transaction";
                case ME -> "GET /auth/me";
            };
        }
    }

    private final Settings settings;
    private final MadangServer server;
    private final Runs runs;
    private final Requests requests;
    private final Campus campus;
    private final Report report;

    private HoldBench(Settings settings, MadangServer server, Accounts accounts, Campus campus, Report report) {
        this.settings = settings;
        this.server = server;
        this.requests = new Requests(accounts);
        this.runs = new Runs(server, requests);
        this.campus = campus;
        this.report = report;
    }

    static void run(Settings settings) throws IOException {
        var report = new Report(
                "hold",
                settings,
                List.of(
                        "scenario",
                        "connections",
                        "pair",
                        "what",
                        "req/s",
                        "201/s",
                        "p50 ms",
                        "p99 ms",
                        "max ms",
                        "JVM µs",
                        "PG µs",
                        "statuses"));
        try (var server = MadangServer.startWithRivals(settings)) {
            report.say("registering %,d people".formatted(settings.accounts()));
            var accounts = Accounts.register(server, settings.accounts());
            var campus = new Campus(server);
            campus.build(settings.accounts());
            new HoldBench(settings, server, accounts, campus, report).run();
        }
        report.close();
    }

    private void run() throws IOException {
        report.say("warming up for %d s".formatted(settings.warmUp().toSeconds()));
        var slice = settings.warmUp()
                .dividedBy(2L * scenarios().size() * contenders().size());
        for (var time = 0; time < 2; time++) {
            for (var scenario : scenarios()) {
                for (var contender : contenders()) {
                    measure(scenario, contender, 256, slice);
                }
            }
        }
        if (settings.profiled()) {
            server.profile(settings.results().resolve("hold.jfr"));
        }
        for (var scenario : scenarios()) {
            for (var connections : settings.connections()) {
                compare(scenario, connections);
            }
        }
    }

    private void compare(Scenario scenario, int connections) throws IOException {
        var rounds = new EnumMap<Contender, List<Tally>>(Contender.class);
        for (var pair = 1; pair <= settings.pairs(); pair++) {
            for (var contender : contenders()) {
                var tally = measure(scenario, contender, connections, settings.round());
                rounds.computeIfAbsent(contender, each -> new ArrayList<>()).add(tally);
                write(scenario, connections, pair, contender, tally);
            }
        }
        if (rounds.size() == Contender.values().length) {
            judge(scenario, connections, rounds);
        }
    }

    private List<Scenario> scenarios() {
        return Arrays.stream(Scenario.values()).filter(settings::wants).toList();
    }

    private List<Contender> contenders() {
        return Arrays.stream(Contender.values()).filter(settings::wants).toList();
    }

    private Tally measure(Scenario scenario, Contender contender, int connections, Duration time) throws IOException {
        var seed = new Random(connections * 31L + scenario.ordinal());
        var post = contender == Contender.RIVAL ? Holding.ONE_TRANSACTION : Holding.MADANG;
        var people = scenario == Scenario.CONTENDED ? PEOPLE : requests.accounts();
        return runs.closed(
                connections,
                time,
                contender == Contender.ME ? () -> {} : campus::nextTerm,
                () -> contender == Contender.ME
                        ? new Me(requests, people, scenario == Scenario.CONTENDED)
                        : scenario == Scenario.CONTENDED
                                ? Holding.contended(requests, post, people, seed.nextLong())
                                : Holding.allWinning(requests, post, people));
    }

    private void write(Scenario scenario, int connections, int pair, Contender contender, Tally tally) {
        var all = tally.all();
        report.row(
                scenario.name().toLowerCase(Locale.ROOT),
                connections,
                pair,
                contender.title(),
                Report.number(tally.perSecond()),
                Report.number(tally.perSecond(201)),
                Report.number(all.millis(0.5)),
                Report.number(all.millis(0.99)),
                Report.number(all.millisMax()),
                Report.number(tally.jvmMicros()),
                Report.number(tally.postgresMicros()),
                tally.statuses());
        if (tally.failures() > 0) {
            report.warn("%d requests failed".formatted(tally.failures()));
        }
    }

    private void judge(Scenario scenario, int connections, Map<Contender, List<Tally>> rounds) {
        var name = "%s, %d connections".formatted(scenario.title(), connections);
        var madang = perSecond(rounds, Contender.MADANG);
        report.verdict(
                name + ": hold / one transaction",
                Ratio.of(madang, perSecond(rounds, Contender.RIVAL), scenario.timesRival));
        report.verdict(
                name + ": hold / GET /auth/me", Ratio.of(madang, perSecond(rounds, Contender.ME), scenario.shareOfMe));
        for (var contender : Contender.values()) {
            report.bar(
                    "Holds per second, " + scenario.title(),
                    connections + " connections",
                    contender.title(),
                    Ratio.median(perSecond(rounds, contender)));
        }
    }

    private static List<Double> perSecond(Map<Contender, List<Tally>> rounds, Contender contender) {
        return rounds.getOrDefault(contender, List.of()).stream()
                .map(Tally::perSecond)
                .toList();
    }
}
