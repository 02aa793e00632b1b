package app.madang.web.problem;

import app.madang.shared.Refusal;
import app.madang.web.Invalid;
import app.madang.web.Texts;
import app.madang.web.WebRefusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Names the field that is wrong, wherever in Spring or Jackson it was found. */
@Component
class InvalidInput {

    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])([A-Z])");

    private final Texts texts;

    InvalidInput(Texts texts) {
        this.texts = texts;
    }

    /** A body that is no JSON is malformed; JSON of the wrong shape is malformed too, but its field can be named. */
    Refusal of(HttpMessageNotReadableException e) {
        return switch (e.getCause()) {
            case UnrecognizedPropertyException unknown -> Invalid.of(path(unknown), texts.get("unknown_field"));
            case MismatchedInputException mismatch
            when !mismatch.getPath().isEmpty() -> new WrongType(path(mismatch), texts.get("wrong_type"));
            case null, default -> WebRefusal.MALFORMED;
        };
    }

    @Nullable
    Refusal find(Exception e) {
        return switch (e) {
            case MethodArgumentNotValidException invalid -> {
                var errors = new LinkedHashMap<String, List<String>>();
                for (var error : invalid.getBindingResult().getAllErrors()) {
                    var field = error instanceof FieldError at ? at.getField() : error.getObjectName();
                    add(errors, field, error.getDefaultMessage());
                }
                yield new Invalid(errors);
            }
            case HandlerMethodValidationException invalid -> {
                var errors = new LinkedHashMap<String, List<String>>();
                for (var result : invalid.getParameterValidationResults()) {
                    var name = result.getMethodParameter().getParameterName();
                    for (var error : result.getResolvableErrors()) {
                        var field = error instanceof FieldError at ? at.getField() : name == null ? "value" : name;
                        add(errors, field, error.getDefaultMessage());
                    }
                }
                yield new Invalid(errors);
            }
            case MethodArgumentTypeMismatchException mismatch ->
                new WrongType(snake(mismatch.getName()), texts.get("wrong_type"));
            case MissingServletRequestParameterException missing ->
                new WrongType(missing.getParameterName(), texts.get("missing"));
            case MissingRequestValueException missing -> WebRefusal.MALFORMED;
            default -> null;
        };
    }

    private static void add(Map<String, List<String>> errors, String field, @Nullable String message) {
        errors.computeIfAbsent(snake(field), name -> new ArrayList<>()).add(message == null ? "" : message);
    }

    private static String snake(String name) {
        return WORD_START.matcher(name).replaceAll("_$1").toLowerCase(Locale.ROOT);
    }

    private static String path(JacksonException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.toString();
    }

    /** A value of another type than the field's. */
    record WrongType(String field, String message) implements Refusal {
        @Override
        public String code() {
            return "malformed";
        }

        @Override
        public Kind kind() {
            return Kind.MALFORMED;
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("errors", Map.of(field, List.of(message)));
        }
    }
}
