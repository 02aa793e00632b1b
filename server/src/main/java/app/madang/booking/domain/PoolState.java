package app.madang.booking.domain;

import app.madang.booking.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pool at one version, in memory. Changes by {@link #apply} and goes back by {@link #revert}; not thread-safe: the
 * writer's copy is used under the pool's lock, a board's copy by the board alone.
 */
final class PoolState {

    private static final Comparator<Standing> BY_END = Comparator.comparing(
                    (Standing hold) -> hold.claim().until(), Comparator.nullsLast(Instant::compareTo))
            .thenComparing(Standing::claimId);

    private final UUID poolId;
    private final String kind;
    private Shape shape;
    private long version;

    private final Map<UUID, Standing> byClaim = new HashMap<>();
    private final Map<Integer, Standing> byUnit = new HashMap<>();
    private final Map<UUID, List<Standing>> byAccount = new HashMap<>();
    private final TreeSet<Standing> holds = new TreeSet<>(BY_END);
    private final BitSet occupied = new BitSet();

    PoolState(UUID poolId, String kind, Shape shape, long version, Collection<Standing> standings) {
        this.poolId = poolId;
        this.kind = kind;
        this.shape = shape;
        this.version = version;
        standings.forEach(this::put);
    }

    UUID poolId() {
        return poolId;
    }

    String kind() {
        return kind;
    }

    Policy policy() {
        return shape.policy();
    }

    @Nullable
    Integer units() {
        return shape.units();
    }

    Shape shape() {
        return shape;
    }

    long version() {
        return version;
    }

    boolean hasUnit(int unit) {
        var units = shape.units();
        return unit >= 0 && (units == null || unit < units);
    }

    @Nullable
    Standing on(int unit) {
        return byUnit.get(unit);
    }

    @Nullable
    Standing standing(UUID claimId) {
        return byClaim.get(claimId);
    }

    List<Standing> of(UUID accountId) {
        return byAccount.getOrDefault(accountId, List.of());
    }

    Collection<Standing> standings() {
        return Collections.unmodifiableCollection(byClaim.values());
    }

    Map<Integer, Standing> byUnit() {
        return Collections.unmodifiableMap(byUnit);
    }

    /** Holds that have run out by {@code now}, the oldest first, at most {@code limit}. */
    List<Standing> due(Instant now, int limit) {
        var due = new ArrayList<Standing>();
        for (var hold : holds) {
            if (hold.isLive(now) || due.size() == limit) {
                break;
            }
            due.add(hold);
        }
        return due;
    }

    /** When the next hold runs out; null when there is none. */
    @Nullable
    Instant nextEnd() {
        return holds.isEmpty() ? null : holds.getFirst().claim().until();
    }

    /** The lowest {@code count} free units; fewer when there are not so many, none for an open range. */
    List<Integer> lowestFree(int count, Instant now) {
        var units = shape.units();
        var free = new ArrayList<Integer>(count);
        if (units == null) {
            return free;
        }
        for (var unit = occupied.nextClearBit(0);
                unit < units && free.size() < count;
                unit = occupied.nextClearBit(unit + 1)) {
            free.add(unit);
        }
        for (var hold : holds) {
            if (hold.isLive(now) || free.size() >= count) {
                break;
            }
            hold.claim().units().stream().limit(count - free.size()).forEach(free::add);
        }
        return free;
    }

    void apply(Step step) {
        if (step.entry().version() != version + 1) {
            throw new IllegalStateException("pool %s is at version %d, not before %d"
                    .formatted(poolId, version, step.entry().version()));
        }
        exchange(step.changes(), false);
        if (step.shapeAfter() != null) {
            shape = step.shapeAfter();
        }
        version++;
    }

    void revert(Step step) {
        exchange(step.changes(), true);
        if (step.shapeBefore() != null) {
            shape = step.shapeBefore();
        }
        version--;
    }

    /** All the old out before any of the new goes in: a swap's two claims change places. */
    private void exchange(List<Change> changes, boolean backwards) {
        for (var change : changes) {
            var old = backwards ? change.after() : change.before();
            if (old != null) {
                remove(old);
            }
        }
        for (var change : changes) {
            var fresh = backwards ? change.before() : change.after();
            if (fresh != null) {
                put(fresh);
            }
        }
    }

    private void put(Standing standing) {
        byClaim.put(standing.claimId(), standing);
        for (var unit : standing.claim().units()) {
            var there = byUnit.put(unit, standing);
            if (there != null) {
                throw new IllegalStateException("unit %d of pool %s would have two claims".formatted(unit, poolId));
            }
            if (shape.units() != null) {
                occupied.set(unit);
            }
        }
        if (standing.claim().accountId() != null) {
            byAccount
                    .computeIfAbsent(standing.claim().accountId(), account -> new ArrayList<>(1))
                    .add(standing);
        }
        if (standing.isHold()) {
            holds.add(standing);
        }
    }

    private void remove(Standing standing) {
        byClaim.remove(standing.claimId());
        for (var unit : standing.claim().units()) {
            byUnit.remove(unit);
            occupied.clear(unit);
        }
        if (standing.claim().accountId() != null) {
            byAccount.computeIfPresent(standing.claim().accountId(), (account, all) -> {
                all.removeIf(other -> other.claimId().equals(standing.claimId()));
                return all.isEmpty() ? null : all;
            });
        }
        holds.remove(standing);
    }
}
