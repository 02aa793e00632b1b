package app.madang.realtime.hub;

import app.madang.realtime.LiveEvent;
import app.madang.realtime.LiveTopic;
import app.madang.realtime.hub.Batch.Encoded;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One topic that somebody on this node follows. Publishers may come in any order: events wait for their predecessors,
 * and one short-lived virtual thread at a time sends them on, so that publishing never waits for readers.
 */
final class Channel {

    private static final Logger LOG = LoggerFactory.getLogger(Channel.class);
    private static final long UNKNOWN = -1;
    private static final int RECENT_EVENTS_MAX = 256;
    private static final int BATCH_EVENTS_MAX = 128;
    private static final int WAITING_EVENTS_MAX = 4_096;
    private static final long GAP_PATIENCE_MS = 20;
    private static final int SUBSCRIBERS_PER_YIELD = 64;

    private final String topic;
    private final LiveTopic source;
    private final String key;
    private final Frames frames;
    private final Set<Subscription> subscribers = ConcurrentHashMap.newKeySet(1);

    /** Guarded by this, like the two after it. */
    private final TreeMap<Long, LiveEvent> waiting = new TreeMap<>();

    private final ArrayDeque<Encoded> recent = new ArrayDeque<>(0);
    private boolean draining;

    /** Version of the last event on its way to the subscribers; written under this lock. */
    private volatile long last = UNKNOWN;

    /** From the first publication on, no late first subscriber may lower {@link #last} any more. */
    private boolean published;

    Channel(String topic, LiveTopic source, String key, Frames frames) {
        this.topic = topic;
        this.source = source;
        this.key = key;
        this.frames = frames;
    }

    String topic() {
        return topic;
    }

    LiveTopic source() {
        return source;
    }

    String key() {
        return key;
    }

    long last() {
        return last;
    }

    void add(Subscription subscription) {
        subscribers.add(subscription);
    }

    /** Whether nobody is left. */
    boolean remove(Subscription subscription) {
        subscribers.remove(subscription);
        return subscribers.isEmpty();
    }

    synchronized void publish(List<LiveEvent> events) {
        published = true;
        for (var event : events) {
            if (event.version() > last) {
                waiting.putIfAbsent(event.version(), event);
            }
        }
        while (waiting.size() > WAITING_EVENTS_MAX) {
            waiting.pollFirstEntry();
        }
        if (draining) {
            notifyAll();
        } else if (!waiting.isEmpty()) {
            draining = true;
            Thread.ofVirtual().name("live " + topic).start(this::drain);
        }
    }

    /**
     * Where a subscriber that is already listed starts. It must be listed before: an event sent while this looks is
     * then either held for it or, having been sent before it was listed, seen here in {@link #last}.
     */
    Start start(@Nullable Long since) {
        var known = startFromRecent(since);
        return known != null ? known : startFromSource(since);
    }

    private synchronized @Nullable Start startFromRecent(@Nullable Long since) {
        if (last == UNKNOWN) {
            return null;
        }
        if (since == null || since == last) {
            return Start.at(last);
        }
        var oldest = recent.peekFirst();
        if (oldest == null || since > last || since < oldest.version() - 1) {
            return null;
        }
        return new Start(
                last, recent.stream().filter(event -> event.version() > since).toList(), false);
    }

    private Start startFromSource(@Nullable Long since) {
        var version = source.version(key);
        List<Encoded> missed = List.of();
        var resync = false;
        if (since != null && since != version) {
            var events = since < version ? source.since(key, since) : Optional.<List<LiveEvent>>empty();
            resync = events.isEmpty() || !continues(events.get(), since);
            if (!resync) {
                missed = encoded(events.orElseThrow());
                version = missed.getLast().version();
            }
        }
        var sent = baseline(version);
        return sent > version ? new Start(sent, List.of(), since != null) : new Start(version, missed, resync);
    }

    private static boolean continues(List<LiveEvent> events, long since) {
        return !events.isEmpty()
                && events.getFirst().version() == since + 1
                && events.getLast().version() == since + events.size();
    }

    /** Before anything is published, the lowest version any first subscriber starts from; returns what was sent so far. */
    private synchronized long baseline(long version) {
        if (!published && (last == UNKNOWN || version < last)) {
            last = version;
        }
        return last;
    }

    private void drain() {
        while (true) {
            try {
                var batch = next();
                if (batch == null) {
                    return;
                }
                if (batch.isEmpty()) {
                    closeGap();
                } else {
                    send(batch);
                }
            } catch (RuntimeException e) {
                LOG.error("Sending on {} failed; its subscribers are told to fetch again", topic, e);
            }
        }
    }

    /** The next consecutive events; empty when one is missing; null, and the thread ends, when none is left. */
    private synchronized @Nullable List<LiveEvent> next() {
        waiting.headMap(last, true).clear();
        if (waiting.isEmpty()) {
            draining = false;
            return null;
        }
        if (last == UNKNOWN) {
            last = waiting.firstKey() - 1;
        }
        var batch = new ArrayList<LiveEvent>();
        while (batch.size() < BATCH_EVENTS_MAX && !waiting.isEmpty() && waiting.firstKey() == last + batch.size() + 1) {
            batch.add(waiting.pollFirstEntry().getValue());
        }
        return batch;
    }

    /** A predecessor is missing: it may be on its way, or the module has it, or everybody must fetch again. */
    private void closeGap() {
        if (awaitPredecessor()) {
            return;
        }
        Optional<List<LiveEvent>> events;
        try {
            events = source.since(key, last);
        } catch (RuntimeException e) {
            LOG.warn("The events of {} after {} cannot be read", topic, last, e);
            events = Optional.empty();
        }
        synchronized (this) {
            events.ifPresent(found -> found.forEach(event -> waiting.putIfAbsent(event.version(), event)));
            waiting.headMap(last, true).clear();
            if (!waiting.isEmpty() && waiting.firstKey() > last + 1) {
                recent.clear();
                last = waiting.firstKey() - 1;
            }
        }
    }

    private synchronized boolean awaitPredecessor() {
        var deadline = System.nanoTime() + GAP_PATIENCE_MS * 1_000_000;
        while (waiting.firstKey() > last + 1) {
            var leftMs = (deadline - System.nanoTime()) / 1_000_000;
            if (leftMs <= 0) {
                return false;
            }
            try {
                wait(leftMs);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private void send(List<LiveEvent> events) {
        var batch = new Batch(encoded(events));
        synchronized (this) {
            recent.addAll(batch.events());
            while (recent.size() > RECENT_EVENTS_MAX) {
                recent.removeFirst();
            }
            // Before the subscribers are walked: whoever is listed too late for this batch must see it here.
            last = batch.last();
        }
        var served = 0;
        for (var subscription : subscribers) {
            subscription.deliver(batch);
            if (++served % SUBSCRIBERS_PER_YIELD == 0) {
                Thread.yield();
            }
        }
    }

    private List<Encoded> encoded(List<LiveEvent> events) {
        return events.stream()
                .map(event -> new Encoded(event.version(), frames.event(topic, event)))
                .toList();
    }
}
