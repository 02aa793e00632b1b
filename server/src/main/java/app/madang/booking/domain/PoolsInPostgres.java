package app.madang.booking.domain;

import app.madang.booking.Claim;
import app.madang.booking.Policy;
import app.madang.booking.Pools;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

final class PoolsInPostgres implements Pools {

    private final PoolStore pools;
    private final ClaimReads claims;

    PoolsInPostgres(PoolStore pools, ClaimReads claims) {
        this.pools = pools;
        this.claims = claims;
    }

    @Override
    public void create(UUID poolId, String kind, String ref, @Nullable Integer units, Policy policy) {
        pools.create(poolId, kind, ref, units, policy);
    }

    @Override
    public Optional<Pool> find(UUID poolId) {
        return pools.find(poolId);
    }

    @Override
    public List<Claim> liveClaimsOf(UUID accountId) {
        return claims.claimsOf(accountId, null);
    }

    @Override
    public Optional<Claim> liveClaimOf(UUID accountId, UUID poolId) {
        return claims.claimsOf(accountId, poolId).stream().findFirst();
    }

    @Override
    public Optional<Claim> claim(UUID claimId) {
        return claims.find(claimId);
    }
}
