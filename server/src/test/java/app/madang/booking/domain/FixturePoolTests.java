package app.madang.booking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.TestDatabase;
import app.madang.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * Pools unlike lockers, under a stampede on two nodes: claims of up to four units, a cap and a time overlap across two
 * pools, {@code within} over two pools. Nothing fails, nobody is put off, nobody is refused without reason.
 */
class FixturePoolTests {

    private static final int SEEDS = 4;
    private static final int CALLS_PER_CLIENT = 60;

    @Test
    void answersEverythingRightlyWithoutDeadlockAndWithoutAFalseRefusal() {
        var database = TestPostgres.freshDatabase();
        var seen = new TreeMap<String, Integer>();
        try (var witness = new TestNode(database);
                var one = new TestNode(database);
                var other = new TestNode(database)) {
            var histories = Seeds.of(SEEDS).mapToObj(History::new).toList();
            histories.forEach(history -> history.create(witness));
            stampede(histories, List.of(Node.of(one), Node.of(other)));
            for (var history : histories) {
                var verdict = new Verdict(history, witness);
                verdict.check();
                verdict.seen.forEach((what, count) -> seen.merge(what, count, Integer::sum));
            }
            Sweeps.check(witness.jdbc);
            assertThat(deadlocks(database, witness)).isZero();
        }
        assertThat(seen.keySet())
                .contains("Hold granted", "limit_reached", "slots_overlap", "unit_taken", "Confirm granted")
                .doesNotContain("busy", "open");
    }

    private static void stampede(List<History> histories, List<Node> nodes) {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var acting = new ArrayList<CompletableFuture<Void>>();
            for (var history : histories) {
                for (var client = 0; client < History.CLIENTS; client++) {
                    var who = client;
                    acting.add(CompletableFuture.runAsync(() -> history.act(who, nodes, CALLS_PER_CLIENT, 3), clients));
                }
            }
            acting.forEach(CompletableFuture::join);
        }
    }

    private static long deadlocks(TestDatabase database, TestNode witness) {
        return witness.jdbc
                .sql("select deadlocks from pg_stat_database where datname = :name")
                .param("name", database.name())
                .query(Long.class)
                .single();
    }
}
