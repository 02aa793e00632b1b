package app.madang.identity.domain;

import app.madang.identity.IdentityRefusal;
import app.madang.identity.Role;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Exchanges a refresh token for a new pair. A token that is used twice was stolen from one of its two users: the
 * log-in ends for both. Only a browser that lost the answer on the way may ask again for a moment, as the same client.
 */
@Component
public class RefreshLogIn {

    private final SessionStore sessions;
    private final AccountStore accounts;
    private final AccessTokens tokens;
    private final EndedSessions ended;
    private final IdentitySettings settings;
    private final LogInTurns turns;
    private final TransactionTemplate transactions;

    RefreshLogIn(
            SessionStore sessions,
            AccountStore accounts,
            AccessTokens tokens,
            EndedSessions ended,
            IdentitySettings settings,
            LogInTurns turns,
            PlatformTransactionManager transactions) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.tokens = tokens;
        this.ended = ended;
        this.settings = settings;
        this.turns = turns;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * @param replaced access tokens that came along; those of the same log-in are dead at once
     * @param grace whether the cookie form asks, which is answered again for a moment
     */
    public Entry refresh(String token, List<String> replaced, boolean grace, Client client) {
        return turns.take(() -> answer(token, replaced, grace, client));
    }

    private Entry answer(String token, List<String> replaced, boolean grace, Client client) {
        var outcome = transactions.execute(transaction -> exchange(token, replaced, grace, client));
        outcome.reused().ifPresent(ended::add);
        outcome.replaced().forEach(ended::addToken);
        return outcome.entry();
    }

    private Outcome exchange(String token, List<String> replaced, boolean grace, Client client) {
        var hash = RefreshTokens.hash(token);
        var presented = sessions.lockByToken(hash);
        if (presented.isEmpty() || !sessions.isLive(presented.get().sessionId())) {
            return Outcome.refused();
        }
        var session = presented.get();
        var successor = RefreshTokens.successor(token, session.seed());
        var used = sessions.usedSecondsAgo(hash);
        if (used.isEmpty()) {
            sessions.replaceToken(
                    session.sessionId(), hash, RefreshTokens.hash(successor), client, settings.refreshToken());
            var dead = replaced.stream()
                    .flatMap(accessToken -> tokens.idWithin(session.sessionId(), accessToken).stream())
                    .distinct()
                    .toList();
            dead.forEach(sessions::endToken);
            return granted(session, successor, dead);
        }
        var answerWasLost = grace
                && used.get() <= settings.refreshGrace().toSeconds()
                && client.equals(session.lastClient())
                && sessions.usedSecondsAgo(RefreshTokens.hash(successor)).isEmpty();
        if (answerWasLost) {
            return granted(session, successor, List.of());
        }
        sessions.end(session.sessionId(), "refresh token used twice");
        return new Outcome(
                new Entry.Refused(new IdentityRefusal.TokenInvalid()), Optional.of(session.sessionId()), List.of());
    }

    private Outcome granted(SessionStore.Presented session, String successor, List<UUID> replaced) {
        var person = accounts.find(session.accountId()).orElseThrow();
        var role = session.strong() ? person.role() : Role.MEMBER;
        var accessToken = tokens.issue(person.accountId(), role, session.sessionId());
        var entry = new Entry.Granted(accessToken, successor, person.serialId(), false);
        return new Outcome(entry, Optional.empty(), replaced);
    }

    private record Outcome(Entry entry, Optional<UUID> reused, List<UUID> replaced) {
        static Outcome refused() {
            return new Outcome(new Entry.Refused(new IdentityRefusal.TokenInvalid()), Optional.empty(), List.of());
        }
    }
}
