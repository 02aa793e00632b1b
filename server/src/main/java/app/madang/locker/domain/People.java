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
        return find(accountId).map(People::ownerName).orElse("");
    }

    public static String ownerName(Person person) {
        @Nullable String studentId = person.studentId();
        return studentId == null ? person.handle() : studentId;
    }
}
