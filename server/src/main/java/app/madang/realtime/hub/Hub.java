package app.madang.realtime.hub;

import app.madang.identity.Viewer;
import app.madang.realtime.Live;
import app.madang.realtime.LiveEvent;
import app.madang.realtime.LiveTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** All topics followed on this node. */
@Component
public class Hub implements Live, SmartInitializingSingleton {

    private static final int TOPIC_LENGTH_MAX = 200;

    private final Map<String, Channel> channels = new ConcurrentHashMap<>();
    private final ObjectProvider<LiveTopic> offered;
    private final MeTopic me;
    private final Frames frames;
    private volatile Map<String, LiveTopic> topics = Map.of();

    Hub(ObjectProvider<LiveTopic> offered, MeTopic me, Frames frames) {
        this.offered = offered;
        this.me = me;
        this.frames = frames;
    }

    /** Collected late: the modules that offer topics also publish through this hub. */
    @Override
    public void afterSingletonsInstantiated() {
        topics = offered.stream().collect(Collectors.toUnmodifiableMap(LiveTopic::kind, Function.identity()));
    }

    @Override
    public void publish(List<LiveEvent> events) {
        if (channels.isEmpty()) {
            return;
        }
        for (var from = 0; from < events.size(); ) {
            var topic = events.get(from).topic();
            var to = from + 1;
            while (to < events.size() && events.get(to).topic().equals(topic)) {
                to++;
            }
            var channel = channels.get(topic);
            if (channel != null) {
                channel.publish(events.subList(from, to));
            }
            from = to;
        }
    }

    @Override
    public void tell(UUID accountId, String type, Supplier<Map<String, ?>> data) {
        var event = me.number(accountId, type, data);
        if (event == null) {
            return;
        }
        var channel = channels.get(channelName(MeTopic.KIND, accountId.toString()));
        if (channel != null) {
            channel.publish(List.of(event));
        }
    }

    /** Answers of {@link #subscribe}. */
    public sealed interface Answer {

        record Following(Subscription subscription) implements Answer {}

        /** No module offers such a topic. */
        record Unknown() implements Answer {}

        /** Not for this viewer, or not there. */
        record Forbidden() implements Answer {}
    }

    /**
     * Lets the viewer follow a topic: acknowledges with its version, then sends the events after {@code since} and all
     * later ones, each once and in order, or a resync where that is not possible.
     *
     * @param id the client's number for the request, echoed
     */
    public Answer subscribe(Outlet outlet, Viewer viewer, String topic, @Nullable Long since, @Nullable Long id) {
        var mine = topic.equals(MeTopic.KIND);
        var colon = topic.indexOf(':');
        if (!mine && (colon < 1 || topic.length() > TOPIC_LENGTH_MAX || topic.startsWith(MeTopic.KIND + ":"))) {
            return new Answer.Unknown();
        }
        var source = topics.get(mine ? topic : topic.substring(0, colon));
        var key = mine ? viewer.accountId().toString() : topic.substring(colon + 1);
        if (source == null) {
            return new Answer.Unknown();
        }
        if (!source.mayFollow(viewer, key)) {
            return new Answer.Forbidden();
        }
        var subscription = join(outlet, topic, source, key);
        try {
            subscription.begin(id, subscription.channel().start(since));
        } catch (RuntimeException e) {
            unsubscribe(subscription);
            throw e;
        }
        return new Answer.Following(subscription);
    }

    public void unsubscribe(Subscription subscription) {
        subscription.end();
        var channel = subscription.channel();
        channels.computeIfPresent(channelName(channel.source().kind(), channel.key()), (_, current) -> {
            if (!current.remove(subscription)) {
                return current;
            }
            current.source().unwatched(current.key());
            return null;
        });
    }

    /** Forgets what nobody will come back for. */
    public void tidy() {
        me.forgetThoseWhoLeft();
    }

    private Subscription join(Outlet outlet, String topic, LiveTopic source, String key) {
        var joined = new ArrayList<Subscription>(1);
        channels.compute(channelName(source.kind(), key), (_, current) -> {
            var channel = current;
            if (channel == null) {
                channel = new Channel(topic, source, key, frames);
                source.watched(key);
            }
            var subscription = new Subscription(outlet, channel, frames);
            channel.add(subscription);
            joined.add(subscription);
            return channel;
        });
        return joined.getFirst();
    }

    private static String channelName(String kind, String key) {
        return kind + ":" + key;
    }
}
