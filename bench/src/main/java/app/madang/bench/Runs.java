package app.madang.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/** Runs of work against a server, with what they cost it. */
final class Runs {

    private static final int LEGS_MAX = 200;

    private final MadangServer server;
    private final Requests requests;

    Runs(MadangServer server, Requests requests) {
        this.server = server;
        this.requests = requests;
    }

    /**
     * Does work over fresh connections that have each been used once, for {@code time}. Work that runs out before is
     * begun anew; {@code before} prepares each beginning and is not counted.
     */
    Tally closed(int connections, Duration time, Runnable before, Supplier<? extends Work> work) throws IOException {
        var total = new Tally();
        try (var load = new Load(server.port, connections)) {
            warm(load);
            for (var leg = 0; leg < LEGS_MAX && total.seconds() < time.toMillis() / 1e3; leg++) {
                before.run();
                var cpu = server.cpu();
                var tally = load.closed(work.get(), time.minusMillis((long) (total.seconds() * 1e3)));
                tally.cost(server.cpu().minus(cpu));
                total.add(tally);
            }
        }
        return total;
    }

    /** Every connection asks who it is, once. */
    void warm(Load load) throws IOException {
        load.closed(
                new Work() {
                    private int asked;

                    @Override
                    public boolean next(Wire wire) {
                        if (asked == load.wires().size()) {
                            return false;
                        }
                        requests.me(wire, asked++ % requests.accounts());
                        return true;
                    }
                },
                Duration.ZERO);
    }
}
