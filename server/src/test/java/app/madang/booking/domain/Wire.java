package app.madang.booking.domain;

import app.madang.booking.BookingRefusal;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.Target;
import app.madang.booking.UnitChoice;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The lines by which a test talks to a node in a process of its own. */
final class Wire {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(Command.class, Typed.class)
            .addMixIn(Target.class, Typed.class)
            .addMixIn(UnitChoice.class, Typed.class)
            .addMixIn(Outcome.class, Typed.class)
            .addMixIn(BookingRefusal.class, Typed.class)
            .build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS, property = "@type")
    private interface Typed {}

    enum Verb {
        SUBMIT,
        WITHIN,
        /** The next transaction that locks a head of {@code stallOn} stalls right after, until {@link #GO}. */
        STALL,
        GO
    }

    record Request(long id, Verb verb, List<Command> commands, List<String> stallOn) {}

    /** {@code id} 0: nobody asked; the node says that it is {@code ready} or has {@code stalled}. */
    record Reply(long id, List<Outcome> outcomes, @Nullable String word) {}

    private Wire() {}

    static String write(Object line) {
        return MAPPER.writeValueAsString(line);
    }

    static Request request(String line) {
        return MAPPER.readValue(line, Request.class);
    }

    static Reply reply(String line) {
        return MAPPER.readValue(line, Reply.class);
    }
}
