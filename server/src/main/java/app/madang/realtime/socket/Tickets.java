package app.madang.realtime.socket;

import app.madang.identity.Viewer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tickets for programs that cannot send a header with a WebSocket handshake. */
@Component
class Tickets {

    private static final int TICKET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final TicketStore store;
    private final RealtimeSettings settings;

    Tickets(TicketStore store, RealtimeSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    String issue(Viewer viewer) {
        var bytes = new byte[TICKET_BYTES];
        random.nextBytes(bytes);
        var ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        store.deleteExpired();
        store.insert(hash(ticket), viewer, settings.ticketLife());
        return ticket;
    }

    Optional<Viewer> redeem(String ticket) {
        return store.redeem(hash(ticket));
    }

    private static byte[] hash(String ticket) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
