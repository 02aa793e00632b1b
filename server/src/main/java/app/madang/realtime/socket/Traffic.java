package app.madang.realtime.socket;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What went over the sockets, counted. */
@Component
class Traffic {

    private final Counter frames;
    private final Counter unanswered;
    private final Map<CloseReason, Counter> closed = new EnumMap<>(CloseReason.class);

    Traffic(MeterRegistry meters) {
        frames = Counter.builder("madang.realtime.frames.sent")
                .description("Frames handed to the network")
                .register(meters);
        unanswered = Counter.builder("madang.realtime.sockets.cut")
                .description("Sockets cut off because the peer fell silent or did not answer a close")
                .register(meters);
        for (var reason : CloseReason.values()) {
            closed.put(
                    reason,
                    Counter.builder("madang.realtime.sockets.closed")
                            .description("Sockets closed by this node, by reason; slow readers are slow_reader")
                            .tag("reason", reason.name().toLowerCase(java.util.Locale.ROOT))
                            .register(meters));
        }
    }

    void sent(int count) {
        frames.increment(count);
    }

    void closed(CloseReason reason) {
        var counter = closed.get(reason);
        if (counter != null) {
            counter.increment();
        }
    }

    void cut() {
        unanswered.increment();
    }
}
