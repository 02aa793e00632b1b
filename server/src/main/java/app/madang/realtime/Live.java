package app.madang.realtime;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The door through which modules tell the subscribers on this node what changed. Never blocks on a slow reader. */
public interface Live {

    /** Sends events of one topic, oldest first, to its subscribers on this node. */
    void publish(List<LiveEvent> events);

    /** Sends an event on {@code me} to every socket of the account on this node; the hub numbers it. */
    default void tell(UUID accountId, String type, Map<String, ?> data) {
        tell(accountId, type, () -> data);
    }

    /** The same, for data worth making only when somebody listens. */
    void tell(UUID accountId, String type, Supplier<Map<String, ?>> data);
}
