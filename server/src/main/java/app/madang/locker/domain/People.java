package app.madang.locker.domain;

import app.madang.identity.Accounts;
import app.madang.identity.Person;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names to put on lockers, kept for a minute so that a list costs no query. */
@Component
public class People {

    private final Accounts accounts;
    private final Cache<UUID, Person> known = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    /** Owners' names change only when accounts are merged, so these may be older. */
    private final Cache<UUID, String> ownerNames = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    People(Accounts accounts) {
        this.accounts = accounts;
    }

    public Optional<Person> find(UUID accountId) {
        var person = known.getIfPresent(accountId);
        if (person != null) {
            return Optional.of(person);
        }
        var found = accounts.find(accountId);
        found.ifPresent(someone -> known.put(accountId, someone));
        return found;
    }

    public Map<UUID, Person> findAll(Collection<UUID> accountIds) {
        var wanted = new HashSet<>(accountIds);
        var found = new HashMap<>(known.getAllPresent(wanted));
        wanted.removeAll(found.keySet());
        if (!wanted.isEmpty()) {
            var read = accounts.findAll(wanted);
            known.putAll(read);
            found.putAll(read);
        }
        return found;
    }

    /** What stands on a locker as its owner: the student id, or the handle of an account without one. */
    public String ownerName(UUID accountId) {
        var name = ownerNames.getIfPresent(accountId);
        return name == null ? remembered(find(accountId)) : name;
    }

    /** Looks up at once what {@link #ownerName} will be asked for. */
    public void prepareOwnerNames(Collection<UUID> accountIds) {
        var wanted = new HashSet<>(accountIds);
        wanted.removeAll(ownerNames.getAllPresent(wanted).keySet());
        if (!wanted.isEmpty()) {
            accounts.findAll(wanted).values().forEach(person -> remembered(Optional.of(person)));
        }
    }

    private String remembered(Optional<Person> person) {
        if (person.isEmpty()) {
            return "";
        }
        @Nullable String studentId = person.get().studentId();
        var name = studentId == null ? person.get().handle() : studentId;
        ownerNames.put(person.get().accountId(), name);
        return name;
    }
}
