package app.madang.booking.domain;

import app.madang.booking.BookingRefusal.Busy;
import app.madang.booking.BookingRefusal.OutcomeUnknown;
import app.madang.booking.Outcome;
import app.madang.web.Answers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Lock, read, decide, write: one transaction per batch. Used by one lane thread at a time. */
final class Writer {

    private static final Logger log = LoggerFactory.getLogger(Writer.class);
    private static final int TRIES_MAX = 8;
    private static final Duration COPY_WAIT_MAX = Duration.ofSeconds(5);
    private static final Outcome BUSY = new Outcome.Refused(new Busy());

    private final PoolStore pools;
    private final ClaimStore claims;
    private final Answers answers;
    private final PoolCopies copies;
    private final PlatformTransactionManager transactions;
    private final Consumer<Decision> committed;

    Writer(
            PoolStore pools,
            ClaimStore claims,
            Answers answers,
            PoolCopies copies,
            PlatformTransactionManager transactions,
            Consumer<Decision> committed) {
        this.pools = pools;
        this.claims = claims;
        this.answers = answers;
        this.copies = copies;
        this.transactions = transactions;
        this.committed = committed;
    }

    /** Answers every job. Those on pools that somebody else is writing come last, pool by pool, waiting. */
    void run(List<Job> jobs) {
        var left = new LinkedHashMap<UUID, List<Job>>();
        for (var job : attempt(jobs, false)) {
            left.computeIfAbsent(job.command().poolId(), id -> new ArrayList<>())
                    .add(job);
        }
        for (var onePool : left.values()) {
            attempt(onePool, true).forEach(job -> job.answer().complete(BUSY));
        }
    }

    /** Returns the jobs that could not be looked at, because others have their pools. */
    private List<Job> attempt(List<Job> jobs, boolean waiting) {
        var locked = copies.lock(poolsOf(jobs), waiting ? COPY_WAIT_MAX : null);
        try {
            var left = new ArrayList<Job>();
            var mine = new ArrayList<Job>();
            jobs.forEach(job -> (locked.containsKey(job.command().poolId()) ? mine : left).add(job));
            if (!mine.isEmpty()) {
                left.addAll(write(mine, locked, waiting));
            }
            return left;
        } finally {
            copies.unlock(locked.values());
        }
    }

    private List<Job> write(List<Job> jobs, Map<UUID, PoolCopies.Copy> locked, boolean waiting) {
        var missed = new HashSet<Known.Key>();
        for (var tries = 1; tries <= TRIES_MAX; tries++) {
            try {
                return transact(jobs, locked, waiting, missed);
            } catch (AllowancesMissed e) {
                missed.addAll(e.keys());
            } catch (GuardObjected | DataIntegrityViolationException e) {
                log.warn("a guard objected to a batch of {}: {}", jobs.size(), e.getMessage());
                drop(locked);
                if (jobs.size() > 1) {
                    return writeSingly(jobs, locked, waiting);
                }
            } catch (DataAccessException | TransactionException e) {
                log.warn("a batch of {} could not be written: {}", jobs.size(), e.getMessage());
                drop(locked);
                if (tries > 1 || e instanceof PessimisticLockingFailureException) {
                    jobs.forEach(job -> job.answer().complete(BUSY));
                    return List.of();
                }
            } catch (RuntimeException e) {
                drop(locked);
                if (jobs.size() > 1) {
                    return writeSingly(jobs, locked, waiting);
                }
                if (tries > 1) {
                    jobs.getFirst().answer().completeExceptionally(e);
                    return List.of();
                }
            }
        }
        if (jobs.size() > 1) {
            return writeSingly(jobs, locked, waiting);
        }
        jobs.getFirst().answer().complete(BUSY);
        return List.of();
    }

    /** One of the jobs may be what objects: each goes alone, so that it spoils nobody else's. */
    private List<Job> writeSingly(List<Job> jobs, Map<UUID, PoolCopies.Copy> locked, boolean waiting) {
        var left = new ArrayList<Job>();
        jobs.forEach(job -> left.addAll(write(List.of(job), locked, waiting)));
        return left;
    }

