package app.madang.booking.domain;

import app.madang.booking.Claim;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A claim that has not ended, with the allowances of its account that it takes. A hold may have run out already. */
record Standing(Claim claim, List<Allowance> allowances) {

    UUID claimId() {
        return claim.claimId();
    }

    boolean isHold() {
        return claim.state() == Claim.State.HELD;
    }

    boolean belongsTo(UUID accountId) {
        return accountId.equals(claim.accountId());
    }

    boolean isLive(Instant now) {
        return claim.isLive(now);
    }

    Standing confirmed() {
        return with(Claim.State.CONFIRMED, claim.units(), null);
    }

    Standing on(List<Integer> units) {
        return with(claim.state(), units, claim.until());
    }

    Claim ended() {
        return new Claim(claim.claimId(), claim.poolId(), claim.accountId(), Claim.State.ENDED, claim.units(), null);
    }

    private Standing with(Claim.State state, List<Integer> units, @Nullable Instant until) {
        return new Standing(
                new Claim(claim.claimId(), claim.poolId(), claim.accountId(), state, units, until), allowances);
    }
}
