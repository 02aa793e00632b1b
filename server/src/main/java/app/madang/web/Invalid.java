package app.madang.web;

import app.madang.shared.Refusal;
import java.util.List;
import java.util.Map;

/**
 * Values that break a rule, found by a controller itself. Answers 422, or 400 in the {@linkplain FixedContract fixed
 * contract}.
 *
 * @param errors per field, in snake case, what is wrong, in the reader's language
 */
public record Invalid(Map<String, List<String>> errors) implements Refusal {

    public Invalid {
        errors = Map.copyOf(errors);
    }

    public static Invalid of(String field, String message) {
        return new Invalid(Map.of(field, List.of(message)));
    }

    @Override
    public String code() {
        return "validation_failed";
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("errors", errors);
    }
}
