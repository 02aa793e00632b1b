package app.madang.web.problem;

import app.madang.shared.Refusal;
import app.madang.web.Languages;
import app.madang.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Renders refusals as RFC 9457 problem documents. Public for the filters of other modules, which answer before MVC. */
@NamedInterface("problems")
@Component
public final class Problems {

    private static final String TYPE = "urn:madang:problem:";

    private final Texts texts;
    private final JsonMapper json;

    Problems(Texts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    Map<String, Object> document(
            HttpServletRequest request, int status, String code, String text, Map<String, Object> details) {
        var locale = Languages.of(request);
        var document = new LinkedHashMap<String, Object>();
        document.put("type", TYPE + code);
        document.put("title", texts.find("title." + status, locale, Map.of()));
        document.put("status", status);
        document.put("detail", texts.find(text, locale, details));
        document.put("code", code);
        details.forEach(document::putIfAbsent);
        return document;
    }

    /** Answers with the refusal, unless an answer is already on its way. */
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var status = status(refusal, request);
        if (status == 401) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        var retryAfter = retryAfter(status, refusal.details());
        if (retryAfter != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        write(request, response, status, refusal.code(), refusal.text(), refusal.details());
    }

    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String code,
            String text,
            Map<String, Object> details)
            throws IOException {
        var body = json.writeValueAsBytes(document(request, status, code, text, details));
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The fixed contract knows no 422. */
    static int status(Refusal refusal, HttpServletRequest request) {
        var status = status(refusal.kind());
        return status == 422 && Contracts.isFixed(request) ? 400 : status;
    }

    private static int status(Refusal.Kind kind) {
        return switch (kind) {
            case MALFORMED -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case PRECONDITION_FAILED -> 412;
            case TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case INVALID -> 422;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    /** Seconds to wait before asking again; a refusal may name them as {@code retry_after}. */
    static @org.jspecify.annotations.Nullable String retryAfter(int status, Map<String, Object> details) {
        if (status != 429 && status != 503) {
            return null;
        }
        return String.valueOf(details.getOrDefault("retry_after", 1));
    }
}