    private static void drop(Map<UUID, PoolCopies.Copy> locked) {
        locked.values().forEach(PoolCopies.Copy::drop);
    }

    private List<Job> transact(
            List<Job> jobs, Map<UUID, PoolCopies.Copy> locked, boolean waiting, Set<Known.Key> missed) {
        var status = transactions.getTransaction(new DefaultTransactionDefinition());
        Batch batch = null;
        PoolStore.Moment moment;
        var left = new ArrayList<Job>();
        var outcomes = new LinkedHashMap<Job, Outcome>();
        try {
            var heads = pools.lockHeads(poolsOf(jobs), waiting);
            moment = pools.moment();
            batch = new Batch(
                    copies.catchUp(pools, locked, heads),
                    missed.isEmpty() ? Known.nothing() : claims.known(missed),
                    moment.now(),
                    keptAnswers(jobs));
            batch.expire();
            for (var job : jobs) {
                if (waiting || heads.containsKey(job.command().poolId())) {
                    outcomes.put(job, batch.decide(job));
                } else {
                    left.add(job);
                }
            }
            var writes = batch.writes();
            if (writes.isEmpty() && batch.answers().isEmpty()) {
                // Nothing but refusals: there is nothing to make durable, so nobody waits for the disk.
                outcomes.forEach((job, outcome) -> job.answer().complete(outcome));
                rollback(status);
                return left;
            }
            if (!writes.isEmpty()) {
                claims.write(writes, moment.now());
            }
            if (!batch.answers().isEmpty()) {
                answers.save(pools.jdbc(), batch.answers());
            }
        } catch (AllowancesMissed e) {
            if (batch != null) {
                missed.addAll(batch.asked());
                batch.undo();
            }
            rollback(status);
            throw e;
        } catch (RuntimeException | Error e) {
            drop(locked);
            rollback(status);
            throw e;
        }
        if (commit(status, moment, batch)) {
            batch.decisions().stream()
                    .filter(decision -> !decision.steps().isEmpty())
                    .forEach(this::show);
            outcomes.forEach((job, outcome) -> job.answer().complete(outcome));
        } else {
            drop(locked);
            outcomes.keySet().forEach(job -> job.answer().complete(new Outcome.Refused(new OutcomeUnknown())));
        }
        return left;
    }

    /** What is committed stays so, whatever becomes of showing it: nothing after the commit may run the batch again. */
    private void show(Decision decision) {
        try {
            committed.accept(decision);
        } catch (RuntimeException e) {
            log.error("a batch was committed but not shown; boards catch up from the log", e);
        }
    }

    /** True when committed, false when nobody can tell; throws when it is certain that it was not. */
    private boolean commit(TransactionStatus status, PoolStore.Moment moment, Batch batch) {
        try {
            transactions.commit(status);
            return true;
        } catch (TransactionException | DataAccessException e) {
            log.warn("the answer to a commit was lost, asking what became of it: {}", e.getMessage());
            return switch (Fate.of(moment.transactionId(), pools, () -> isLogged(batch))) {
                case COMMITTED -> true;
                case ABORTED -> throw e;
                case UNKNOWN -> false;
            };
        }
    }

    private static Set<UUID> poolsOf(List<Job> jobs) {
        var ids = new LinkedHashSet<UUID>();
        jobs.forEach(job -> ids.add(job.command().poolId()));
        return ids;
    }

    private Map<Answers.Key, Answers.Answer> keptAnswers(List<Job> jobs) {
        var keys = new ArrayList<Answers.Key>();
        for (var job : jobs) {
            if (job.receipt() != null) {
                keys.add(Batch.key(job.receipt()));
            }
        }
        return keys.isEmpty() ? Map.of() : answers.find(pools.jdbc(), keys);
    }

    private void rollback(TransactionStatus status) {
        try {
            transactions.rollback(status);
        } catch (TransactionException | DataAccessException e) {
            log.debug("rolling back on a broken connection", e);
        }
    }

    /** Whether the log has what the batch wrote; a batch without steps has nothing to lose. */
    private boolean isLogged(Batch batch) {
        return batch.decisions().stream()
                .flatMap(decision -> decision.steps().stream())
                .findFirst()
                .map(claims::isLogged)
                .orElse(true);
    }
}
