package app.madang.web;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers kept for 24 hours under idempotency keys. Both calls run on the given client, so that an answer is stored in
 * the very transaction that makes it true.
 */
public interface Answers {

    Map<Key, Answer> find(JdbcClient jdbc, Collection<Key> keys);

    void save(JdbcClient jdbc, Collection<Answer> answers);

    record Key(UUID accountId, String route, String key) {}

    record Answer(Key key, String fingerprint, int status, String body) {}
}
