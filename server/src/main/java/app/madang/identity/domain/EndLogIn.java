package app.madang.identity.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends log-ins: their tokens and sockets are dead here at once and everywhere within a second. */
@Component
public class EndLogIn {

    private final SessionStore sessions;
    private final EndedSessions ended;

    EndLogIn(SessionStore sessions, EndedSessions ended) {
        this.sessions = sessions;
        this.ended = ended;
    }

    public void logout(UUID sessionId) {
        sessions.end(sessionId, "logout");
        ended.add(sessionId);
    }

    /** The log-in a refresh token was given to, be it used or over. */
    public Optional<UUID> byRefreshToken(String token) {
        return sessions.findByToken(RefreshTokens.hash(token));
    }

    public List<LogIn> list(UUID accountId) {
        return sessions.live(accountId);
    }

    /** Ends one of the account's own; false when there is no such. */
    public boolean endOwn(UUID sessionId, UUID accountId) {
        if (!sessions.endOwn(sessionId, accountId, "ended by its owner")) {
            return false;
        }
        ended.add(sessionId);
        return true;
    }

    public void endOthers(UUID accountId, UUID but) {
        endAll(accountId, but, "ended by its owner");
    }

    /** Must not run inside a transaction: others are told at once. */
    void endAll(UUID accountId, @Nullable UUID but, String reason) {
        sessions.endAll(accountId, but, reason).forEach(ended::add);
    }
}
