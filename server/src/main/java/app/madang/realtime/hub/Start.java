package app.madang.realtime.hub;

import app.madang.realtime.hub.Batch.Encoded;
import java.util.List;

/**
 * Where a subscription starts.
 *
 * @param version the topic's version that the subscriber has after {@code missed}, or after fetching the snapshot again
 * @param missed the events between the version the subscriber had and {@code version}
 * @param resync the missed events are no longer at hand
 */
record Start(long version, List<Encoded> missed, boolean resync) {

    static Start at(long version) {
        return new Start(version, List.of(), false);
    }
}
