package app.madang.identity.domain;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what nobody needs any more of log-ins and keys. */
@Component
class ForgetOldSessions {

    private final SessionStore sessions;
    private final SigningKeyStore keys;
    private final IdentitySettings settings;

    ForgetOldSessions(SessionStore sessions, SigningKeyStore keys, IdentitySettings settings) {
        this.sessions = sessions;
        this.keys = keys;
        this.settings = settings;
    }

    @Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT15M")
    void forget() {
        sessions.forget();
        sessions.forgetTokens(settings.accessToken().multipliedBy(2));
        keys.forget();
    }
}
