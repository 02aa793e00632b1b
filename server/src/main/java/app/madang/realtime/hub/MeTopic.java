package app.madang.realtime.hub;

import app.madang.identity.Viewer;
import app.madang.realtime.LiveEvent;
import app.madang.realtime.LiveTopic;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What concerns one account alone. Its events are numbered here and kept for a short break only; whoever was away
 * longer is told to fetch again.
 */
@Component
class MeTopic implements LiveTopic {

    static final String KIND = "me";
    private static final int KEPT_EVENTS_MAX = 64;
    private static final long KEPT_AFTER_LEAVING_S = 120;

    private final Map<String, Log> logs = new ConcurrentHashMap<>();
    private final Clock clock;

    MeTopic(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mayFollow(Viewer viewer, String key) {
        return viewer.accountId().toString().equals(key);
    }

    @Override
    public long version(String key) {
        return log(key).version();
    }

    @Override
    public Optional<List<LiveEvent>> since(String key, long version) {
        return log(key).since(version);
    }

    @Override
    public void watched(String key) {
        // In one step with looking it up: it must not be forgotten in between.
        logs.compute(key, (_, known) -> {
            var log = known == null ? newLog() : known;
            log.left(null);
            return log;
        });
    }

    @Override
    public void unwatched(String key) {
        log(key).left(clock.instant());
    }

    /** The numbered event; null when nobody follows or could resume. */
    @Nullable
    LiveEvent number(UUID accountId, String type, Supplier<Map<String, ?>> data) {
        var log = logs.get(accountId.toString());
        return log == null ? null : log.append(type, data.get());
    }

    void forgetThoseWhoLeft() {
        var before = clock.instant().minusSeconds(KEPT_AFTER_LEAVING_S);
        for (var key : logs.keySet()) {
            logs.computeIfPresent(key, (_, log) -> log.leftBefore(before) ? null : log);
        }
    }

    private Log log(String key) {
        return logs.computeIfAbsent(key, _ -> newLog());
    }

    private Log newLog() {
        return new Log(ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
    }

    /**
     * Numbers start at the microseconds of the log's birth, below 2^53 for the next two centuries: numbers of an earlier
     * log of the account, before a restart or on another node, are never mistaken for numbers of this one.
     */
    private static final class Log {

        private final ArrayDeque<LiveEvent> kept = new ArrayDeque<>(0);
        private long version;
        private @Nullable Instant left;

        Log(long version) {
            this.version = version;
        }

        synchronized long version() {
            return version;
        }

        synchronized LiveEvent append(String type, Map<String, ?> data) {
            var event = new LiveEvent(KIND, ++version, type, data);
            kept.addLast(event);
            if (kept.size() > KEPT_EVENTS_MAX) {
                kept.removeFirst();
            }
            return event;
        }

        synchronized Optional<List<LiveEvent>> since(long since) {
            var oldest = version - kept.size();
            return since < oldest || since > version
                    ? Optional.empty()
                    : Optional.of(kept.stream()
                            .filter(event -> event.version() > since)
                            .toList());
        }

        synchronized void left(@Nullable Instant at) {
            left = at;
        }

        synchronized boolean leftBefore(Instant time) {
            return left != null && left.isBefore(time);
        }
    }
}
