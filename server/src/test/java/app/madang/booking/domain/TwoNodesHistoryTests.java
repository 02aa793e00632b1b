package app.madang.booking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.domain.CuttingProxy.Cut;
import app.madang.testing.TestDatabase;
import app.madang.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Seeded histories on two nodes in processes of their own, over one database: one is stopped inside a transaction while
 * the other goes on, and connections are cut during COMMIT. Every answer must be what the log says, in the order in
 * which the world saw it.
 */
class TwoNodesHistoryTests {

    private static final int SEEDS = 50;
    private static final int SEEDS_AT_ONCE = 5;
    private static final int CALLS_PER_CLIENT = 40;
    /** What is promised within three seconds is awaited for five times as long. */
    private static final int OTHERS_GO_ON_SECONDS = 15;

    private static TestDatabase database;
    private static TestNode witness;
    private static final List<CuttingProxy> proxies = new ArrayList<>();
    private static final List<NodeProcess> nodes = new ArrayList<>();

    @BeforeAll
    static void start() {
        database = TestPostgres.freshDatabase();
        witness = new TestNode(database);
        for (var i = 0; i < 2; i++) {
            var proxy = new CuttingProxy(TestPostgres.server().port());
            proxies.add(proxy);
            nodes.add(new NodeProcess(proxy.through(database.url()), database.user(), database.password()));
        }
        nodes.forEach(NodeProcess::awaitReady);
    }

    @AfterAll
    static void stop() {
        nodes.forEach(NodeProcess::close);
        proxies.forEach(CuttingProxy::close);
        witness.close();
    }

    @Test
    void givesEveryAnswerThatTheLogGivesWhateverFails() throws Exception {
        var seen = new TreeMap<String, Integer>();
        var seeds = Seeds.of(SEEDS).boxed().toList();
        for (var from = 0; from < seeds.size(); from += SEEDS_AT_ONCE) {
            var histories = seeds.subList(from, Math.min(seeds.size(), from + SEEDS_AT_ONCE)).stream()
                    .map(History::new)
                    .toList();
            run(histories, new Random(seeds.get(from)));
            for (var history : histories) {
                try {
                    var verdict = new Verdict(history, witness);
                    verdict.check();
                    verdict.seen.forEach((what, count) -> seen.merge(what, count, Integer::sum));
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError("seed %d: %s".formatted(history.seed, e.getMessage()), e);
                }
            }
            Sweeps.check(witness.jdbc);
        }
        seen.put("cuts", proxies.stream().mapToInt(proxy -> proxy.cuts.get()).sum());
        assertThat(seen.keySet())
                .as("what must have happened for the histories to prove anything")
                .contains(
                        "Hold granted",
                        "Confirm granted",
                        "Move granted",
                        "expired",
                        "unit_taken",
                        "limit_reached",
                        "slots_overlap",
                        "hold_expired");
        assertThat(seen.get("cuts")).isPositive();
    }

    private static void run(List<History> histories, Random random) throws Exception {
        histories.forEach(history -> history.create(witness));
        for (var proxy : proxies) {
            var cuts = new Random(random.nextLong());
            proxy.cutting(() -> {
                synchronized (cuts) {
                    return cuts.nextInt(60) == 0 ? cuts.nextBoolean() ? Cut.AFTER : Cut.BEFORE : null;
                }
            });
        }
        var stopped = nodes.get(random.nextInt(2));
        var other = nodes.get(1 - nodes.indexOf(stopped));
        var pools =
                histories.stream().flatMap(history -> history.pools.stream()).toArray(UUID[]::new);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var acting = new ArrayList<CompletableFuture<Void>>();
            for (var history : histories) {
                for (var client = 0; client < History.CLIENTS; client++) {
                    var who = client;
                    acting.add(
                            CompletableFuture.runAsync(() -> history.act(who, nodes, CALLS_PER_CLIENT, 60), clients));
                }
            }
            standStill(stopped, other, pools);
            CompletableFuture.allOf(acting.toArray(CompletableFuture[]::new)).get(120, TimeUnit.SECONDS);
        }
        proxies.forEach(proxy -> proxy.cutting(() -> null));
    }

    /** Stops a node that has just locked heads; the other must go on with each of the pools all the same. */
    private static void standStill(NodeProcess stopped, NodeProcess other, UUID[] pools) throws Exception {
        stopped.stallOn(pools).get(30, TimeUnit.SECONDS);
        stopped.pause();
        try {
            var busy = new AtomicInteger();
            for (var pool : pools) {
                var outcome = other.ask(Wire.Verb.SUBMIT, List.of(new Command.Sweep(pool)), List.of())
                        .get(OTHERS_GO_ON_SECONDS, TimeUnit.SECONDS);
                if (!(outcome.getFirst() instanceof Outcome.Granted)) {
                    busy.incrementAndGet();
                }
            }
            assertThat(busy).as("pools that were kept from the others").hasValue(0);
        } finally {
            stopped.resume();
        }
        stopped.go();
    }
}
