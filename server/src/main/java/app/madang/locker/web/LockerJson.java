package app.madang.locker.web;

import app.madang.locker.domain.Directory;
import app.madang.locker.domain.Locker;
import app.madang.locker.domain.LockerState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/** The JSON object of one locker, the same in the list and in every answer to a command. Written by hand: it is hot. */
final class LockerJson {

    private LockerJson() {}

    /** Everything that does not depend on who has it, up to the owner's value. */
    static String head(Directory directory, Locker locker) {
        var json = new StringBuilder(160).append("{\"locker_id\":").append(locker.id());
        string(json.append(",\"location_id\":"), directory.placeOf(locker).name());
        string(json.append(",\"place_id\":"), locker.placeId().toString());
        return json.append(",\"floor\":")
                .append(locker.floor())
                .append(",\"row\":")
                .append(locker.row())
                .append(",\"column\":")
                .append(locker.column())
                .append(",\"unit\":")
                .append(locker.unit())
                .append(",\"owner\":")
                .toString();
    }

    /** @param owner null when free; what the reader may know of the owner otherwise */
    static String tail(@Nullable String owner, LockerState state, boolean mine, @Nullable Instant until) {
        var json = new StringBuilder(96);
        if (owner == null) {
            json.append("null");
        } else {
            string(json, owner);
        }
        json.append(",\"state\":\"").append(state.word()).append("\",\"mine\":").append(mine);
        if (state == LockerState.HELD && until != null) {
            json.append(",\"hold_expires_at\":\"").append(until).append('"');
        }
        return json.append('}').toString();
    }

    static void string(StringBuilder json, String value) {
        json.append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, json);
        json.append('"');
    }
}
