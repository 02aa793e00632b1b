package app.madang.identity.web;

import app.madang.identity.domain.Entry;
import app.madang.identity.domain.IdentitySettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The cookies a browser keeps its tokens in. Under TLS their names begin with {@code __Host-}, which no other host and no
 * plain connection can set.
 */
record SessionCookies(
        @Nullable String accessToken, @Nullable String refreshToken) {

    private static final String ACCESS = "madang_access";
    private static final String REFRESH = "madang_refresh";

    static SessionCookies in(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) {
            return new SessionCookies(null, null);
        }
        var prefix = prefix(request);
        String access = null;
        String refresh = null;
        for (var cookie : cookies) {
            if (cookie.getValue().isEmpty()) {
                continue;
            }
            if (cookie.getName().equals(prefix + ACCESS)) {
                access = cookie.getValue();
            } else if (cookie.getName().equals(prefix + REFRESH)) {
                refresh = cookie.getValue();
            }
        }
        return new SessionCookies(access, refresh);
    }

    /** Whether the request asks for cookies instead of tokens in the body. */
    static boolean areWanted(HttpServletRequest request) {
        return "cookie".equalsIgnoreCase(request.getHeader("Madang-Session"));
    }

    static void set(
            HttpServletRequest request, HttpServletResponse response, Entry.Granted entry, IdentitySettings settings) {
        add(request, response, ACCESS, entry.accessToken(), settings.accessToken());
        add(request, response, REFRESH, entry.refreshToken(), settings.refreshToken());
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        add(request, response, ACCESS, "", Duration.ZERO);
        add(request, response, REFRESH, "", Duration.ZERO);
    }

    boolean isEmpty() {
        return accessToken == null && refreshToken == null;
    }

    private static void add(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration age) {
        var cookie = ResponseCookie.from(prefix(request) + name, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String prefix(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" : "";
    }
}
