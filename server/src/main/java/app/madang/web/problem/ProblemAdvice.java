package app.madang.web.problem;

import app.madang.shared.Refusal;
import app.madang.web.WebRefusal;
import app.madang.web.input.BodyTooLarge;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Turns whatever a handler throws into a problem document. Bad input never becomes a 500. */
@RestControllerAdvice
@Order(0)
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;
    private final InvalidInput invalidInput;

    ProblemAdvice(Problems problems, InvalidInput invalidInput) {
        this.problems = problems;
        this.invalidInput = invalidInput;
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        if (BodyTooLarge.isIn(e)) {
            return answer(request, WebRefusal.TOO_LARGE);
        }
        return answer(request, invalidInput.of(e));
    }

    /** Everything Spring MVC itself refuses: routes, methods, media types, parameters, validation. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Map<String, Object>> any(Exception e, HttpServletRequest request) {
        if (e instanceof AsyncRequestNotUsableException) {
            return null; // the client has gone
        }
        if (BodyTooLarge.isIn(e)) {
            return answer(request, WebRefusal.TOO_LARGE);
        }
        if (e instanceof InvalidParameterException) {
            return answer(request, WebRefusal.MALFORMED); // a query that is no text
        }
        var invalid = invalidInput.find(e);
        if (invalid != null) {
            return answer(request, invalid);
        }
        if (e instanceof ErrorResponse refused && refused.getStatusCode().value() < 500) {
            var status = refused.getStatusCode().value();
            return answer(request, status, code(status), code(status), Map.of(), refused.getHeaders());
        }
        if (e instanceof DuplicateKeyException) {
            // Two who did the same at one moment, where no handler thought of it.
            log.warn("{} {} met another of its kind: {}", request.getMethod(), request.getRequestURI(), cause(e));
            return answer(request, WebRefusal.CONFLICT);
        }
        if (DatabaseState.isUnstorable(e)) {
            return answer(request, WebRefusal.MALFORMED);
        }
        if (isDatabaseAway(e)) {
            log.warn("The database did not answer {} {}: {}", request.getMethod(), request.getRequestURI(), cause(e));
            return answer(request, WebRefusal.UNAVAILABLE);
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return answer(request, 500, "internal_error", "internal_error", Map.of(), new HttpHeaders());
    }

    static String code(int status) {
        return switch (status) {
            case 401 -> "unauthenticated";
            case 403 -> "forbidden";
            case 404 -> "not_found";
            case 405 -> "method_not_allowed";
            case 406 -> "not_acceptable";
            case 413 -> "too_large";
            case 415 -> "unsupported_media_type";
            case 422 -> "validation_failed";
            case 429 -> "too_many_requests";
            case 503 -> "unavailable";
            default -> status >= 500 ? "internal_error" : "malformed";
        };
    }

    private static boolean isDatabaseAway(Exception e) {
        return (e instanceof DataAccessException || e instanceof TransactionException) && DatabaseState.isAway(e);
    }

    private static @Nullable String cause(Exception e) {
        return NestedExceptionUtils.getMostSpecificCause(e).getMessage();
    }

    private ResponseEntity<Map<String, Object>> answer(HttpServletRequest request, Refusal refusal) {
        return answer(
                request,
                Problems.status(refusal, request),
                refusal.code(),
                refusal.text(),
                refusal.details(),
                new HttpHeaders());
    }

    private ResponseEntity<Map<String, Object>> answer(
            HttpServletRequest request,
            int status,
            String code,
            String text,
            Map<String, Object> details,
            HttpHeaders headers) {
        var answer = ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        var retryAfter = Problems.retryAfter(status, details);
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        if (status == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.body(problems.document(request, status, code, text, details));
    }
}
