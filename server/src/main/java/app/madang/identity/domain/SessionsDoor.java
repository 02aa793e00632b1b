package app.madang.identity.domain;

import app.madang.identity.Sessions;
import app.madang.identity.Viewer;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

@Component
class SessionsDoor implements Sessions {

    private final AccessTokens tokens;
    private final EndedSessions ended;

    SessionsDoor(AccessTokens tokens, EndedSessions ended) {
        this.tokens = tokens;
        this.ended = ended;
    }

    @Override
    public Optional<Viewer> verify(String accessToken) {
        return tokens.verify(accessToken);
    }

    @Override
    public void onEnded(Consumer<UUID> sessionId) {
        ended.onEnded(sessionId);
    }
}
