package app.madang.realtime.socket;

import app.madang.identity.Anonymous;
import app.madang.identity.IdentityRefusal;
import app.madang.identity.Viewer;
import app.madang.web.Origins;
import app.madang.web.Problem;
import app.madang.web.WebRefusal;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The way to a socket. */
@RestController
@RequestMapping("/api/v1/realtime")
class RealtimeController {

    private final Sockets sockets;
    private final Tickets tickets;
    private final RealtimeSettings settings;

    RealtimeController(Sockets sockets, Tickets tickets, RealtimeSettings settings) {
        this.sockets = sockets;
        this.tickets = tickets;
        this.settings = settings;
    }

    record Ticket(String ticket, long expiresIn) {}

    /** A ticket for one handshake within half a minute, on any node. */
    @PostMapping("/tickets")
    @ResponseStatus(HttpStatus.CREATED)
    Ticket issue(@AuthenticationPrincipal Viewer viewer) {
        if (!sockets.allowance(viewer.accountId()).tryConsume(1)) {
            throw new Problem(WebRefusal.TOO_MANY_REQUESTS);
        }
        return new Ticket(tickets.issue(viewer), settings.ticketLife().toSeconds());
    }

    /**
     * The WebSocket handshake. A page that is not logged in gets its socket, closed at once with 4401: browsers do not
     * show the status of a refused handshake to scripts.
     */
    @Anonymous
    @GetMapping
    void connect(
            @AuthenticationPrincipal @Nullable Viewer principal,
            @RequestParam(required = false) @Nullable String ticket,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        var key = Handshake.key(request);
        if (key == null) {
            response.setHeader("Sec-WebSocket-Version", "13");
            throw new Problem(RealtimeRefusal.UPGRADE_REQUIRED);
        }
        var origin = request.getHeader("Origin");
        if (origin != null
                && !Origins.isOwn(origin, request)
                && !settings.origins().contains(origin)) {
            throw new Problem(WebRefusal.FOREIGN_ORIGIN);
        }
        if (sockets.isDraining()) {
            throw new Problem(RealtimeRefusal.RESTARTING);
        }
        var viewer = viewer(principal, ticket);
        if (viewer == null && origin == null) {
            throw new Problem(new IdentityRefusal.Unauthenticated());
        }
        accept(viewer, key, request, response);
    }

    private @Nullable Viewer viewer(@Nullable Viewer principal, @Nullable String ticket) {
        if (ticket == null) {
            return principal;
        }
        return tickets.redeem(ticket)
                .filter(viewer -> !sockets.hasEnded(viewer.sessionId()))
                .orElseThrow(() -> new Problem(RealtimeRefusal.TICKET_INVALID));
    }

    private void accept(@Nullable Viewer viewer, String key, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!sockets.admits(viewer)) {
            throw new Problem(RealtimeRefusal.TOO_MANY_SOCKETS);
        }
        response.setHeader("Upgrade", "websocket");
        response.setHeader("Connection", "upgrade");
        response.setHeader("Sec-WebSocket-Accept", Handshake.accept(key));
        sockets.enter(request.upgrade(LiveSocket.class), viewer);
    }
}
