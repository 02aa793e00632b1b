package app.madang.realtime;

import app.madang.identity.Viewer;
import java.util.List;
import java.util.Optional;

/** A family of topics that a module offers: {@code pool:<key>}, {@code court:<key>} … The hub finds all beans of this type. */
public interface LiveTopic {

    /** The part of the topic's name before the colon. */
    String kind();

    /** Whether the viewer may follow the topic now; false also for keys that do not exist. */
    boolean mayFollow(Viewer viewer, String key);

    /** The topic's version now. */
    long version(String key);

    /**
     * The events after {@code version} up to now, oldest first; empty when they are no longer at hand, upon which the
     * subscriber is told to fetch the snapshot again.
     */
    Optional<List<LiveEvent>> since(String key, long version);

    /** Called when a key gets its first subscriber on this node; must not block. */
    default void watched(String key) {}

    /** Called when a key loses its last subscriber on this node; must not block. */
    default void unwatched(String key) {}
}
