package app.madang.booking.domain;

import app.madang.booking.BookingRefusal;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import java.time.Instant;
import java.util.List;

/**
 * One call of a client: when it was made, when it returned, and what was said. No outcomes: nobody knows what became of
 * it.
 */
record Asked(
        Wire.Verb verb,
        List<Command> commands,
        List<Outcome> outcomes,
        Instant callAt,
        Instant returnAt,
        long callNanos,
        long returnNanos) {

    boolean isOpen() {
        return outcomes.isEmpty()
                || outcomes.getFirst() instanceof Outcome.Refused(var refusal)
                        && refusal instanceof BookingRefusal.OutcomeUnknown;
    }

    boolean returnedBefore(Asked other) {
        return returnNanos < other.callNanos;
    }
}
