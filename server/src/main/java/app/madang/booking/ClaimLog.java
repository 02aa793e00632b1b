package app.madang.booking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened in a pool, in order, without gaps: to whom, by whom, why. */
public interface ClaimLog {

    /** Entries with a version above {@code version}, oldest first, at most {@code limit} (1 to 1000). */
    List<Entry> after(UUID poolId, long version, int limit);

    /** Entries that touched the unit, newest first, at most {@code limit} (1 to 1000), below {@code beforeVersion}. */
    List<Entry> ofUnit(UUID poolId, int unit, long beforeVersion, int limit);

    /** Entries that touched the claim, oldest first, at most {@code limit} (1 to 1000). */
    List<Entry> ofClaim(UUID poolId, UUID claimId, int limit);

    /**
     * One step of one pool.
     *
     * @param claimId null for changes of the pool itself
     * @param units the claim's units after the step; for an ended claim those it had
     * @param unitsBefore those it had before a move or swap, otherwise the same
     * @param otherClaimId the partner of a swap
     */
    record Entry(
            UUID poolId,
            long version,
            Type type,
            @Nullable UUID claimId,
            @Nullable UUID accountId,
            List<Integer> units,
            List<Integer> unitsBefore,
            @Nullable Instant until,
            @Nullable UUID otherClaimId,
            @Nullable UUID actorId,
            @Nullable String reason,
            Instant at) {}

    enum Type {
        HELD,
        CONFIRMED,
        ASSIGNED,
        HOLD_RELEASED,
        RETURNED,
        REVOKED,
        EXPIRED,
        MOVED,
        SWAPPED,
        BLOCKED,
        UNBLOCKED,
        POLICY_CHANGED,
        GROWN
    }
}
