package app.madang.booking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.realtime.LiveEvent;
import app.madang.shared.Ids;
import app.madang.testing.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** One node commits more between two looks of another than that one tells step by step. */
class FarBehindTests {

    private static final int COMMANDS_PER_CALL = 500;

    private final UUID poolId = Ids.next();

    @Test
    void publishesTheNewestStepSoThatSubscribersFindTheGap() {
        var database = TestPostgres.freshDatabase();
        try (var busy = new TestNode(database);
                var watching = new TestNode(database)) {
            busy.transactions.executeWithoutResult(_ -> busy.pools.create(
                    poolId, "test", "far", 1, RandomCommands.policy(poolId, Duration.ofSeconds(600))));
            watching.boards.follow(poolId);
            watching.boards.look();

            var last = 0L;
            while (last <= PoolCopies.CATCH_UP_MAX) {
                last = commitMany(busy);
            }
            watching.boards.look();

            var newest = last;
            Awaitility.await()
                    .untilAsserted(() -> assertThat(watching.published)
                            .extracting(LiveEvent::version)
                            .containsExactly(newest));
            assertThat(watching.boards.board(poolId).orElseThrow().version()).isEqualTo(newest);
        }
    }

    private long commitMany(TestNode node) {
        var unit = new TreeSet<>(List.of(0));
        var commands = IntStream.range(0, COMMANDS_PER_CALL)
                .<Command>mapToObj(i -> i % 2 == 0
                        ? new Command.Block(poolId, unit, poolId, "test")
                        : new Command.Unblock(poolId, unit, poolId))
                .toList();
        var outcomes = Objects.requireNonNull(node.transactions.execute(_ -> node.booking.within(commands)));
        return ((Outcome.Granted) outcomes.getLast()).version();
    }
}
