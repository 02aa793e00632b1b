package app.madang.realtime.hub;

import app.madang.realtime.hub.Batch.Encoded;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One client's place in one topic. What it sends is consecutive from the acknowledged version on; any hole is a resync. */
public final class Subscription {

    private static final int HELD_BATCHES_MAX = 64;

    private final Outlet outlet;
    private final Channel channel;
    private final Frames frames;

    /** Version of the last event sent; what follows must be the next one. */
    private long at;

    private @Nullable List<Batch> held = new ArrayList<>(0);
    private boolean heldTooMuch;
    private boolean lagging;
    private boolean ended;

    Subscription(Outlet outlet, Channel channel, Frames frames) {
        this.outlet = outlet;
        this.channel = channel;
        this.frames = frames;
    }

    Channel channel() {
        return channel;
    }

    /** Acknowledges, sends what was missed, then what happened while the start was being looked up. */
    synchronized void begin(@Nullable Long id, Start start) {
        outlet.send(frames.subscribed(id, channel.topic(), start.version()));
        at = start.version();
        if (start.resync()) {
            resync(at);
        } else if (!start.missed().isEmpty()) {
            outlet.send(Frame.joined(start.missed().stream().map(Encoded::frame).toList()));
        }
        var meanwhile = held == null ? List.<Batch>of() : held;
        held = null;
        if (heldTooMuch) {
            // The newest ones are missing from the list: what is sent must not look complete.
            resync(Math.max(at, channel.last()));
        } else {
            meanwhile.forEach(this::apply);
        }
    }

    synchronized void deliver(Batch batch) {
        if (ended) {
            return;
        }
        if (held == null) {
            apply(batch);
        } else if (held.size() < HELD_BATCHES_MAX) {
            held.add(batch);
        } else {
            heldTooMuch = true;
        }
    }

    synchronized void end() {
        ended = true;
    }

    private void apply(Batch batch) {
        if (batch.last() <= at) {
            return;
        }
        if (batch.first() > at + 1) {
            resync(batch.last());
            return;
        }
        if (!lagging && !outlet.offer(batch.after(at), this::caughtUp)) {
            lagging = true;
        }
        at = batch.last();
    }

    private void resync(long version) {
        at = version;
        if (!lagging && !outlet.offer(frames.resync(channel.topic(), version), this::caughtUp)) {
            lagging = true;
        }
    }

    /** A lagging reader gets one resync in place of everything it missed. */
    private synchronized void caughtUp() {
        lagging = false;
        if (!ended) {
            resync(at);
        }
    }
}
