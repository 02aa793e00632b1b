package app.madang.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The accounts of this community. */
public interface Accounts {

    Optional<Person> find(UUID accountId);

    /** The accounts among these ids that exist. */
    Map<UUID, Person> findAll(Collection<UUID> accountIds);

    Optional<Person> findByStudentId(String studentId);

    /** Accounts whose student id, handle or name begins with the text, at most {@code limit} (1 to 50). */
    List<Person> search(String text, int limit);

    /** Makes member accounts for invented people of the demo community; known student ids are left alone. */
    void registerAll(Collection<NewMember> members);

    record NewMember(String studentId, String name, String phoneNumber) {}
}
