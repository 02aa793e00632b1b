package app.madang.booking.domain;

import app.madang.booking.ClaimLog;
import app.madang.identity.Viewer;
import app.madang.realtime.LiveEvent;
import app.madang.realtime.LiveTopic;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code pool:<id>}: what happens to the units of a pool, without names; for every member. */
final class PoolTopic implements LiveTopic {

    private static final int RESUME_MAX = 1_000;

    private final WatchedPools watched;
    private final PoolStore pools;

    PoolTopic(WatchedPools watched, PoolStore pools) {
        this.watched = watched;
        this.pools = pools;
    }

    @Override
    public String kind() {
        return PoolEvents.TOPIC;
    }

    @Override
    public boolean mayFollow(Viewer viewer, String key) {
        return find(key) != null;
    }

    @Override
    public long version(String key) {
        var pool = find(key);
        return pool == null ? 0 : pool.version();
    }

    @Override
    public Optional<List<LiveEvent>> since(String key, long version) {
        var pool = find(key);
        if (pool == null || version < 0 || version > pool.version()) {
            return Optional.empty();
        }
        return pool.since(version)
                .or(() -> fromLog(UUID.fromString(key), version, pool.version()))
                .map(entries -> entries.stream().map(PoolEvents::event).toList());
    }

    private Optional<List<ClaimLog.Entry>> fromLog(UUID poolId, long version, long upTo) {
        if (upTo - version > RESUME_MAX) {
            return Optional.empty();
        }
        return Optional.of(pools.logAfter(poolId, version, RESUME_MAX).stream()
                .map(LogRow::entry)
                .filter(entry -> entry.version() <= upTo)
                .toList());
    }

    @Override
    public void watched(String key) {
        watched.follow(UUID.fromString(key));
    }

    @Override
    public void unwatched(String key) {
        watched.unfollow(UUID.fromString(key));
    }

    private @Nullable Watched find(String key) {
        try {
            var poolId = UUID.fromString(key);
            // Events carry the id as it is usually written; a topic of another spelling would never hear them.
            return poolId.toString().equals(key) ? watched.watch(poolId) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
