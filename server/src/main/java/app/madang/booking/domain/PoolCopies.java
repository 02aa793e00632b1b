package app.madang.booking.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * This node's copies of pools. A copy is used by whoever has its lock, from before the pool's head is locked until after
 * the transaction has ended; the head's version says whether it is still the truth.
 */
final class PoolCopies {

    /** A gap of more log entries than this is not replayed; the pool is read anew. */
    static final int CATCH_UP_MAX = 2_000;

    static final class Copy {
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable PoolState state;

        /** Forgets the state: the next to come reads the pool anew. */
        void drop() {
            state = null;
        }
    }

    private final Cache<UUID, Copy> copies = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    /** Locks copies in id order; without {@code waiting} those in use are left out. */
    SequencedMap<UUID, Copy> lock(Collection<UUID> poolIds, @Nullable Duration waiting) {
        var locked = new TreeMap<UUID, Copy>();
        for (var poolId : new TreeSet<>(poolIds)) {
            var copy = copies.get(poolId, id -> new Copy());
            if (waiting == null ? copy.lock.tryLock() : lockWithin(copy, waiting)) {
                locked.put(poolId, copy);
            }
        }
        return locked;
    }

    private static boolean lockWithin(Copy copy, Duration waiting) {
        try {
            return copy.lock.tryLock(waiting.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void unlock(Collection<Copy> locked) {
        locked.forEach(copy -> copy.lock.unlock());
    }

    /** The states at the versions of their locked heads; pools without a head do not exist and are left out. */
    List<PoolState> catchUp(PoolStore store, Map<UUID, Copy> locked, Map<UUID, Long> heads) {
        var states = new ArrayList<PoolState>();
        heads.forEach((poolId, version) -> {
            var copy = locked.get(poolId);
            if (copy == null) {
                throw new IllegalStateException("head locked without its copy: " + poolId);
            }
            var state = caughtUp(store, copy.state, poolId, version);
            copy.state = state;
            states.add(state);
        });
        return states;
    }

    private static PoolState caughtUp(PoolStore store, @Nullable PoolState state, UUID poolId, long version) {
        if (state != null && state.version() <= version && version - state.version() <= CATCH_UP_MAX) {
            if (state.version() < version) {
                store.logAfter(poolId, state.version(), CATCH_UP_MAX).forEach(row -> state.apply(row.step(state)));
            }
            if (state.version() == version) {
                return state;
            }
        }
        return store.load(poolId).orElseThrow(() -> new IllegalStateException("a head without a pool: " + poolId));
    }
}
