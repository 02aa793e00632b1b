package app.madang.booking;

import java.time.Instant;
import java.util.List;

/** The engine's answer to one {@link Command}. Given only after what it says is durable. */
public sealed interface Outcome {

    /**
     * Yes.
     *
     * @param claims the claims the command changed, as they stand after it: one for most, two for a swap, none for
     *     policy changes
     * @param version the pool's version after the command
     * @param at the database's time of the decision
     * @param repeated true when nothing had to be changed, such as confirming twice
     */
    record Granted(List<Claim> claims, long version, Instant at, boolean repeated) implements Outcome {

        public Claim claim() {
            return claims.getFirst();
        }

        /** Seconds until the hold runs out, rounded up; 0 when it is not a hold. */
        public long secondsLeft() {
            var until = claim().until();
            return until == null ? 0 : BookingRefusal.secondsLeft(at, until);
        }
    }

    /** No, and why. */
    record Refused(BookingRefusal refusal) implements Outcome {}

    /** The same key was answered before: this is that answer, byte for byte. */
    record Replayed(int status, String body) implements Outcome {}
}
