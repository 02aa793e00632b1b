package app.madang.booking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.booking.Cap;
import app.madang.booking.Claimant;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.Policy;
import app.madang.booking.UnitChoice;
import app.madang.booking.domain.Unguarded.Guard;
import app.madang.shared.Ids;
import app.madang.testing.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Overselling, as seen when every guard is gone: a proof that could not see it would prove nothing. */
class NegativeControlTests {

    private static final int SEEDS_MAX = 40;
    private static final int UNITS = 24;

    @Test
    void seesOversellingWhenEveryGuardIsGone() throws Exception {
        try (var nodes = new TwoNodes(EnumSet.noneOf(Guard.class))) {
            var seed = 0;
            while (seed < SEEDS_MAX && nodes.oversold() == 0) {
                nodes.history(seed++);
            }
            assertThat(nodes.oversold())
                    .as("units sold twice in %d histories without guards", seed)
                    .isPositive();
        }
    }

    @Test
    void findsAnswersThatTheLogDoesNotGiveWhenEveryGuardIsGone() {
        try (var nodes = new TwoNodes(EnumSet.noneOf(Guard.class))) {
            assertThat(LongStream.range(0, SEEDS_MAX).anyMatch(seed -> isFoundWrong(nodes, new History(seed))))
                    .as("a history without guards that was found wrong")
                    .isTrue();
        }
    }

    private static boolean isFoundWrong(TwoNodes nodes, History history) {
        var witness = nodes.nodes.getFirst();
        history.create(witness);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var client = 0; client < History.CLIENTS; client++) {
                var who = client;
                clients.execute(() -> history.act(
                        who, nodes.nodes.stream().map(TwoNodes::stumbling).toList(), 30, 3));
            }
        }
        try {
            new Verdict(history, witness).check();
            return false;
        } catch (AssertionError | RuntimeException found) {
            return true;
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyOneGuardAloneKeepsUnitsFromBeingSoldTwice(Guard guard) throws Exception {
        try (var nodes = new TwoNodes(EnumSet.of(guard))) {
            for (var seed = 0; seed < 3; seed++) {
                nodes.history(seed);
                assertThat(nodes.oversold()).as("seed %d", seed).isZero();
            }
        }
    }

    /** Two engines that share nothing but the database. */
    private static final class TwoNodes implements AutoCloseable {
        private final List<TestNode> nodes = new ArrayList<>();
        private final boolean guarded;

        TwoNodes(Set<Guard> kept) {
            guarded = !kept.isEmpty();
            var database = TestPostgres.freshDatabase();
            Unguarded.dropLogKey(database.jdbc(), kept);
            for (var i = 0; i < 2; i++) {
                nodes.add(new TestNode(
                        database,
                        Clock.systemUTC(),
                        jdbc -> Unguarded.pools(jdbc, kept),
                        jdbc -> Unguarded.claims(jdbc, kept)));
            }
        }

        /** A node whose failures count as lost answers. */
        static Node stumbling(TestNode node) {
            return (verb, commands) -> {
                try {
                    return Node.of(node).ask(verb, commands);
                } catch (RuntimeException e) {
                    throw new CompletionException(new NodeProcess.Lost(e.toString(), true));
                }
            };
        }

        long oversold() {
            return Sweeps.oversold(nodes.getFirst().jdbc);
        }

        /** Eight people on each node take units of one pool at random until none is left for them. */
        void history(long seed) throws Exception {
            var pool = Ids.next();
            var policy = new Policy(
                    Duration.ofHours(1), null, null, 4, List.of(new Cap(pool, 1_000)), Set.of(), null, false);
            nodes.getFirst()
                    .transactions
                    .executeWithoutResult(
                            status -> nodes.getFirst().pools.create(pool, "control", pool.toString(), UNITS, policy));
            try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
                var turns = new ArrayList<Callable<Integer>>();
                for (var person = 0; person < 16; person++) {
                    var random = new Random(seed * 31 + person);
                    var node = nodes.get(person % 2);
                    turns.add(() -> take(node, pool, random));
                }
                for (var turn : people.invokeAll(turns)) {
                    end(turn);
                }
            }
        }

        /** Without any guard the engine stumbles over units it has sold twice; with one it must not. */
        private void end(Future<Integer> turn) throws Exception {
            try {
                turn.get();
            } catch (ExecutionException e) {
                if (guarded) {
                    throw e;
                }
                assertThat(e).hasRootCauseInstanceOf(IllegalStateException.class);
            }
        }

        private static int take(TestNode node, UUID pool, Random random) {
            var account = Ids.next();
            var taken = 0;
            for (var i = 0; i < 12; i++) {
                var first = random.nextInt(UNITS - 1);
                var choice = new UnitChoice.Exactly(List.of(first, first + random.nextInt(2)));
                if (node.booking.submit(new Command.Hold(pool, Claimant.of(account), choice))
                        instanceof Outcome.Granted) {
                    taken++;
                }
            }
            return taken;
        }

        @Override
        public void close() {
            nodes.forEach(TestNode::close);
        }
    }
}
