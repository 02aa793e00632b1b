package app.madang.booking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One account's all-or-nothing claim on units of one pool, as it stands after a decision.
 *
 * @param accountId null for a block
 * @param until when a hold runs out; null once confirmed
 */
public record Claim(
        UUID claimId,
        UUID poolId,
        @Nullable UUID accountId,
        State state,
        List<Integer> units,
        @Nullable Instant until) {

    public enum State {
        HELD,
        CONFIRMED,
        ENDED
    }

    /** Whether the claim still stands at {@code now}: a hold whose time has passed does not. */
    public boolean isLive(Instant now) {
        return switch (state) {
            case HELD -> until != null && now.isBefore(until);
            case CONFIRMED -> true;
            case ENDED -> false;
        };
    }

    public boolean isBlock() {
        return accountId == null;
    }
}
