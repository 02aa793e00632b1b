package app.madang.identity.domain;

import app.madang.identity.Person;
import app.madang.identity.Role;
import app.madang.shared.Ids;
import org.springframework.stereotype.Component;

/** Opens a log-in for someone who has shown who they are. */
@Component
class OpenLogIn {

    private final SessionStore sessions;
    private final AccessTokens tokens;
    private final IdentitySettings settings;

    OpenLogIn(SessionStore sessions, AccessTokens tokens, IdentitySettings settings) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.settings = settings;
    }

    /** Grants member at most, whatever the account's role: a name and a phone number are no secret. */
    Entry.Granted weak(Person person, Client client, boolean created) {
        return open(person, Role.MEMBER, false, client, created);
    }

    /** Grants the account's whole role. */
    Entry.Granted strong(Person person, Client client) {
        return open(person, person.role(), true, client, false);
    }

    private Entry.Granted open(Person person, Role role, boolean strong, Client client, boolean created) {
        var sessionId = Ids.next();
        var refreshToken = RefreshTokens.first();
        sessions.open(
                sessionId,
                person.accountId(),
                strong,
                client,
                RefreshTokens.randomBytes(),
                RefreshTokens.hash(refreshToken),
                settings.refreshToken());
        var accessToken = tokens.issue(person.accountId(), role, sessionId);
        return new Entry.Granted(accessToken, refreshToken, person.serialId(), created);
    }
}
