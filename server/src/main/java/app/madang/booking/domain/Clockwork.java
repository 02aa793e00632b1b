package app.madang.booking.domain;

import app.madang.booking.Command;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * What runs by itself on each node: looking for others' commits, ending holds that have run out, counting refusals. Gives
 * liveness only; every decision is right without it.
 */
final class Clockwork implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Clockwork.class);
    private static final Duration HOLD_MAX = Duration.ofHours(25);
    private static final int POOLS_PER_SWEEP_MAX = 500;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name("booking-", 0).daemon().factory());
    private final PoolStore pools;
    private final Lanes lanes;
    private final Clock clock;

    Clockwork(PoolStore pools, Lanes lanes, WatchedPools watched, RefusalCounts refusals, Clock clock) {
        this.pools = pools;
        this.lanes = lanes;
        this.clock = clock;
        every(Duration.ofMillis(500), watched::look);
        every(Duration.ofMillis(250), () -> watched.sweepDue(lanes::submitAside));
        every(Duration.ofSeconds(1), refusals::flush);
        every(Duration.ofSeconds(30), this::sweepUnwatched);
    }

    private void every(Duration period, Runnable work) {
        threads.scheduleWithFixedDelay(() -> safely(work), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException e) {
            log.warn("the database could not be asked: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("upkeep failed; it is tried again", e);
        }
    }

    private void sweepUnwatched() {
        var now = clock.instant();
        // The smallest id that a claim made at that time can have: UUIDv7 begins with its milliseconds.
        var oldest = new UUID((now.minus(HOLD_MAX).toEpochMilli() << 16) | 0x7000, 0x8000_0000_0000_0000L);
        pools.poolsWithDueHolds(oldest, now, POOLS_PER_SWEEP_MAX)
                .forEach(poolId -> lanes.submitAside(new Command.Sweep(poolId)));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
