package app.madang.web.input;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Believes {@code X-Forwarded-For}, {@code -Proto} and {@code -Host} when, and only when, a proxy named in the settings
 * sent the request; anybody else could write whatever address they like.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class TrustedProxies extends OncePerRequestFilter {

    private final List<IpAddressMatcher> trusted;

    TrustedProxies(WebSettings settings) {
        trusted = settings.trustedProxies().stream()
                .filter(network -> !network.isBlank())
                .map(network -> new IpAddressMatcher(network.strip()))
                .toList();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return trusted.isEmpty() || !isTrusted(request.getRemoteAddr());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Forwarded(request, clientAddress(request)), response);
    }

    /** The last address that no trusted proxy stands for: everything left of it may be invented. */
    private String clientAddress(HttpServletRequest request) {
        var header = request.getHeader("X-Forwarded-For");
        if (header == null) {
            return request.getRemoteAddr();
        }
        var hops = header.split(",", -1);
        var client = request.getRemoteAddr();
        for (var i = hops.length - 1; i >= 0; i--) {
            var hop = hops[i].strip();
            if (!isAddress(hop)) {
                break;
            }
            client = hop;
            if (!isTrusted(hop)) {
                break;
            }
        }
        return client;
    }

    private boolean isTrusted(String address) {
        return isAddress(address) && trusted.stream().anyMatch(network -> network.matches(address));
    }

    /** Only literal addresses: a name would be looked up. */
    private static boolean isAddress(String text) {
        return !text.isEmpty()
                && text.length() <= 45
                && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':')
                && (text.indexOf(':') >= 0 || text.chars().filter(c -> c == '.').count() == 3);
    }

    private static final class Forwarded extends HttpServletRequestWrapper {

        private final String address;
        private final String scheme;
        private final String host;
        private final int port;

        Forwarded(HttpServletRequest request, String address) {
            super(request);
            this.address = address;
            var proto = request.getHeader("X-Forwarded-Proto");
            scheme = "https".equals(proto) || "http".equals(proto) ? proto : request.getScheme();
            var forwardedHost = request.getHeader("X-Forwarded-Host");
            if (forwardedHost != null && forwardedHost.matches("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?")) {
                var colon = forwardedHost.indexOf(':');
                host = colon < 0 ? forwardedHost : forwardedHost.substring(0, colon);
                port = colon < 0 ? standardPort() : Integer.parseInt(forwardedHost.substring(colon + 1));
            } else {
                host = request.getServerName();
                var named = request.getHeader("Host");
                port = named != null && named.matches(".*:[0-9]+") ? request.getServerPort() : standardPort();
            }
        }

        private int standardPort() {
            return scheme.equals("https") ? 443 : 80;
        }

        @Override
        public String getRemoteAddr() {
            return address;
        }

        @Override
        public String getRemoteHost() {
            return address;
        }

        @Override
        public String getScheme() {
            return scheme;
        }

        @Override
        public boolean isSecure() {
            return scheme.equals("https");
        }

        @Override
        public String getServerName() {
            return host;
        }

        @Override
        public int getServerPort() {
            return port;
        }
    }
}
