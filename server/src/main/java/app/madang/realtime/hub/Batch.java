package app.madang.realtime.hub;

import java.util.List;

/** Consecutive events of one topic, encoded once for all its subscribers. */
final class Batch {

    private final List<Encoded> events;
    private final Frame all;

    /** One event as it goes over the wire. */
    record Encoded(long version, Frame frame) {}

    Batch(List<Encoded> events) {
        this.events = events;
        this.all = joined(events);
    }

    long first() {
        return events.getFirst().version();
    }

    long last() {
        return events.getLast().version();
    }

    List<Encoded> events() {
        return events;
    }

    /** The events after {@code version}, of which there is at least one. */
    Frame after(long version) {
        return version < first() ? all : joined(events.subList((int) (version - first()) + 1, events.size()));
    }

    private static Frame joined(List<Encoded> events) {
        return Frame.joined(events.stream().map(Encoded::frame).toList());
    }
}
