package app.madang.identity.web;

import app.madang.identity.Anonymous;
import app.madang.identity.IdentityRefusal;
import app.madang.identity.Requires;
import app.madang.identity.Role;
import app.madang.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Closes every handler of the API that is not expressly open. */
@Component
class Authorisation implements HandlerInterceptor {

    /** The role each handler demands; empty when it is open to all. */
    private final Map<HandlerMethod, Optional<Role>> demands = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // What is no method is the file server, which has nothing under the API.
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        var demand = demands.computeIfAbsent(method, Authorisation::demand);
        if (demand.isEmpty()) {
            return true;
        }
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof ViewerAuthentication who)) {
            var invalid = request.getAttribute(TokenFilter.INVALID) != null;
            throw new Problem(invalid ? new IdentityRefusal.TokenInvalid() : new IdentityRefusal.Unauthenticated());
        }
        if (!who.getPrincipal().role().includes(demand.get())) {
            throw new Problem(new IdentityRefusal.Forbidden());
        }
        return true;
    }

    private static Optional<Role> demand(HandlerMethod handler) {
        // The API's own description, and the house's health.
        var owner = handler.getBeanType().getPackageName();
        if (owner.startsWith("org.springdoc") || owner.startsWith("app.madang.web")) {
            return Optional.empty();
        }
        for (var place : new java.lang.reflect.AnnotatedElement[] {handler.getMethod(), handler.getBeanType()}) {
            var required = AnnotatedElementUtils.findMergedAnnotation(place, Requires.class);
            if (required != null) {
                return Optional.of(required.value());
            }
            if (AnnotatedElementUtils.hasAnnotation(place, Anonymous.class)) {
                return Optional.empty();
            }
        }
        return Optional.of(Role.MEMBER);
    }
}
