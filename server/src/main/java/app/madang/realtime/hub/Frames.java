package app.madang.realtime.hub;

import app.madang.realtime.LiveEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every frame the server sends, as JSON. */
@Component
public class Frames {

    private final JsonMapper json;

    Frames(JsonMapper json) {
        this.json = json;
    }

    public Frame subscribed(@Nullable Long id, String topic, long version) {
        return write(new Subscribed("subscribed", id, topic, version));
    }

    Frame event(String topic, LiveEvent event) {
        return write(new Event("event", topic, event.version(), event.type(), event.data()));
    }

    Frame resync(String topic, long version) {
        return write(new Resync("resync", topic, version));
    }

    public Frame pong(@Nullable JsonNode t, Instant now) {
        return write(new Pong("pong", t, now.toString()));
    }

    public Frame error(@Nullable Long id, String code) {
        return write(new Error("error", id, code));
    }

    private Frame write(Object frame) {
        return Frame.text(json.writeValueAsBytes(frame));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Subscribed(String op, @Nullable Long id, String topic, long version) {}

    private record Event(String op, String topic, long version, String type, Map<String, ?> data) {}

    private record Resync(String op, String topic, long version) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Pong(String op, @Nullable JsonNode t, String now) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Error(String op, @Nullable Long id, String code) {}
}
