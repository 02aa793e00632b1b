package app.madang.locker.web;

import app.madang.booking.Claim;
import app.madang.booking.Outcome;
import app.madang.booking.Receipt;
import app.madang.locker.domain.Locker;
import app.madang.locker.domain.LockerClaims.Answer;
import app.madang.locker.domain.LockerRefusal.Plain;
import app.madang.locker.domain.LockerState;
import app.madang.locker.domain.Lockers;
import app.madang.locker.domain.People;
import app.madang.web.IdempotencyKey;
import app.madang.web.Problem;
import app.madang.web.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Writes the answers to commands: the same bytes for the one who asked and for whoever asks again with the same key. */
@Component
class LockerAnswers {

    private final Lockers lockers;
    private final People people;

    private final Texts texts;

    LockerAnswers(Lockers lockers, People people, Texts texts) {
        this.lockers = lockers;
        this.people = people;
        this.texts = texts;
    }

    /** The locker with this number, or the 404 for it. */
    Locker locker(LockerNumber number) {
        long id = number.value();
        return (id == (int) id ? lockers.find((int) id) : Optional.<Locker>empty())
                .orElseThrow(() -> new Problem(Plain.NO_SUCH_LOCKER));
    }

    /**
     * How the answer to a command reads. With a key the engine's thread writes it, so everything it needs is looked up
     * before; without one only an answer that is given costs anything.
     */
    Function<Outcome.Granted, String> body(
            String text, Locker locker, UUID accountId, @Nullable IdempotencyKey key, Ending ending) {
        if (key == null) {
            return granted -> write(granted, message(text, locker), head(locker), people.ownerName(accountId), ending);
        }
        var message = message(text, locker);
        var head = head(locker);
        var owner = people.ownerName(accountId);
        return granted -> write(granted, message, head, owner, ending);
    }

    private String message(String text, Locker locker) {
        return texts.get(text, Map.of("locker", locker.id()));
    }

    private String head(Locker locker) {
        return LockerJson.head(lockers.directory(), locker);
    }

    private static String write(Outcome.Granted granted, String message, String head, String owner, Ending ending) {
        var claim = granted.claim();
        var json = new StringBuilder(512).append("{\"message\":");
        LockerJson.string(json, message);
        json.append(",\"locker\":").append(head);
        switch (claim.state()) {
            case HELD -> json.append(LockerJson.tail(owner, LockerState.HELD, true, claim.until()));
            case CONFIRMED -> json.append(LockerJson.tail(owner, LockerState.CONFIRMED, true, null));
            case ENDED -> json.append(LockerJson.tail(null, LockerState.FREE, false, null));
        }
        ending.write(json, granted);
        return json.append('}').toString();
    }

    /** What stands after the locker. */
    interface Ending {

        Ending NOTHING = (json, granted) -> {};

        Ending SECONDS_LEFT = (json, granted) -> json.append(",\"expires_in\":").append(granted.secondsLeft());

        static Ending instructions(String text) {
            return (json, granted) -> LockerJson.string(json.append(",\"instructions\":"), text);
        }

        void write(StringBuilder json, Outcome.Granted granted);
    }

    /** An answer that only says something. */
    static Function<Outcome.Granted, String> message(String text) {
        var json = new StringBuilder("{\"message\":");
        LockerJson.string(json, text);
        var body = json.append('}').toString();
        return granted -> body;
    }

    static @Nullable Receipt receipt(
            UUID accountId, @Nullable IdempotencyKey key, int status, Function<Outcome.Granted, String> body) {
        return key == null ? null : new Receipt(accountId, key.route(), key.key(), key.fingerprint(), status, body);
    }

    static ResponseEntity<byte[]> respond(Answer answer, int status, Function<Outcome.Granted, String> body) {
        return switch (answer) {
            case Answer.Yes(var granted) -> json(status, body.apply(granted));
            case Answer.Again(int stored, String text) -> json(stored, text);
            case Answer.No(var refusal) -> throw new Problem(refusal);
        };
    }

    static ResponseEntity<byte[]> json(int status, String text) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    static String stateOf(Claim claim) {
        return claim.state() == Claim.State.HELD ? LockerState.HELD.word() : LockerState.CONFIRMED.word();
    }
}
