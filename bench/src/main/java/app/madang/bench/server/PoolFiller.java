package app.madang.bench.server;

import app.madang.booking.Booking;
import app.madang.booking.Cap;
import app.madang.booking.Claimant;
import app.madang.booking.Command;
import app.madang.booking.Policy;
import app.madang.booking.Pools;
import app.madang.booking.UnitChoice;
import app.madang.shared.Ids;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Makes direct pools, which no product does yet. */
@Hidden
@RestController
@RequestMapping("/api/v1/bench/pools")
class PoolFiller {

    private static final int AT_ONCE = 512;

    private final Booking booking;
    private final Pools pools;
    private final TransactionTemplate transactions;

    PoolFiller(Booking booking, Pools pools, PlatformTransactionManager transactions) {
        this.booking = booking;
        this.pools = pools;
        this.transactions = new TransactionTemplate(transactions);
    }

    record Wanted(int units, int fill) {}

    /** Makes a pool of which every second unit is taken, {@code fill} of them. */
    @PostMapping
    Map<String, UUID> make(@RequestBody Wanted wanted) throws InterruptedException {
        var poolId = Ids.next();
        var policy =
                new Policy(Duration.ofMinutes(15), null, null, 1, List.of(new Cap(poolId, 1)), Set.of(), null, true);
        transactions.executeWithoutResult(
                status -> pools.create(poolId, "bench", poolId.toString(), wanted.units(), policy));
        var free = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < wanted.fill(); i++) {
                var unit = 2 * i;
                free.acquire();
                threads.execute(() -> {
                    try {
                        booking.submit(new Command.Assign(
                                poolId, Claimant.of(Ids.next()), UnitChoice.one(unit), Ids.next(), "bench"));
                    } finally {
                        free.release();
                    }
                });
            }
        }
        return Map.of("pool_id", poolId);
    }
}
