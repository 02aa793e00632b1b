package app.madang.booking.domain;

import app.madang.booking.BookingRefusal.Busy;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The other entrance: commands decided in the caller's transaction, all of their pools at once, all or none. */
final class Within {

    private static final Duration COPY_WAIT_MAX = Duration.ofSeconds(5);
    private static final int TRIES_MAX = 8;

    private final PoolStore pools;
    private final ClaimStore claims;
    private final PoolCopies copies;
    private final TransactionTemplate savepoints;
    private final Consumer<Decision> committed;

    Within(
            PoolStore pools,
            ClaimStore claims,
            PoolCopies copies,
            PlatformTransactionManager transactions,
            Consumer<Decision> committed) {
        this.pools = pools;
        this.claims = claims;
        this.copies = copies;
        this.savepoints = new TransactionTemplate(transactions);
        this.savepoints.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.committed = committed;
    }

    List<Outcome> decide(List<Command> commands) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("within needs a transaction around it");
        }
        if (TransactionSynchronizationManager.hasResource(this)) {
            throw new IllegalStateException("within may be called once in a transaction");
        }
        var poolIds = new TreeSet<UUID>();
        commands.forEach(command -> poolIds.add(command.poolId()));
        var locked = copies.lock(poolIds, COPY_WAIT_MAX);
        if (locked.size() < poolIds.size()) {
            copies.unlock(locked.values());
            return List.of(new Outcome.Refused(new Busy()));
        }
        var ending = new Ending(locked.values());
        TransactionSynchronizationManager.bindResource(this, ending);
        TransactionSynchronizationManager.registerSynchronization(ending);
        boundTrouble();
        var heads = pools.lockHeads(poolIds, true);
        var now = pools.moment().now();
        var missed = new HashSet<Known.Key>();
        for (var tries = 1; tries <= TRIES_MAX; tries++) {
            var batch = new Batch(
                    copies.catchUp(pools, locked, heads),
                    missed.isEmpty() ? Known.nothing() : claims.known(missed),
                    now,
                    Map.of());
            ending.batch = batch;
            try {
                return decideAll(batch, commands, now);
            } catch (AllowancesMissed e) {
                missed.addAll(e.keys());
                missed.addAll(batch.asked());
                batch.undo();
            } catch (RuntimeException e) {
                ending.forget();
                throw e;
            }
        }
        return List.of(new Outcome.Refused(new Busy()));
    }

    private List<Outcome> decideAll(Batch batch, List<Command> commands, Instant now) {
        var outcomes = new ArrayList<Outcome>();
        for (var command : commands) {
            var outcome = batch.decide(new Job(command, null));
            if (outcome instanceof Outcome.Refused) {
                batch.undo();
                return List.of(outcome);
            }
            outcomes.add(outcome);
        }
        var writes = batch.writes();
        if (!writes.isEmpty()) {
            // The savepoint keeps the caller's transaction usable when an allowance turns out to be taken elsewhere.
            savepoints.executeWithoutResult(status -> claims.write(writes, now));
        }
        return outcomes;
    }

    /** A caller that stalls must not keep others from the pool for longer than the lanes would. */
    private void boundTrouble() {
        pools.jdbc().sql("set local lock_timeout = '5s'").update();
        pools.jdbc().sql("set local idle_in_transaction_session_timeout = '2s'").update();
        pools.jdbc().sql("set local transaction_timeout = '5s'").update();
    }

    /** Keeps the copies locked until the caller's transaction has ended, one way or the other. */
    private final class Ending implements TransactionSynchronization {

        private final Collection<PoolCopies.Copy> locked;
        private @Nullable Batch batch;

        Ending(Collection<PoolCopies.Copy> locked) {
            this.locked = locked;
        }

        /** The batch broke halfway: the copies are read anew by whoever comes next. */
        void forget() {
            batch = null;
            locked.forEach(PoolCopies.Copy::drop);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(Within.this);
            try {
                if (batch != null) {
                    switch (status) {
                        case STATUS_COMMITTED ->
                            batch.decisions().stream()
                                    .filter(decision -> !decision.steps().isEmpty())
                                    .forEach(committed);
                        case STATUS_ROLLED_BACK -> batch.undo();
                        default -> locked.forEach(PoolCopies.Copy::drop);
                    }
                }
            } finally {
                copies.unlock(locked);
            }
        }
    }
}
