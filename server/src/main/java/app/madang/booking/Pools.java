package app.madang.booking;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pools themselves: made by products, read by anyone. Changes go through {@link Command}s. */
public interface Pools {

    /**
     * Makes a pool in the caller's transaction.
     *
     * @param kind the product's name for this sort of pool
     * @param ref the product's own key
     * @param units how many units, numbered from 0; null for an open range
     */
    void create(UUID poolId, String kind, String ref, @Nullable Integer units, Policy policy);

    Optional<Pool> find(UUID poolId);

    /** All claims of the account that stand now, read from PostgreSQL, oldest first. */
    List<Claim> liveClaimsOf(UUID accountId);

    /** The claim of the account that stands now in this pool, read from PostgreSQL. */
    Optional<Claim> liveClaimOf(UUID accountId, UUID poolId);

    /** A claim in whatever state. */
    Optional<Claim> claim(UUID claimId);

    record Pool(
            UUID poolId, String kind, String ref, @Nullable Integer units, Policy policy, long version) {}
}
