package app.madang.identity;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Live log-ins. */
public interface Sessions {

    /** The viewer of a valid access token; empty when forged, expired or ended. */
    Optional<Viewer> verify(String accessToken);

    /**
     * Calls back when a session ended, here at once, on other nodes within a second; the callback must not block.
     */
    void onEnded(Consumer<UUID> sessionId);
}
