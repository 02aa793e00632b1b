package app.madang.realtime.socket;

import app.madang.realtime.hub.Hub;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks after all sockets with one thread: silence, slowness, expiry; and sends them away when the node stops. */
@Component
class SocketCare implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SocketCare.class);
    private static final long DRAIN_POLL_MS = 20;
    private static final long TIDY_S = 30;

    private final Sockets sockets;
    private final Hub hub;
    private final RealtimeSettings settings;
    private final Clock clock;
    private volatile @Nullable ScheduledExecutorService ticker;

    SocketCare(Sockets sockets, Hub hub, RealtimeSettings settings, Clock clock) {
        this.sockets = sockets;
        this.hub = hub;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        sockets.welcome();
        var thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("socket-care").factory());
        var tick = settings.tick().toMillis();
        var _ = thread.scheduleWithFixedDelay(this::look, tick, tick, TimeUnit.MILLISECONDS);
        var _ = thread.scheduleWithFixedDelay(hub::tidy, TIDY_S, TIDY_S, TimeUnit.SECONDS);
        ticker = thread;
    }

    private void look() {
        var nowNanos = System.nanoTime();
        var instant = clock.instant();
        for (var socket : sockets.all()) {
            try {
                socket.look(nowNanos, instant, settings);
            } catch (RuntimeException e) {
                LOG.error("A socket could not be looked after", e);
            }
        }
    }

    /** Goodbye to all, a while for their answers, then the cut. */
    @Override
    public void stop() {
        sockets.drain();
        var deadline = System.nanoTime() + settings.drainWithin().toNanos();
        try {
            while (!sockets.all().isEmpty() && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(DRAIN_POLL_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sockets.all().forEach(LiveSocket::cut);
        var thread = ticker;
        if (thread != null) {
            thread.shutdownNow();
            ticker = null;
        }
    }

    @Override
    public boolean isRunning() {
        return ticker != null;
    }

    /** Before the web server's graceful shutdown (1024 below the default), which does not know of sockets. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 512;
    }
}
