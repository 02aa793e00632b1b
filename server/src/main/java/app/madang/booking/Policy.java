package app.madang.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one pool.
 *
 * @param hold how long a hold lives, 1 s to 24 h
 * @param opensAt from when units may be held; null: since ever
 * @param closesAt until when (exclusive) units may be held; a live hold may still be confirmed after; null: for ever
 * @param unitsPerClaimMax 1 to {@link #UNITS_PER_CLAIM_LIMIT}
 * @param caps how many live claims one account may have, per scope; scopes may span pools
 * @param audience who may hold: an account must have one of these groups; empty: everyone
 * @param cancelUntil until when (exclusive) a confirmed claim may be returned by its owner; null: always
 * @param direct whether the generic claim endpoints serve this pool; otherwise only its product does
 */
public record Policy(
        Duration hold,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        int unitsPerClaimMax,
        List<Cap> caps,
        Set<String> audience,
        @Nullable Instant cancelUntil,
        boolean direct) {

    public static final int UNITS_PER_CLAIM_LIMIT = 200;

    public Policy {
        if (hold.compareTo(Duration.ofSeconds(1)) < 0 || hold.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("hold must be 1 s to 24 h, not " + hold);
        }
        if (unitsPerClaimMax < 1 || unitsPerClaimMax > UNITS_PER_CLAIM_LIMIT) {
            throw new IllegalArgumentException("units per claim must be 1 to " + UNITS_PER_CLAIM_LIMIT);
        }
        if (opensAt != null && closesAt != null && !opensAt.isBefore(closesAt)) {
            throw new IllegalArgumentException("a pool must open before it closes");
        }
        caps = List.copyOf(caps);
        audience = Set.copyOf(audience);
    }

    public boolean isOpen(Instant now) {
        return (opensAt == null || !now.isBefore(opensAt)) && (closesAt == null || now.isBefore(closesAt));
    }

    public boolean admits(Claimant claimant) {
        return audience.isEmpty() || claimant.groups().stream().anyMatch(audience::contains);
    }

    public boolean mayReturn(Instant now) {
        return cancelUntil == null || now.isBefore(cancelUntil);
    }
}
