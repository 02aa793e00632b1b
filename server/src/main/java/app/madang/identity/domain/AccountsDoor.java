package app.madang.identity.domain;

import app.madang.identity.Accounts;
import app.madang.identity.Person;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
class AccountsDoor implements Accounts {

    private static final int SEARCH_MAX = 50;

    private final AccountStore store;

    AccountsDoor(AccountStore store) {
        this.store = store;
    }

    @Override
    public Optional<Person> find(UUID accountId) {
        return store.find(accountId);
    }

    @Override
    public Map<UUID, Person> findAll(Collection<UUID> accountIds) {
        return accountIds.isEmpty()
                ? Map.of()
                : store.findAll(accountIds).stream().collect(Collectors.toMap(Person::accountId, Function.identity()));
    }

    @Override
    public Optional<Person> findByStudentId(String studentId) {
        return store.findByStudentId(studentId);
    }

    @Override
    public List<Person> search(String text, int limit) {
        return store.search(text.strip(), 0, Math.clamp(limit, 1, SEARCH_MAX));
    }

    @Override
    public void registerAll(Collection<NewMember> members) {
        store.registerAll(members.stream()
                .map(member -> new Applicant(member.studentId(), member.name(), member.phoneNumber()))
                .toList());
    }
}
