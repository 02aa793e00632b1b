package app.madang.booking.domain;

import app.madang.booking.Board;
import app.madang.booking.Boards;
import app.madang.booking.ClaimLog;
import app.madang.booking.Command;
import app.madang.realtime.Live;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The read model: boards of the pools somebody on this node looks at. Fed by this node's own commits at once and by
 * reading the log for those of others; publishes what it learns.
 */
final class WatchedPools implements Boards {

    private static final Duration IDLE_MAX = Duration.ofMinutes(1);
    private static final int REPLAY_MAX = 1_000;

    private final ConcurrentHashMap<UUID, Watched> watched = new ConcurrentHashMap<>();
    private final Set<UUID> followed = ConcurrentHashMap.newKeySet();
    private final PoolStore pools;
    private final TransactionTemplate snapshot;
    private final Live live;
    private final ExecutorService publisher;
    private final Clock clock;

    WatchedPools(PoolStore pools, TransactionTemplate snapshot, Live live, ExecutorService publisher, Clock clock) {
        this.pools = pools;
        this.snapshot = snapshot;
        this.live = live;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public Optional<Board> board(UUID poolId) {
        return Optional.ofNullable(watch(poolId)).map(pool -> pool.board(clock.instant()));
    }

    @Nullable
    Watched watch(UUID poolId) {
        var known = watched.get(poolId);
        return known != null ? known : watched.computeIfAbsent(poolId, this::load);
    }

    private @Nullable Watched load(UUID poolId) {
        var state = snapshot.execute(status -> pools.load(poolId).orElse(null));
        return state == null ? null : new Watched(state, clock.instant());
    }

    /** Takes over what this node has just committed, before whoever waits for it is answered. */
    void committed(Decision decision) {
        var steps = List.copyOf(decision.steps());
        var kind = decision.state().kind();
        var poolId = decision.state().poolId();
        var entries = steps.stream().map(Step::entry).toList();
        var pool = watched.get(poolId);
        if (pool == null) {
            publisher.execute(() -> tellOwners(kind, entries));
        } else {
            pool.apply(steps, fresh -> publisher.execute(() -> publish(kind, fresh)));
        }
    }

    /** Keeps the pool watched while it has subscribers on this node. */
    void follow(UUID poolId) {
        followed.add(poolId);
    }

    void unfollow(UUID poolId) {
        followed.remove(poolId);
    }

    /** Reads what other nodes have committed to the watched pools, and forgets pools nobody looks at any more. */
    void look() {
        var longAgo = clock.instant().minus(IDLE_MAX);
        watched.entrySet()
                .removeIf(each ->
                        !followed.contains(each.getKey()) && each.getValue().isIdleSince(longAgo));
        followed.forEach(this::watch);
        if (watched.isEmpty()) {
            return;
        }
        pools.versions(watched.keySet()).forEach((poolId, version) -> {
            var pool = watched.get(poolId);
            if (pool != null) {
                catchUp(poolId, pool, version);
            }
        });
    }

    private void catchUp(UUID poolId, Watched pool, long version) {
        if (version - pool.version() > PoolCopies.CATCH_UP_MAX) {
            // Too far behind to be told step by step: the newest step alone shows subscribers the gap, and they fetch
            // the snapshot again.
            if (watched.computeIfPresent(poolId, (id, old) -> load(id)) instanceof Watched fresh) {
                var newest = pools.logAfter(poolId, fresh.version() - 1, 1).stream()
                        .map(LogRow::entry)
                        .toList();
                publisher.execute(() -> publish(fresh.kind(), newest));
            }
            return;
        }
        while (pool.version() < version) {
            var rows = pools.logAfter(poolId, pool.version(), REPLAY_MAX);
            if (!pool.replay(rows, fresh -> publisher.execute(() -> publish(pool.kind(), fresh)))) {
                return;
            }
        }
    }

    void sweepDue(Consumer<Command> submit) {
        var now = clock.instant();
        watched.forEach((poolId, pool) -> {
            if (pool.hasDueHolds(now)) {
                submit.accept(new Command.Sweep(poolId));
            }
        });
    }

    private void publish(String kind, List<ClaimLog.Entry> entries) {
        if (!entries.isEmpty() && followed.contains(entries.getFirst().poolId())) {
            live.publish(entries.stream().map(PoolEvents::event).toList());
        }
        tellOwners(kind, entries);
    }

    private void tellOwners(String kind, List<ClaimLog.Entry> entries) {
        for (var entry : entries) {
            if (entry.accountId() != null && entry.claimId() != null) {
                live.tell(entry.accountId(), "claim_changed", () -> PoolEvents.claimChanged(kind, entry));
            }
        }
    }
}
