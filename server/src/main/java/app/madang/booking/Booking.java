package app.madang.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door to the engine. Two entrances, one decision function. */
public interface Booking {

    /**
     * Decides one command in the pool's lane, together with whatever else is queued there, in a transaction of its
     * own. Blocks the calling (virtual) thread until the answer is durable. Must not be called inside a transaction.
     * Full queues answer {@link BookingRefusal.Busy}.
     */
    Outcome submit(Command command, @Nullable Receipt receipt);

    default Outcome submit(Command command) {
        return submit(command, null);
    }

    /**
     * Decides commands in the caller's transaction, all or none: heads of all their pools are locked in id order before
     * anything else. Must be the first write of the transaction, called once in it, with no I/O until the commit.
     *
     * @return one {@link Outcome.Granted} per command in their order, or a single-element list with the first refusal,
     *     in which case nothing was written and the caller rolls back or goes on without
     */
    List<Outcome> within(List<Command> commands);
}
