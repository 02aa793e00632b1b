package app.madang.identity.domain;

import app.madang.identity.IdentityRefusal;
import app.madang.identity.Person;
import app.madang.identity.Role;
import app.madang.shared.Ids;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens log-ins: by student id, registering whoever is new, and by password. */
@Component
public class LogIns {

    private final AccountStore accounts;
    private final SessionStore sessions;
    private final RosterStore roster;
    private final AttemptLimits limits;
    private final Passwords passwords;
    private final AccessTokens tokens;
    private final IdentitySettings settings;
    private final LogInTurns turns;
    private final TransactionTemplate transactions;

    LogIns(
            AccountStore accounts,
            SessionStore sessions,
            RosterStore roster,
            AttemptLimits limits,
            Passwords passwords,
            AccessTokens tokens,
            IdentitySettings settings,
            LogInTurns turns,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.roster = roster;
        this.limits = limits;
        this.passwords = passwords;
        this.tokens = tokens;
        this.settings = settings;
        this.turns = turns;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Grants member at most, whatever the account's role: a name and a phone number are no secret. */
    public Entry loginOrRegister(Applicant applicant, Client client) {
        var wait = limits.check(applicant.studentId(), client);
        if (wait != null) {
            return refused(new IdentityRefusal.TooManyAttempts(wait));
        }
        return turns.take(() -> {
            var entry = enter(applicant, client);
            switch (entry) {
                case Entry.Granted granted -> limits.succeeded(applicant.studentId(), client);
                case Entry.Refused refused -> limits.failed(applicant.studentId(), client);
            }
            return entry;
        });
    }

    private Entry enter(Applicant applicant, Client client) {
        var known = accounts.findByStudentId(applicant.studentId());
        return known.isPresent()
                ? enter(known.get(), applicant, client)
                : transactions.execute(transaction -> register(applicant, client));
    }

    private Entry register(Applicant applicant, Client client) {
        var refusal = roster.refusal(applicant);
        if (refusal != null) {
            return refused(refusal);
        }
        var registered = accounts.register(Ids.next(), applicant);
        if (registered.isPresent()) {
            return open(registered.get(), Role.MEMBER, false, client, true);
        }
        // Somebody registered the student id in this very moment; who, shows now.
        return enter(accounts.findByStudentId(applicant.studentId()).orElseThrow(), applicant, client);
    }

    private Entry enter(Person person, Applicant applicant, Client client) {
        return applicant.isSamePerson(person.name(), person.phoneNumber())
                ? open(person, Role.MEMBER, false, client, false)
                : refused(new IdentityRefusal.IdentityMismatch());
    }

    /** By handle or e-mail and password; grants the account's whole role. */
    public Entry login(String login, String password, Client client) {
        var name = login.strip().toLowerCase(Locale.ROOT);
        var wait = limits.check(name, client);
        if (wait != null) {
            return refused(new IdentityRefusal.TooManyAttempts(wait));
        }
        var known = accounts.findByLogin(name);
        var hash = known.map(AccountStore.WithPassword::passwordHash).orElse(null);
        switch (passwords.check(password, hash)) {
            case BUSY -> {
                return refused(new IdentityRefusal.LoginBusy());
            }
            case WRONG -> {
                limits.failed(name, client);
                return refused(new IdentityRefusal.WrongLogin());
            }
            case RIGHT -> {
                limits.succeeded(name, client);
                var person = known.orElseThrow().person();
                return open(person, person.role(), true, client, false);
            }
        }
        throw new IllegalStateException();
    }

    private Entry.Granted open(Person person, Role role, boolean strong, Client client, boolean created) {
        UUID sessionId = Ids.next();
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

    static Entry refused(IdentityRefusal refusal) {
        return new Entry.Refused(refusal);
    }
}
