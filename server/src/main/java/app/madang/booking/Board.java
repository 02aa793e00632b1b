package app.madang.booking;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The state of a pool for display.
 *
 * @param version the pool's version it shows
 * @param etag changes with the version and whenever a hold runs out
 * @param units null for an open range
 * @param claims live claims by unit; a missing unit is free
 * @param claimsByAccount one live claim of each account that has any
 */
public record Board(
        UUID poolId,
        long version,
        String etag,
        @Nullable Integer units,
        Policy policy,
        Map<Integer, Claim> claims,
        Map<UUID, Claim> claimsByAccount) {}
