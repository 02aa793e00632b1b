package app.madang.web.idempotency;

import app.madang.web.Answers;
import app.madang.web.IdempotencyKey;
import app.madang.web.WebRefusal;
import app.madang.web.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Makes every write repeatable that carries an {@code Idempotency-Key}. Handlers whose answer the engine keeps take
 * the {@link IdempotencyKey} as an argument and are only handed it; the others run inside the transaction that keeps
 * their answer.
 */
@Component
@Order(0)
class IdempotencyFilter extends OncePerRequestFilter {

    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final KeptTransaction transaction;
    private final Problems problems;

    IdempotencyFilter(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings,
            KeptTransaction transaction,
            Problems problems) {
        this.mappings = mappings;
        this.transaction = transaction;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader("Idempotency-Key") == null
                || !WRITES.contains(request.getMethod())
                || !request.getRequestURI().startsWith("/api/v1/")
                || request.getRequestURI().startsWith("/api/v1/auth/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader("Idempotency-Key");
        if (!KEY.matcher(key).matches()) {
            problems.write(request, response, WebRefusal.INVALID_IDEMPOTENCY_KEY);
            return;
        }
        var handler = handler(request);
        var account = account();
        if (handler == null || account == null) {
            chain.doFilter(request, response);
            return;
        }
        var repeatable = RepeatableRequest.read(request, problems, response);
        if (repeatable == null) {
            return;
        }
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var named = new IdempotencyKey(request.getMethod() + " " + pattern, key, repeatable.fingerprint());
        if (keepsItsOwnAnswer(handler)) {
            repeatable.setAttribute(IdempotencyKey.class.getName(), named);
            chain.doFilter(repeatable, response);
        } else {
            transaction.run(new Answers.Key(account, named.route(), key), repeatable, response, chain);
        }
    }

    private @Nullable HandlerMethod handler(HttpServletRequest request) {
        var hadPath = ServletRequestPathUtils.hasParsedRequestPath(request);
        try {
            if (!hadPath) {
                ServletRequestPathUtils.parseAndCache(request);
            }
            var chain = mappings.getObject().getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod method ? method : null;
        } catch (Exception noSuchHandler) {
            return null; // MVC finds the same and says so
        }
    }

    private static boolean keepsItsOwnAnswer(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == IdempotencyKey.class);
    }

    /** The asking account; identity names its principals by their id. */
    private static @Nullable UUID account() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? null : UUID.fromString(authentication.getName());
    }
}
