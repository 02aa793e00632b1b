package app.madang.identity.domain;

import app.madang.identity.IdentityRefusal;
import app.madang.identity.Person;
import app.madang.identity.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What admins do to accounts and keys. */
@Component
public class Administration {

    private final AccountStore accounts;
    private final SessionStore sessions;
    private final EndedSessions ended;
    private final SigningKeyStore keyStore;
    private final SigningKeys keys;
    private final TransactionTemplate transactions;

    Administration(
            AccountStore accounts,
            SessionStore sessions,
            EndedSessions ended,
            SigningKeyStore keyStore,
            SigningKeys keys,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.ended = ended;
        this.keyStore = keyStore;
        this.keys = keys;
        this.transactions = new TransactionTemplate(transactions);
    }

    public List<Person> search(String text, long afterSerialId, int limit) {
        return accounts.search(text.strip(), afterSerialId, limit);
    }

    public @Nullable Person find(long serialId) {
        return accounts.findBySerialId(serialId).orElse(null);
    }

    /** Gives the account another role; log-ins that carry the old one end. Null when done, or why not. */
    public @Nullable IdentityRefusal changeRole(long serialId, Role role) {
        var change = transactions.execute(transaction -> {
            // Locked before the account is read, so that two admins cannot demote each other.
            var admins = accounts.lockAdmins();
            var person = accounts.findBySerialId(serialId).orElse(null);
            if (person == null) {
                return new Change(new IdentityRefusal.NoSuchAccount(), List.of());
            }
            if (person.role() == role) {
                return new Change(null, List.of());
            }
            if (admins.equals(List.of(person.accountId()))) {
                return new Change(new IdentityRefusal.LastAdmin(), List.of());
            }
            accounts.changeRole(person.accountId(), role);
            return new Change(null, sessions.endStrong(person.accountId(), "another role"));
        });
        change.ended().forEach(ended::add);
        return change.refusal();
    }

    /** Signs with a new key from now on; tokens signed with the old one are good until they run out. */
    public String rotateSigningKey() {
        var id = keyStore.rotate();
        keys.refresh();
        return id;
    }

    private record Change(@Nullable IdentityRefusal refusal, List<UUID> ended) {}
}
