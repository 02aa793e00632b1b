package app.madang.realtime.socket;

import app.madang.identity.Viewer;
import app.madang.realtime.hub.Frames;
import app.madang.realtime.hub.Hub;
import app.madang.realtime.hub.Outlet;
import app.madang.realtime.hub.Subscription;
import io.github.bucket4j.Bucket;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one client says, and what it is answered. Messages come one at a time; the end may come from anywhere. */
final class Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final Viewer viewer;
    private final Outlet outlet;
    private final Bucket allowance;
    private final Talk talk;
    private int faults;

    /** Guarded by this. */
    private final Map<String, Subscription> subscriptions = new HashMap<>(4);

    private boolean ended;

    Conversation(Viewer viewer, Outlet outlet, Bucket allowance, Talk talk) {
        this.viewer = viewer;
        this.outlet = outlet;
        this.allowance = allowance;
        this.talk = talk;
    }

    Viewer viewer() {
        return viewer;
    }

    synchronized int subscriptions() {
        return subscriptions.size();
    }

    /** Takes one from the account's allowance of frames. */
    boolean mayGoOn() {
        return allowance.tryConsume(1);
    }

    /** Answers one message; returns why the client has to go, if it has to. */
    @Nullable
    CloseReason hear(String text) {
        return switch (talk.parser().parse(text)) {
            case Message.Subscribe subscribe -> {
                subscribe(subscribe);
                yield null;
            }
            case Message.Unsubscribe unsubscribe -> {
                leave(unsubscribe.topic());
                yield null;
            }
            case Message.Ping ping -> {
                outlet.send(frames().pong(ping.t(), talk.clock().instant()));
                yield null;
            }
            case Message.Malformed malformed -> {
                refuse(malformed.id(), malformed.code());
                yield ++faults >= talk.settings().faultsPerSocket() ? CloseReason.TOO_MANY_FAULTS : null;
            }
        };
    }

    /** Leaves all topics, for good. */
    void end() {
        Map<String, Subscription> left;
        synchronized (this) {
            ended = true;
            left = Map.copyOf(subscriptions);
            subscriptions.clear();
        }
        left.values().forEach(talk.hub()::unsubscribe);
    }

    private void subscribe(Message.Subscribe message) {
        leave(message.topic());
        if (subscriptions() >= talk.settings().subscriptionsPerSocket()) {
            refuse(message.id(), "too_many_subscriptions");
            return;
        }
        Hub.Answer answer;
        try {
            answer = talk.hub().subscribe(outlet, viewer, message.topic(), message.since(), message.id());
        } catch (RuntimeException e) {
            LOG.error("Cannot subscribe to {}", message.topic(), e);
            refuse(message.id(), "unavailable");
            return;
        }
        switch (answer) {
            case Hub.Answer.Following(var subscription) -> keep(message.topic(), subscription);
            case Hub.Answer.Unknown() -> refuse(message.id(), "not_found");
            case Hub.Answer.Forbidden() -> refuse(message.id(), "forbidden");
        }
    }

    private void keep(String topic, Subscription subscription) {
        synchronized (this) {
            if (!ended) {
                subscriptions.put(topic, subscription);
                return;
            }
        }
        // The socket ended while it was subscribing.
        talk.hub().unsubscribe(subscription);
    }

    private void leave(String topic) {
        Subscription left;
        synchronized (this) {
            left = subscriptions.remove(topic);
        }
        if (left != null) {
            talk.hub().unsubscribe(left);
        }
    }

    private void refuse(@Nullable Long id, String code) {
        outlet.send(frames().error(id, code));
    }

    private Frames frames() {
        return talk.frames();
    }
}
