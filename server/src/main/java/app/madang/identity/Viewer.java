package app.madang.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * Who is asking: a verified access token. The principal of every authenticated request and socket.
 *
 * @param sessionId the log-in the token came from; ending it ends every token and socket of it
 * @param expiresAt when the token runs out
 */
public record Viewer(UUID accountId, Role role, UUID sessionId, Instant expiresAt) {

    public boolean isAdmin() {
        return role.includes(Role.ADMIN);
    }
}
