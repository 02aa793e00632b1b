package app.madang.identity.web;

import app.madang.identity.domain.Applicant;
import app.madang.web.Invalid;
import app.madang.web.Problem;
import app.madang.web.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what people fill in, and says field by field what is wrong. */
@Component
class Forms {

    private static final int TEXT_MAX = 500;

    private final Texts texts;

    Forms(Texts texts) {
        this.texts = texts;
    }

    Applicant applicant(@Nullable String studentId, @Nullable String name, @Nullable String phoneNumber) {
        var mistakes = Applicant.mistakes(studentId, name, phoneNumber);
        if (studentId == null || name == null || phoneNumber == null || !mistakes.isEmpty()) {
            var errors = new LinkedHashMap<String, List<String>>();
            mistakes.forEach((field, key) -> errors.put(field, List.of(texts.get(key))));
            throw new Problem(new Invalid(errors));
        }
        return new Applicant(studentId, name, phoneNumber);
    }

    String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new Problem(missing(field));
        }
        return value;
    }

    Invalid missing(String field) {
        return Invalid.of(field, texts.get("missing"));
    }

    Invalid unknownValue(String field, String allowed) {
        return Invalid.of(field, texts.get("one_of", java.util.Map.of("allowed", allowed)));
    }

    /** A text people write freely; null when blank. */
    @Nullable
    String text(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > TEXT_MAX || value.indexOf('\0') >= 0) {
            throw new Problem(Invalid.of(field, texts.get("text_length", java.util.Map.of("max", TEXT_MAX))));
        }
        return value.strip();
    }
}
