package app.madang.booking.domain;

import app.madang.booking.Board;
import app.madang.booking.Claim;
import app.madang.booking.ClaimLog;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A pool that people look at: its state for display, its last steps, and the board made of it. */
final class Watched {

    private static final int RECENT_MAX = 512;

    private final PoolState state;
    private final ArrayDeque<ClaimLog.Entry> recent = new ArrayDeque<>();
    private @Nullable Board board;
    private @Nullable Instant boardUntil;
    private volatile Instant askedAt;

    Watched(PoolState state, Instant now) {
        this.state = state;
        this.askedAt = now;
    }

    /**
     * Applies the steps that come next and hands on their entries, still under this pool's lock, so that they are
     * published in order. Steps behind a gap wait for {@link #replay}.
     */
    synchronized void apply(List<Step> steps, Consumer<List<ClaimLog.Entry>> publish) {
        var fresh = new ArrayList<ClaimLog.Entry>();
        for (var step : steps) {
            if (step.entry().version() == state.version() + 1) {
                state.apply(step);
                remember(step.entry());
                fresh.add(step.entry());
            }
        }
        publish.accept(fresh);
    }

    /** Replays log rows that come next, in the same way; false when none of them did. */
    synchronized boolean replay(List<LogRow> rows, Consumer<List<ClaimLog.Entry>> publish) {
        var fresh = new ArrayList<ClaimLog.Entry>();
        for (var row : rows) {
            if (row.entry().version() == state.version() + 1) {
                state.apply(row.step(state));
                remember(row.entry());
                fresh.add(row.entry());
            }
        }
        publish.accept(fresh);
        return !fresh.isEmpty();
    }

    private void remember(ClaimLog.Entry entry) {
        board = null;
        recent.add(entry);
        if (recent.size() > RECENT_MAX) {
            recent.poll();
        }
    }

    synchronized long version() {
        return state.version();
    }

    String kind() {
        return state.kind();
    }

    /** The entries after a version, if they are still remembered. */
    synchronized Optional<List<ClaimLog.Entry>> since(long version) {
        if (version > state.version() || version < state.version() - recent.size()) {
            return Optional.empty();
        }
        return Optional.of(
                recent.stream().filter(entry -> entry.version() > version).toList());
    }

    synchronized boolean hasDueHolds(Instant now) {
        return !state.due(now, 1).isEmpty();
    }

    synchronized Board board(Instant now) {
        askedAt = now;
        if (board == null || (boardUntil != null && !now.isBefore(boardUntil))) {
            board = draw(now);
        }
        return board;
    }

    private Board draw(Instant now) {
        var claims = new HashMap<Integer, Claim>();
        var byAccount = new HashMap<UUID, Claim>();
        var passed = 0;
        Instant until = null;
        for (var standing : state.standings()) {
            if (!standing.isLive(now)) {
                passed++;
                continue;
            }
            var claim = standing.claim();
            claim.units().forEach(unit -> claims.put(unit, claim));
            if (claim.accountId() != null) {
                byAccount.put(claim.accountId(), claim);
            }
            if (claim.until() != null && (until == null || claim.until().isBefore(until))) {
                until = claim.until();
            }
        }
        boardUntil = until;
        return new Board(
                state.poolId(),
                state.version(),
                state.version() + "." + passed,
                state.units(),
                state.policy(),
                Map.copyOf(claims),
                Map.copyOf(byAccount));
    }

    boolean isIdleSince(Instant longAgo) {
        return askedAt.isBefore(longAgo);
    }
}
