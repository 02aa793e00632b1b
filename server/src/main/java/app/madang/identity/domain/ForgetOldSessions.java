package app.madang.identity.domain;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what nobody needs any more of log-ins and keys. */
@Component
class ForgetOldSessions {

    private final SessionStore sessions;
    private final SigningKeyStore keys;

    ForgetOldSessions(SessionStore sessions, SigningKeyStore keys) {
        this.sessions = sessions;
        this.keys = keys;
    }

    @Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT15M")
    void forget() {
        sessions.forget();
        keys.forget();
    }
}
