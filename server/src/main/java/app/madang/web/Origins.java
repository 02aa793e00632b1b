package app.madang.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a request was sent by a page of ours, by what the browser itself says about it. */
public final class Origins {

    public enum Sender {
        /** A page of this very origin. */
        SAME,
        /** Another site, or another origin of this one. */
        FOREIGN,
        /** The request does not tell: a program, or a very old browser. */
        UNKNOWN
    }

    private Origins() {}

    public static Sender of(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") ? Sender.SAME : Sender.FOREIGN;
        }
        var origin = request.getHeader("Origin");
        if (origin == null) {
            return Sender.UNKNOWN;
        }
        return isOwn(origin, request) ? Sender.SAME : Sender.FOREIGN;
    }

    /** Compares the {@code Origin} header with the address the request came to; for sockets, which have no Sec-Fetch. */
    public static boolean isOwn(@Nullable String origin, HttpServletRequest request) {
        if (origin == null) {
            return false;
        }
        try {
            var uri = URI.create(origin);
            var host = uri.getHost();
            return host != null
                    && host.toLowerCase(Locale.ROOT)
                            .equals(request.getServerName().toLowerCase(Locale.ROOT))
                    && request.getScheme().equals(uri.getScheme())
                    && port(uri.getPort(), uri.getScheme()) == port(request.getServerPort(), request.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int port(int port, String scheme) {
        if (port > 0) {
            return port;
        }
        return scheme.equals("https") ? 443 : 80;
    }
}
