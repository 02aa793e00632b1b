package app.madang.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A thousand people, connected and warm, want the same locker in the same moment. */
final class OneUnitBench {

    private static final int PEOPLE = 1_000;
    private static final int WARM_ROUNDS = 5;

    private final Requests requests;
    private int winner;

    private OneUnitBench(Requests requests) {
        this.requests = requests;
    }

    static void run(Settings settings) throws IOException {
        var report = new Report(
                "one-unit",
                settings,
                List.of("round", "201", "409", "other", "first ms", "p50 ms", "p99 ms", "all ms", "JVM ms", "PG ms"));
        try (var server = MadangServer.start(settings)) {
            var accounts = Accounts.register(server, PEOPLE);
            var campus = new Campus(server);
            campus.build(0);
            campus.nextTerm();
            new OneUnitBench(new Requests(accounts)).run(settings, server, report);
        }
        report.close();
    }

    private void run(Settings settings, MadangServer server, Report report) throws IOException {
        var runs = new Runs(server, requests);
        runs.closed(256, settings.warmUp(), () -> {}, () -> new Me(requests, PEOPLE, true));
        var rounds = settings.quick() ? 5 : 20;
        var slowest = new ArrayList<Double>();
        var right = 0;
        for (var round = 1 - WARM_ROUNDS; round <= rounds; round++) {
            try (var load = new Load(server.port, PEOPLE)) {
                runs.warm(load);
                var locker = WARM_ROUNDS + round;
                var cpu = server.cpu();
                var tally = load.closed(new Rush(locker), Duration.ZERO);
                tally.cost(server.cpu().minus(cpu));
                load.closed(new GiveBack(locker), Duration.ZERO);
                if (round < 1) {
                    continue;
                }
                var all = tally.all();
                report.row(
                        round,
                        tally.count(201),
                        tally.count(409),
                        PEOPLE - tally.count(201) - tally.count(409),
                        Report.number(all.millis(0)),
                        Report.number(all.millis(0.5)),
                        Report.number(all.millis(0.99)),
                        Report.number(tally.seconds() * 1e3),
                        Report.number(tally.jvmMicros() * tally.count() / 1e3),
                        Report.number(tally.postgresMicros() * tally.count() / 1e3));
                slowest.add(tally.seconds() * 1e3);
                right += tally.count(201) == 1 && tally.count(409) == PEOPLE - 1 ? 1 : 0;
            }
        }
        slowest.sort(null);
        report.verdict(
                "one unit, 1,000 people: exactly one 201 and 999 × 409",
                "%d of %d rounds".formatted(right, rounds),
                right == rounds);
        report.verdict(
                "one unit, 1,000 people: all answered within 1,000 ms",
                "median %s ms, slowest %s ms"
                        .formatted(Report.number(Ratio.median(slowest)), Report.number(slowest.getLast())),
                slowest.getLast() < 1_000);
        for (var i = 0; i < slowest.size(); i++) {
            report.bar("All 1,000 answered after (ms), rounds sorted", Integer.toString(i + 1), "ms", slowest.get(i));
        }
    }

    private final class Rush implements Work {

        private final int locker;
        private int asked;

        Rush(int locker) {
            this.locker = locker;
        }

        @Override
        public boolean next(Wire wire) {
            if (asked == PEOPLE) {
                return false;
            }
            wire.account = asked++;
            requests.hold(wire, wire.account, Holding.MADANG, locker);
            return true;
        }

        @Override
        public void answered(Wire wire) {
            if (wire.status == 201) {
                winner = wire.account;
            }
        }
    }

    private final class GiveBack implements Work {

        private final int locker;
        private boolean done;

        GiveBack(int locker) {
            this.locker = locker;
        }

        @Override
        public boolean next(Wire wire) {
            if (done) {
                return false;
            }
            done = true;
            requests.releaseHold(wire, winner, Holding.MADANG, locker);
            return true;
        }
    }
}
