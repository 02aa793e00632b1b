package app.madang.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Opaque positions in a list: the sort keys of the last row seen. */
public final class Cursors {

    private static final String SEPARATOR = "\u001f";

    private Cursors() {}

    public static String encode(List<?> keys) {
        var text = keys.stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The keys again; a cursor that we did not make is refused with {@code invalid_cursor}. */
    public static List<String> decode(String cursor, int parts) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var keys = List.of(text.split(SEPARATOR, -1));
            if (keys.size() == parts) {
                return keys;
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the refusal
        }
        throw invalid();
    }

    /** For a part that does not parse as what it should be. */
    public static Problem invalid() {
        return new Problem(WebRefusal.INVALID_CURSOR);
    }

    /** A part that must be a whole number. */
    public static long number(String part) {
        try {
            return Long.parseLong(part);
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }
}
