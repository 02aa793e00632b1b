package app.madang.identity.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * This node's copy of the log-ins and single access tokens that ended before their time. What ends here is known
 * at once, what ends elsewhere within a second; PostgreSQL has them all, so a restart forgets none.
 */
@Component
class EndedSessions {

    private static final Logger log = LoggerFactory.getLogger(EndedSessions.class);

    /** Reaches back over what was read before: an end may become visible a while after the time it carries. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private final Map<UUID, Instant> ended = new ConcurrentHashMap<>();
    private final Map<UUID, Instant> tokens = new ConcurrentHashMap<>();
    private final List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();
    private final SessionStore store;
    private final Duration remembered;
    private final Clock clock;
    private volatile boolean readOnce;

    EndedSessions(SessionStore store, IdentitySettings settings, Clock clock) {
        this.store = store;
        this.remembered = settings.accessToken().plus(OVERLAP);
        this.clock = clock;
    }

    boolean contains(UUID sessionId) {
        return ended.containsKey(sessionId);
    }

    boolean containsToken(UUID tokenId) {
        return tokens.containsKey(tokenId);
    }

    void addToken(UUID tokenId) {
        tokens.putIfAbsent(tokenId, clock.instant());
    }

    void onEnded(Consumer<UUID> listener) {
        listeners.add(listener);
    }

    void add(UUID sessionId) {
        add(sessionId, clock.instant());
    }

    private void add(UUID sessionId, Instant at) {
        if (ended.putIfAbsent(sessionId, at) == null) {
            for (var listener : listeners) {
                try {
                    listener.accept(sessionId);
                } catch (RuntimeException e) {
                    log.error("A listener failed on the end of session {}", sessionId, e);
                }
            }
        }
    }

    void refresh() {
        var since = readOnce ? OVERLAP : remembered;
        for (var session : store.endedWithin(since)) {
            add(session.sessionId(), session.at());
        }
        for (var token : store.tokensEndedWithin(since)) {
            tokens.putIfAbsent(token.tokenId(), token.at());
        }
        readOnce = true;
        var old = clock.instant().minus(remembered);
        ended.values().removeIf(at -> at.isBefore(old));
        tokens.values().removeIf(at -> at.isBefore(old));
    }
}
