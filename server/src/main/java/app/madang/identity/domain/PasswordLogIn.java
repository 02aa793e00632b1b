package app.madang.identity.domain;

import app.madang.identity.IdentityRefusal;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Logs in by handle or e-mail and password; grants the account's whole role. */
@Component
public class PasswordLogIn {

    private final AccountStore accounts;
    private final AttemptLimits limits;
    private final Passwords passwords;
    private final OpenLogIn opened;

    PasswordLogIn(AccountStore accounts, AttemptLimits limits, Passwords passwords, OpenLogIn opened) {
        this.accounts = accounts;
        this.limits = limits;
        this.passwords = passwords;
        this.opened = opened;
    }

    public Entry login(String login, String password, Client client) {
        var name = login.strip().toLowerCase(Locale.ROOT);
        var pause = limits.check(name, client);
        if (pause != null) {
            return new Entry.Refused(new IdentityRefusal.TooManyAttempts(pause));
        }
        var known = accounts.findByLogin(name);
        var hash = known.map(AccountStore.WithPassword::passwordHash).orElse(null);
        return switch (passwords.check(password, hash)) {
            case BUSY -> new Entry.Refused(new IdentityRefusal.LoginBusy());
            case WRONG -> {
                limits.failed(name, client);
                yield new Entry.Refused(new IdentityRefusal.WrongLogin());
            }
            case RIGHT -> {
                limits.succeeded(name, client);
                yield opened.strong(known.orElseThrow().person(), client);
            }
        };
    }
}
