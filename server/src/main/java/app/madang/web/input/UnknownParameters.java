package app.madang.web.input;

import app.madang.shared.Refusal;
import app.madang.web.Paging;
import app.madang.web.Problem;
import app.madang.web.Texts;
import app.madang.web.problem.Contracts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that the handler does not read: a mistyped filter must not silently show everything. The
 * fixed contract ignores them, and so do pages that are not of the API.
 */
@Component
class UnknownParameters implements HandlerInterceptor {

    private static final Pattern SEPARATOR = Pattern.compile("&");

    private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();
    private final Texts texts;

    UnknownParameters(Texts texts) {
        this.texts = texts;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var query = request.getQueryString();
        if (query == null
                || query.isEmpty()
                || !(handler instanceof HandlerMethod method)
                || !method.getBeanType().getPackageName().startsWith("app.madang")
                || Contracts.isFixed(method)) {
            return true;
        }
        var names = known.computeIfAbsent(method, UnknownParameters::names);
        for (var pair : SEPARATOR.split(query)) {
            var name = pair.split("=", 2)[0];
            if (!name.isEmpty() && !names.contains(name)) {
                throw new Problem(new UnknownParameter(name, texts.get("unknown_parameter")));
            }
        }
        return true;
    }

    private static Set<String> names(HandlerMethod method) {
        var names = new HashSet<String>();
        for (var parameter : method.getMethodParameters()) {
            var param = parameter.getParameterAnnotation(RequestParam.class);
            if (param != null) {
                var name = param.name().isEmpty() ? parameter.getParameter().getName() : param.name();
                names.add(name);
            } else if (parameter.getParameterType() == Paging.class) {
                names.addAll(Set.of("cursor", "limit"));
            }
        }
        return Set.copyOf(names);
    }

    record UnknownParameter(String name, String message) implements Refusal {
        @Override
        public String code() {
            return "unknown_parameter";
        }

        @Override
        public Kind kind() {
            return Kind.MALFORMED;
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("errors", Map.of(name, List.of(message)));
        }
    }
}
