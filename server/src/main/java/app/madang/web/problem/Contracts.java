package app.madang.web.problem;

import app.madang.web.FixedContract;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** Which of the two contracts a request is under. */
public final class Contracts {

    private static final Map<HandlerMethod, Boolean> FIXED = new ConcurrentHashMap<>();

    private Contracts() {}

    public static boolean isFixed(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler
                && isFixed(handler);
    }

    public static boolean isFixed(HandlerMethod handler) {
        return FIXED.computeIfAbsent(
                handler,
                method -> AnnotatedElementUtils.hasAnnotation(method.getMethod(), FixedContract.class)
                        || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), FixedContract.class));
    }
}
