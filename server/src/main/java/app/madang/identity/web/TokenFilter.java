package app.madang.identity.web;

import app.madang.identity.Sessions;
import app.madang.web.Origins;
import app.madang.web.WebRefusal;
import app.madang.web.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the access token, from {@code Authorization} or else from the cookie. Who sends cookies is asked where from:
 * a browser adds them to requests of foreign pages too.
 */
final class TokenFilter extends OncePerRequestFilter {

    /** Set when a token came that is not good, so that the answer can tell that from none at all. */
    static final String INVALID = TokenFilter.class.getName() + ".invalid";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final Problems problems;

    TokenFilter(Sessions sessions, Problems problems) {
        this.sessions = sessions;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = bearer(request);
        if (token == null) {
            var cookies = SessionCookies.in(request);
            if (isForged(request, !cookies.isEmpty())) {
                problems.write(request, response, WebRefusal.FOREIGN_ORIGIN);
                return;
            }
            token = cookies.accessToken();
        }
        if (token != null) {
            var viewer = sessions.verify(token);
            if (viewer.isPresent()) {
                var context = new SecurityContextImpl(new ViewerAuthentication(viewer.get()));
                SecurityContextHolder.setContext(context);
            } else {
                request.setAttribute(INVALID, true);
            }
        }
        chain.doFilter(request, response);
    }

    static @Nullable String bearer(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    private static boolean isForged(HttpServletRequest request, boolean hasCookies) {
        if (SAFE.contains(request.getMethod()) || (!hasCookies && !SessionCookies.areWanted(request))) {
            return false;
        }
        return switch (Origins.of(request)) {
            case SAME -> false;
            case FOREIGN -> true;
            case UNKNOWN -> hasCookies;
        };
    }
}
