package app.madang.realtime.socket;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what clients say. Strict: an unknown field is a fault, so that a mistyped {@code since} is not silently lost. */
@Component
class MessageParser {

    private static final long NUMBER_MAX = 1L << 53;
    private static final int ECHO_LENGTH_MAX = 64;
    private static final int TOPIC_LENGTH_MAX = 200;
    private static final Set<String> SUBSCRIBE_FIELDS = Set.of("op", "id", "topic", "since");
    private static final Set<String> UNSUBSCRIBE_FIELDS = Set.of("op", "id", "topic");
    private static final Set<String> PING_FIELDS = Set.of("op", "id", "t");

    private final ObjectReader reader;

    MessageParser(JsonMapper json) {
        reader = json.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    Message parse(String text) {
        JsonNode message;
        try {
            message = reader.readValue(text);
        } catch (JacksonException e) {
            return malformed(null);
        }
        return message instanceof ObjectNode object ? parse(object) : malformed(null);
    }

    private static Message parse(ObjectNode message) {
        var id = number(message, "id");
        if (id == null && message.has("id")) {
            return malformed(null);
        }
        var op = message.get("op");
        if (op == null || !op.isString()) {
            return malformed(id);
        }
        return switch (op.stringValue()) {
            case "subscribe" -> subscribe(message, id);
            case "unsubscribe" -> {
                var topic = topic(message);
                yield topic == null || hasOthers(message, UNSUBSCRIBE_FIELDS)
                        ? malformed(id)
                        : new Message.Unsubscribe(id, topic);
            }
            case "ping" -> {
                var t = message.get("t");
                yield !isEchoable(t) || hasOthers(message, PING_FIELDS) ? malformed(id) : new Message.Ping(id, t);
            }
            default -> new Message.Malformed(id, "unknown_op");
        };
    }

    private static Message subscribe(ObjectNode message, @Nullable Long id) {
        var topic = topic(message);
        var since = number(message, "since");
        var sinceIsWrong = since == null && message.hasNonNull("since");
        return topic == null || sinceIsWrong || hasOthers(message, SUBSCRIBE_FIELDS)
                ? malformed(id)
                : new Message.Subscribe(id, topic, since);
    }

    private static @Nullable String topic(ObjectNode message) {
        var topic = message.get("topic");
        if (topic == null || !topic.isString()) {
            return null;
        }
        var name = topic.stringValue();
        return name.isEmpty() || name.length() > TOPIC_LENGTH_MAX ? null : name;
    }

    /** A whole number from 0 to 2^53. */
    private static @Nullable Long number(ObjectNode message, String field) {
        var value = message.get(field);
        return value != null
                        && value.isIntegralNumber()
                        && value.canConvertToLong()
                        && value.longValue() >= 0
                        && value.longValue() <= NUMBER_MAX
                ? value.longValue()
                : null;
    }

    private static boolean isEchoable(@Nullable JsonNode t) {
        return t == null
                || t.isNull()
                || (t.isNumber() && t.asString().length() <= ECHO_LENGTH_MAX)
                || (t.isString() && t.stringValue().length() <= ECHO_LENGTH_MAX);
    }

    private static boolean hasOthers(ObjectNode message, Set<String> fields) {
        return !fields.containsAll(message.propertyNames());
    }

    private static Message malformed(@Nullable Long id) {
        return new Message.Malformed(id, "malformed");
    }
}
