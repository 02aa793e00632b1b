package app.madang.identity.web;

import app.madang.identity.IdentityRefusal;
import app.madang.identity.Viewer;
import app.madang.web.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Metrics are for admins, and for the collector that knows the metrics token. Whether the node lives and is ready is no
 * secret: load balancers ask without a token.
 */
@Component
@Order(0) // behind the filter that reads the token
class ManagementDoor extends OncePerRequestFilter {

    private final Problems problems;
    private final byte[] metricsToken;

    ManagementDoor(Problems problems, @Value("${madang.metrics-token:}") String metricsToken) {
        this.problems = problems;
        this.metricsToken = metricsToken.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.startsWith("/actuator") || path.equals("/actuator/health") || path.startsWith("/actuator/health/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (knowsTheToken(request)
                || (who != null && who.getPrincipal() instanceof Viewer viewer && viewer.isAdmin())) {
            chain.doFilter(request, response);
        } else {
            problems.write(
                    request,
                    response,
                    who == null ? new IdentityRefusal.Unauthenticated() : new IdentityRefusal.Forbidden());
        }
    }

    private boolean knowsTheToken(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        var given = header != null && header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : "";
        return metricsToken.length > 0 && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), metricsToken);
    }
}
