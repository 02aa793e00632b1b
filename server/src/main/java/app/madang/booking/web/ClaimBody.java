package app.madang.booking.web;

import app.madang.booking.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record ClaimBody(
        UUID claimId,
        UUID poolId,
        String state,
        List<Integer> units,
        @Nullable Instant until) {

    static ClaimBody of(Claim claim) {
        return new ClaimBody(claim.claimId(), claim.poolId(), name(claim.state()), claim.units(), claim.until());
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
