package app.madang.realtime.socket;

import app.madang.identity.Viewer;
import app.madang.realtime.hub.Frame;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's WebSocket, directly on the container's connection: while nothing is said it holds no thread, timer,
 * queue or buffer of its own. Public because the container makes it.
 */
public final class LiveSocket implements InternalHttpUpgradeHandler {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSocket.class);
    private static final int READ_BYTES = 2 * 1024;

    private final FrameReader reader = new FrameReader();
    private volatile @Nullable Open open;
    private @Nullable Admission admission;

    /** After a breach of the protocol, what still comes is read and thrown away. */
    private boolean deaf;

    private volatile long heardAtNanos = System.nanoTime();
    private long pingedAtNanos = heardAtNanos;
    private long closingSinceNanos;

    /** Who was let in, by whom; the viewer is null for somebody who is only told to log in. */
    record Admission(Sockets sockets, @Nullable Viewer viewer) {}

    /** What there is once the container has handed over the connection. */
    private record Open(
            SocketWrapperBase<?> wire,
            Outbox outbox,
            @Nullable Conversation conversation) {}

    void admit(Admission letIn) {
        admission = letIn;
    }

    @Nullable
    Viewer viewer() {
        return admission == null ? null : admission.viewer();
    }

    int subscriptions() {
        var now = open;
        return now == null || now.conversation() == null
                ? 0
                : now.conversation().subscriptions();
    }

    @Override
    public void setSocketWrapper(SocketWrapperBase<?> wire) {
        if (admission == null) {
            throw new IllegalStateException("not admitted");
        }
        open = admission.sockets().open(wire, admission.viewer(), Open::new);
    }

    @Override
    public void init(WebConnection connection) {
        if (admission != null) {
            admission.sockets().opened(this);
        }
    }

    @Override
    public SocketState upgradeDispatch(SocketEvent event) {
        var now = open;
        var stays = now != null
                && switch (event) {
                    case OPEN_READ -> read(now);
                    case OPEN_WRITE -> true;
                    case STOP, TIMEOUT, DISCONNECT, ERROR, CONNECT_FAIL -> false;
                };
        if (stays) {
            return SocketState.UPGRADED;
        }
        destroy();
        return SocketState.CLOSED;
    }

    /** Takes everything that has arrived; false when the connection is to be closed. */
    private boolean read(Open now) {
        var buffer = ByteBuffer.allocate(READ_BYTES);
        try {
            while (true) {
                var count = now.wire().read(false, buffer.clear());
                if (count <= 0) {
                    return count == 0;
                }
                heardAtNanos = System.nanoTime();
                if (!deaf && !take(now, buffer.flip())) {
                    return false;
                }
            }
        } catch (IOException e) {
            return false;
        } catch (RuntimeException e) {
            LOG.error("A socket's message could not be handled", e);
            close(CloseReason.BROKEN);
            deaf = true;
            return true;
        }
    }

    private boolean take(Open now, ByteBuffer arrived) {
        reader.feed(arrived);
        for (var incoming = reader.next(); incoming != null; incoming = reader.next()) {
            switch (incoming) {
                case Incoming.Close() -> {
                    var answered = now.outbox().isClosing();
                    close(CloseReason.GOODBYE);
                    // What is still on its way goes out first; the next look closes the connection.
                    if (answered || !now.outbox().isWriting()) {
                        return false;
                    }
                }
                case Incoming.Breach(var reason) -> {
                    close(reason);
                    deaf = true;
                    return true;
                }
                case Incoming.Pong() -> allow(now);
                case Incoming.Ping(var payload) -> {
                    if (allow(now)) {
                        now.outbox().send(Frame.pong(payload));
                    }
                }
                case Incoming.Text(var text) -> {
                    if (allow(now) && now.conversation() != null) {
                        var reason = now.conversation().hear(text);
                        if (reason != null) {
                            close(reason);
                        }
                    }
                }
            }
        }
        return true;
    }

    private boolean allow(Open now) {
        if (now.conversation() == null || now.outbox().isClosing()) {
            return false;
        }
        if (now.conversation().mayGoOn()) {
            return true;
        }
        close(CloseReason.TOO_MANY_FRAMES);
        return false;
    }

    void close(CloseReason reason) {
        close(reason, reason.text());
    }

    /** Ends the conversation at once and says why; the connection is cut when the client does not answer in time. */
    void close(CloseReason reason, String text) {
        var now = open;
        if (now != null) {
            now.outbox().close(reason, text);
            endConversation(now);
        }
    }

    /** Called every tick: what nobody else would notice. */
    void look(long nowNanos, Instant instant, RealtimeSettings settings) {
        var now = open;
        var silence = nowNanos - heardAtNanos;
        if (now == null) {
            // The handshake's connection broke before it was handed over.
            if (silence > settings.deadAfter().toNanos()) {
                destroy();
            }
        } else if (now.outbox().isClosing()) {
            endConversation(now);
            closingSinceNanos = closingSinceNanos == 0 ? nowNanos : closingSinceNanos;
            if (nowNanos - closingSinceNanos > settings.closeWithin().toNanos()) {
                cut();
            }
        } else if (viewer() instanceof Viewer viewer && !instant.isBefore(viewer.expiresAt())) {
            close(CloseReason.TOKEN_EXPIRED);
        } else if (now.outbox().isBehind(settings.slowAfter().toNanos())) {
            close(CloseReason.SLOW_READER);
        } else if (silence > settings.deadAfter().toNanos()) {
            cut();
        } else if (Math.min(silence, nowNanos - pingedAtNanos)
                > settings.pingAfter().toNanos()) {
            pingedAtNanos = nowNanos;
            now.outbox().send(Frame.ping());
        }
    }

    /** Drops the connection without a word. */
    void cut() {
        var now = open;
        if (now != null && now.outbox().cut() && admission != null) {
            admission.sockets().traffic().cut();
        }
        destroy();
    }

    /** The connection is gone, or will be when the container returns from here. */
    @Override
    public void destroy() {
        var now = open;
        if (now != null) {
            now.outbox().gone();
            endConversation(now);
        }
        if (admission != null) {
            admission.sockets().forget(this);
        }
    }

    private static void endConversation(Open now) {
        if (now.conversation() != null) {
            now.conversation().end();
        }
    }

    @Override
    public void timeoutAsync(long now) {
        // The care of all sockets looks after this one.
    }

    @Override
    public void setSslSupport(SSLSupport sslSupport) {
        // TLS is the connection's business.
    }

    @Override
    public void pause() {
        // Draining says goodbye.
    }
}
