package app.madang.booking;

import java.util.List;
import java.util.UUID;

/** How often the engine said no, by pool and reason. */
public interface Refusals {

    List<Count> of(UUID poolId);

    /** {@code accounts} people were refused {@code count} times for this reason. */
    record Count(String reason, long count, long accounts) {}
}
