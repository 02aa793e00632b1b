package app.madang.realtime.socket;

import app.madang.realtime.hub.Frame;
import app.madang.realtime.hub.Outlet;
import java.nio.ByteBuffer;
import java.nio.channels.CompletionHandler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.util.net.SocketWrapperBase.BlockingMode;
import org.apache.tomcat.util.net.SocketWrapperBase.CompletionState;
import org.jspecify.annotations.Nullable;

/**
 * The writing half of a socket. At most one write is under way; what comes meanwhile is queued up to a bound. While the
 * client keeps up there is no queue at all.
 */
final class Outbox implements Outlet {

    /** Queued bytes above which news is no longer queued but replaced by a resync. */
    private static final int LAGGING_BYTES = 64 * 1024;

    /** Queued bytes above which the client is not worth waiting for. */
    private static final int QUEUED_BYTES_MAX = 256 * 1024;

    private static final int FRAMES_PER_WRITE_MAX = 16;

    private final SocketWrapperBase<?> wire;
    private final Traffic traffic;

    /** Everything below is guarded by this. */
    private @Nullable ArrayDeque<Frame> queue;

    private @Nullable List<Runnable> onCaughtUp;
    private int queuedBytes;
    private boolean writing;
    private long behindSinceNanos;
    private boolean closing;
    private boolean cut;

    Outbox(SocketWrapperBase<?> wire, Traffic traffic) {
        this.wire = wire;
        this.traffic = traffic;
    }

    @Override
    public void send(Frame frame) {
        synchronized (this) {
            if (closing || cut) {
                return;
            }
            if (queuedBytes > QUEUED_BYTES_MAX) {
                close(CloseReason.SLOW_READER, CloseReason.SLOW_READER.text());
                return;
            }
            enqueue(frame);
        }
    }

    @Override
    public boolean offer(Frame frame, Runnable caughtUp) {
        synchronized (this) {
            if (closing || cut) {
                return true;
            }
            if (queuedBytes > LAGGING_BYTES) {
                if (onCaughtUp == null) {
                    onCaughtUp = new ArrayList<>();
                }
                onCaughtUp.add(caughtUp);
                return false;
            }
            enqueue(frame);
        }
        return true;
    }

    /** Says goodbye: nothing queued before is sent any more, nor anything after. */
    synchronized void close(CloseReason reason, String text) {
        if (closing || cut) {
            return;
        }
        traffic.closed(reason);
        closing = true;
        onCaughtUp = null;
        if (queue != null) {
            queuedBytes -= queue.stream().mapToInt(Frame::length).sum();
            queue = null;
        }
        enqueue(reason.frame(text));
    }

    synchronized boolean isClosing() {
        return closing || cut;
    }

    synchronized boolean isWriting() {
        return writing;
    }

    /** Whether something queued has waited longer than this. */
    synchronized boolean isBehind(long nanos) {
        return writing && System.nanoTime() - behindSinceNanos > nanos;
    }

    /** Drops the connection. Under the same lock as every write, so that no write meets a recycled channel. */
    synchronized boolean cut() {
        if (cut) {
            return false;
        }
        gone();
        wire.close();
        return true;
    }

    /** The container is closing the connection itself. */
    synchronized void gone() {
        cut = true;
        queue = null;
        onCaughtUp = null;
    }

    private void enqueue(Frame frame) {
        if (queue == null) {
            queue = new ArrayDeque<>(2);
        }
        queue.add(frame);
        queuedBytes += frame.length();
        // Whoever waits for the queue to empty does so because a write is under way; its completion tells them.
        if (!writing) {
            behindSinceNanos = System.nanoTime();
            flush();
        }
    }

    /** Writes until the queue is empty or the network takes no more; returns who was waiting for the former. */
    private List<Runnable> flush() {
        while (!cut && queue != null) {
            var frames = take(queue);
            var bytes = frames.stream().mapToInt(Frame::length).sum();
            traffic.sent(frames.size());
            writing = true;
            var state = wire.write(
                    BlockingMode.NON_BLOCK,
                    -1,
                    TimeUnit.MILLISECONDS,
                    bytes,
                    SocketWrapperBase.COMPLETE_WRITE,
                    written,
                    frames.stream().map(Frame::buffer).toArray(ByteBuffer[]::new));
            if (state != CompletionState.INLINE) {
                // The handler was or will be called; on another thread it waits for this lock.
                return List.of();
            }
            writing = false;
            queuedBytes -= bytes;
        }
        var waiting = onCaughtUp == null ? List.<Runnable>of() : onCaughtUp;
        onCaughtUp = null;
        return waiting;
    }

    private List<Frame> take(ArrayDeque<Frame> from) {
        var frames = new ArrayList<Frame>(1);
        while (frames.size() < FRAMES_PER_WRITE_MAX && !from.isEmpty()) {
            frames.add(from.poll());
        }
        if (from.isEmpty()) {
            queue = null;
        }
        return frames;
    }

    private final CompletionHandler<Long, Integer> written = new CompletionHandler<>() {
        @Override
        public void completed(Long bytes, Integer queued) {
            List<Runnable> caughtUp;
            synchronized (Outbox.this) {
                writing = false;
                queuedBytes -= queued;
                caughtUp = flush();
            }
            caughtUp.forEach(Runnable::run);
        }

        @Override
        public void failed(Throwable failure, Integer queued) {
            cut();
        }
    };
}
