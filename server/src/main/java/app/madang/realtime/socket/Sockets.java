package app.madang.realtime.socket;

import app.madang.identity.Sessions;
import app.madang.identity.Viewer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All sockets of this node. */
@Component
class Sockets {

    private static final Duration ALLOWANCE_KEPT = Duration.ofMinutes(1);

    private final Set<LiveSocket> all = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Integer> countByAccount = new ConcurrentHashMap<>();
    private final Cache<UUID, Bucket> allowances =
            Caffeine.newBuilder().expireAfterAccess(ALLOWANCE_KEPT).build();
    private final Cache<UUID, Boolean> endedSessions;
    private final RealtimeSettings settings;
    private final Traffic traffic;
    private final Talk talk;
    private volatile boolean draining;

    Sockets(RealtimeSettings settings, Traffic traffic, Talk talk, Sessions sessions, MeterRegistry meters) {
        this.settings = settings;
        this.traffic = traffic;
        this.talk = talk;
        // As long as a ticket or a handshake begun before the end may still arrive.
        endedSessions = Caffeine.newBuilder()
                .expireAfterWrite(settings.ticketLife().multipliedBy(2))
                .build();
        sessions.onEnded(this::sessionEnded);
        Gauge.builder("madang.realtime.sockets", all, Set::size)
                .description("Open sockets")
                .register(meters);
        Gauge.builder("madang.realtime.subscriptions", this, Sockets::subscriptions)
                .description("Topics followed, over all sockets")
                .register(meters);
    }

    Traffic traffic() {
        return traffic;
    }

    Set<LiveSocket> all() {
        return all;
    }

    boolean isDraining() {
        return draining;
    }

    boolean hasEnded(UUID sessionId) {
        return endedSessions.getIfPresent(sessionId) != null;
    }

    /** Whether the account may open one more. Two at once may both pass: the bound is against floods, not exact. */
    boolean admits(@Nullable Viewer viewer) {
        return viewer == null || countByAccount.getOrDefault(viewer.accountId(), 0) < settings.socketsPerAccount();
    }

    void enter(LiveSocket socket, @Nullable Viewer viewer) {
        if (viewer != null) {
            countByAccount.merge(viewer.accountId(), 1, Integer::sum);
        }
        socket.admit(new LiveSocket.Admission(this, viewer));
        all.add(socket);
    }

    void forget(LiveSocket socket) {
        if (all.remove(socket) && socket.viewer() instanceof Viewer viewer) {
            countByAccount.computeIfPresent(viewer.accountId(), (_, count) -> count == 1 ? null : count - 1);
        }
    }

    /** Makes what the socket's owner {@code T} needs of an open connection. */
    <T> T open(SocketWrapperBase<?> wire, @Nullable Viewer viewer, Opening<T> opening) {
        var outbox = new Outbox(wire, traffic);
        return opening.of(
                wire,
                outbox,
                viewer == null ? null : new Conversation(viewer, outbox, allowance(viewer.accountId()), talk));
    }

    interface Opening<T> {
        T of(SocketWrapperBase<?> wire, Outbox outbox, @Nullable Conversation conversation);
    }

    /** Says at once goodbye to whoever may not stay; looked at after listing, so that no end is missed. */
    void opened(LiveSocket socket) {
        var viewer = socket.viewer();
        if (viewer == null) {
            socket.close(CloseReason.NOT_LOGGED_IN);
        } else if (hasEnded(viewer.sessionId())) {
            socket.close(CloseReason.SESSION_ENDED);
        } else if (draining) {
            sendAway(socket);
        }
    }

    void welcome() {
        draining = false;
    }

    /** Asks everybody to come back later, elsewhere, not all at once. New ones are refused from now on. */
    void drain() {
        draining = true;
        all.forEach(this::sendAway);
    }

    private void sendAway(LiveSocket socket) {
        var retryMs =
                ThreadLocalRandom.current().nextLong(settings.returnWithin().toMillis() + 1);
        socket.close(CloseReason.RESTART, "retry_ms=" + retryMs);
    }

    private void sessionEnded(UUID sessionId) {
        endedSessions.put(sessionId, true);
        for (var socket : all) {
            if (socket.viewer() instanceof Viewer viewer && viewer.sessionId().equals(sessionId)) {
                socket.close(CloseReason.SESSION_ENDED);
            }
        }
    }

    Bucket allowance(UUID accountId) {
        return allowances.get(
                accountId,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(settings.framesBurst())
                                .refillGreedy(settings.framesPerSecond(), Duration.ofSeconds(1)))
                        .build());
    }

    private double subscriptions() {
        return all.stream().mapToInt(LiveSocket::subscriptions).sum();
    }
}
