package app.madang.booking;

import java.util.UUID;

/** Names a live claim of a pool. */
public sealed interface Target {

    record Claim(UUID claimId) implements Target {}

    /** Whatever claim sits on this unit. */
    record Unit(int unit) implements Target {}
}
