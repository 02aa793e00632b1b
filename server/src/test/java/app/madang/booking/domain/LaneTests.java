package app.madang.booking.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.booking.BookingRefusal.Busy;
import app.madang.booking.BookingRefusal.UnitTaken;
import app.madang.booking.Cap;
import app.madang.booking.Claimant;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.Policy;
import app.madang.booking.Receipt;
import app.madang.booking.Target;
import app.madang.booking.UnitChoice;
import app.madang.shared.Ids;
import app.madang.testing.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a lane does with its queue: bounded, the urgent first, nobody's mishap is another's. */
class LaneTests {

    private static final int QUEUE_MAX = 8;

    private final Stores stores = new Stores();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final UUID anna = Ids.next();
    private final UUID pool = Ids.next();
    private TestNode node;
    private Lanes lanes;

    @BeforeEach
    void start() {
        node = new TestNode(TestPostgres.freshDatabase(), Clock.systemUTC(), stores::pools, stores::claims);
        lanes = new Lanes(new EngineSettings(1, QUEUE_MAX, 4), () -> node.writer(decision -> {}));
        var policy =
                new Policy(Duration.ofMinutes(15), null, null, 4, List.of(new Cap(pool, 9)), Set.of(), null, false);
        node.transactions.executeWithoutResult(status -> node.pools.create(pool, "test", pool.toString(), 99, policy));
    }

    @AfterEach
    void stop() {
        stores.gate.countDown();
        lanes.close();
        callers.close();
        Sweeps.check(node.jdbc);
        node.close();
    }

    @Test
    void turnsAwayWhoComesWhenTheQueueIsFull() {
        occupy();
        var waiting = IntStream.range(0, QUEUE_MAX)
                .mapToObj(unit -> submit(hold(Ids.next(), unit), null))
                .toList();
        Awaitility.await().until(() -> lanes.depth() == QUEUE_MAX);
        assertThat(lanes.submit(hold(anna, 20), null)).isEqualTo(new Outcome.Refused(new Busy()));
        stores.gate.countDown();
        assertThat(waiting).allMatch(answer -> answer.join() instanceof Outcome.Granted);
    }

    @Test
    void confirmsBeforeALongQueueOfOthers() {
        lanes.submit(hold(anna, 1), null);
        occupy();
        var others = IntStream.range(0, QUEUE_MAX)
                .mapToObj(unit -> submit(hold(Ids.next(), 10 + unit), null))
                .toList();
        Awaitility.await().until(() -> lanes.depth() == QUEUE_MAX);
        var confirm = submit(new Command.Confirm(pool, anna, new Target.Unit(1)), null);
        Awaitility.await().until(() -> lanes.depth() == QUEUE_MAX + 1);
        stores.gate.countDown();
        var confirmed = (Outcome.Granted) confirm.join();
        assertThat(others)
                .allSatisfy(answer ->
                        assertThat(((Outcome.Granted) answer.join()).version()).isGreaterThan(confirmed.version()));
    }

    @Test
    void answersWhatIsQueuedBeforeItEnds() {
        occupy();
        var waiting = IntStream.range(0, QUEUE_MAX)
                .mapToObj(unit -> submit(hold(Ids.next(), unit), null))
                .toList();
        Awaitility.await().until(() -> lanes.depth() == QUEUE_MAX);
        var closing = CompletableFuture.runAsync(lanes::close, callers);
        Awaitility.await().until(() -> lanes.submit(hold(anna, 30), null).equals(new Outcome.Refused(new Busy())));
        stores.gate.countDown();
        closing.join();
        assertThat(waiting).allMatch(answer -> answer.join() instanceof Outcome.Granted);
    }

    @Test
    void letsNobodyElseSufferFromACommandThatFails() {
        occupy();
        var receipt = new Receipt(anna, "POST /hold", "key", "print", 201, granted -> {
            throw new IllegalArgumentException("this answer cannot be rendered");
        });
        var before = submit(hold(Ids.next(), 0), null);
        Awaitility.await().until(() -> lanes.depth() == 1);
        var failing = submit(hold(anna, 1), receipt);
        Awaitility.await().until(() -> lanes.depth() == 2);
        var after = submit(hold(Ids.next(), 2), null);
        Awaitility.await().until(() -> lanes.depth() == 3);
        stores.gate.countDown();
        assertThat(before.join()).isInstanceOf(Outcome.Granted.class);
        assertThat(after.join()).isInstanceOf(Outcome.Granted.class);
        assertThatThrownBy(failing::join).hasRootCauseInstanceOf(IllegalArgumentException.class);
        assertThat(lanes.submit(hold(Ids.next(), 1), null)).isInstanceOf(Outcome.Granted.class);
    }

    @Test
    void runsABatchThatAGuardObjectedToOneByOneWithTheRightAnswers() {
        occupy();
        stores.objectOnce.set(true);
        var first = submit(hold(anna, 5), null);
        Awaitility.await().until(() -> lanes.depth() == 1);
        var second = submit(hold(Ids.next(), 5), null);
        Awaitility.await().until(() -> lanes.depth() == 2);
        var third = submit(hold(Ids.next(), 6), null);
        Awaitility.await().until(() -> lanes.depth() == 3);
        stores.gate.countDown();
        assertThat(first.join()).isInstanceOf(Outcome.Granted.class);
        assertThat(second.join()).isEqualTo(new Outcome.Refused(new UnitTaken(5)));
        assertThat(third.join()).isInstanceOf(Outcome.Granted.class);
        assertThat(stores.objectOnce).isFalse();
    }

    /** Lets the lane begin a batch and stand still in it, so that others queue up behind. */
    private void occupy() {
        stores.closed.set(true);
        var occupant = submit(hold(Ids.next(), 98), null);
        Awaitility.await().until(() -> stores.entered.getCount() == 0);
        assertThat(occupant).isNotDone();
    }

    private CompletableFuture<Outcome> submit(Command command, @Nullable Receipt receipt) {
        return CompletableFuture.supplyAsync(() -> lanes.submit(command, receipt), callers);
    }

    private Command.Hold hold(UUID account, int unit) {
        return new Command.Hold(pool, Claimant.of(account), UnitChoice.one(unit));
    }

    /** Stores with a gate before a batch's transaction, and a guard that objects when told so. */
    private static final class Stores {
        final AtomicBoolean closed = new AtomicBoolean();
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch gate = new CountDownLatch(1);
        final AtomicBoolean objectOnce = new AtomicBoolean();

        PoolStore pools(JdbcClient jdbc) {
            return new PoolStore(jdbc) {
                @Override
                SequencedMap<UUID, Long> lockHeads(Collection<UUID> poolIds, boolean waiting) {
                    if (closed.get()) {
                        entered.countDown();
                        try {
                            gate.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                    return super.lockHeads(poolIds, waiting);
                }
            };
        }

        ClaimStore claims(JdbcClient jdbc) {
            return new ClaimStore(jdbc) {
                @Override
                int writeUnits(WriteSet writes, Instant now) {
                    return writes.units.size() > 1 && objectOnce.compareAndSet(true, false)
                            ? 0
                            : super.writeUnits(writes, now);
                }
            };
        }
    }
}
