package app.madang.locker.web;

import app.madang.locker.domain.FieldError;
import app.madang.web.Invalid;
import app.madang.web.Problem;
import app.madang.web.Texts;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a request and collects what is wrong with them, in the reader's language, to say it all at once. */
final class Fields {

    private final Texts texts;
    private final Map<String, List<String>> errors = new LinkedHashMap<>();

    private Fields(Texts texts) {
        this.texts = texts;
    }

    static Fields of(Texts texts) {
        return new Fields(texts);
    }

    /** A line of text without the space around it. */
    String line(String field, @Nullable String value, int lengthMax) {
        var text = tidy(value);
        if (text.isEmpty()) {
            reject(field, "field_missing", Map.of());
        } else if (text.length() > lengthMax) {
            reject(field, "field_long", Map.of("max", lengthMax));
        } else if (text.chars().anyMatch(Character::isISOControl) || !isWhole(text)) {
            reject(field, "field_line", Map.of());
        }
        return text;
    }

    /** Text of several lines, perhaps none. */
    String prose(String field, @Nullable String value, int lengthMax) {
        var text = tidy(value);
        if (text.length() > lengthMax) {
            reject(field, "field_long", Map.of("max", lengthMax));
        } else if (text.indexOf('\0') >= 0 || !isWhole(text)) {
            reject(field, "field_line", Map.of());
        }
        return text;
    }

    /** Half of a character, as an escape can write it, would be kept as a question mark. */
    private static boolean isWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    int number(String field, @Nullable Integer value, int least, int most) {
        if (value == null) {
            reject(field, "field_missing", Map.of());
            return least;
        }
        optionalNumber(field, value, least, most);
        return value;
    }

    @Nullable
    Integer optionalNumber(String field, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            reject(field, "field_range", Map.of("min", least, "max", most));
        }
        return value;
    }

    /** One of the words, or null when nothing was said. */
    @Nullable
    String word(String field, @Nullable String value, String... words) {
        if (value != null && !List.of(words).contains(value)) {
            reject(field, "field_word", Map.of("words", String.join(", ", words)));
        }
        return value;
    }

    void reject(String field, String message, Map<String, ?> facts) {
        errors.computeIfAbsent(field, name -> new ArrayList<>()).add(texts.get(message, facts));
    }

    Fields reject(List<FieldError> wrong) {
        wrong.forEach(error -> reject(error.field(), error.message(), Map.of()));
        return this;
    }

    /** Goes on only when nothing is wrong. */
    void check() {
        if (!errors.isEmpty()) {
            throw new Problem(new Invalid(errors));
        }
    }

    private static String tidy(@Nullable String value) {
        return value == null ? "" : Normalizer.normalize(value.strip(), Normalizer.Form.NFC);
    }
}
