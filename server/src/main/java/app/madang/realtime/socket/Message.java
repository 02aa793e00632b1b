package app.madang.realtime.socket;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a client may say. */
sealed interface Message {

    /**
     * @param id echoed in the answer
     * @param since the last version the client has
     */
    record Subscribe(
            @Nullable Long id, String topic, @Nullable Long since) implements Message {}

    record Unsubscribe(@Nullable Long id, String topic) implements Message {}

    /** @param t a number or short text, echoed */
    record Ping(@Nullable Long id, @Nullable JsonNode t) implements Message {}

    record Malformed(@Nullable Long id, String code) implements Message {}
}
