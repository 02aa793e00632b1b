package app.madang.web.idempotency;

import app.madang.web.Answers;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The kept answers, for the filter on the primary connection and for the engine on its own. */
@Component
class KeptAnswerStore implements Answers {

    record Kept(
            String fingerprint,
            int status,
            @Nullable String contentType,
            @Nullable String location,
            @Nullable String entityTag,
            String body) {}

    private final JdbcClient jdbc;

    KeptAnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Key, Answer> find(JdbcClient engine, Collection<Key> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<Key, Answer>();
        engine.sql("""
                        select kept.account_id, kept.route, kept.key, kept.fingerprint, kept.status, kept.body
                        from unnest(:accounts::uuid[], :routes::text[], :keys::text[]) as wanted (account_id, route, key)
                        join web.idempotent_answer kept using (account_id, route, key)
                        where kept.status is not null
                          and kept.created_at > clock_timestamp() - interval '24 hours'
                        """)
                .param("accounts", keys.stream().map(Key::accountId).toArray(UUID[]::new))
                .param("routes", keys.stream().map(Key::route).toArray(String[]::new))
                .param("keys", keys.stream().map(Key::key).toArray(String[]::new))
                .query((row, number) -> new Answer(
                        new Key(row.getObject("account_id", UUID.class), row.getString("route"), row.getString("key")),
                        row.getString("fingerprint"),
                        row.getInt("status"),
                        row.getString("body")))
                .list()
                .forEach(answer -> found.put(answer.key(), answer));
        return found;
    }

    /** A key that was kept meanwhile by somebody else is a {@link DuplicateKeyException}: find it and repeat it. */
    @Override
    public void save(JdbcClient engine, Collection<Answer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        // In key order, so that two batches never wait for each other.
        var ordered = answers.stream()
                .sorted(java.util.Comparator.comparing(
                                (Answer answer) -> answer.key().accountId())
                        .thenComparing(answer -> answer.key().route())
                        .thenComparing(answer -> answer.key().key()))
                .toList();
        var saved = engine.sql("""
                        insert into web.idempotent_answer as kept
                            (account_id, route, key, fingerprint, status, content_type, body, created_at)
                        select account_id, route, key, fingerprint, status, 'application/json', body, clock_timestamp()
                        from unnest(:accounts::uuid[], :routes::text[], :keys::text[], :fingerprints::text[],
                                    :statuses::int[], :bodies::text[])
                            as new (account_id, route, key, fingerprint, status, body)
                        on conflict (account_id, route, key) do update
                            set fingerprint = excluded.fingerprint, status = excluded.status,
                                content_type = excluded.content_type, location = null, entity_tag = null,
                                body = excluded.body, created_at = excluded.created_at
                            where kept.created_at <= clock_timestamp() - interval '24 hours'
                        """)
                .param("accounts", array(ordered, answer -> answer.key().accountId(), UUID[]::new))
                .param("routes", array(ordered, answer -> answer.key().route(), String[]::new))
                .param("keys", array(ordered, answer -> answer.key().key(), String[]::new))
                .param("fingerprints", array(ordered, Answer::fingerprint, String[]::new))
                .param("statuses", array(ordered, Answer::status, Integer[]::new))
                .param("bodies", array(ordered, Answer::body, String[]::new))
                .update();
        if (saved != ordered.size()) {
            throw new DuplicateKeyException("an answer is kept already under one of the keys");
        }
    }

    private static <T> T[] array(
            List<Answer> answers,
            java.util.function.Function<Answer, T> part,
            java.util.function.IntFunction<T[]> generator) {
        return answers.stream().map(part).toArray(generator);
    }

    /** Takes the key for the transaction at hand; waits for a transaction that has it; false when an answer is kept. */
    boolean claim(Key key, String fingerprint) {
        return jdbc.sql("""
                        insert into web.idempotent_answer as kept (account_id, route, key, fingerprint, created_at)
                        values (:account, :route, :key, :fingerprint, clock_timestamp())
                        on conflict (account_id, route, key) do update
                            set fingerprint = excluded.fingerprint, status = null, content_type = null,
                                location = null, entity_tag = null, body = null, created_at = excluded.created_at
                            where kept.created_at <= clock_timestamp() - interval '24 hours'
                        """)
                        .param("account", key.accountId())
                        .param("route", key.route())
                        .param("key", key.key())
                        .param("fingerprint", fingerprint)
                        .update()
                == 1;
    }

    Kept read(Key key) {
        return jdbc.sql("""
                        select fingerprint, status, content_type, location, entity_tag, body
                        from web.idempotent_answer
                        where account_id = :account and route = :route and key = :key
                        """)
                .param("account", key.accountId())
                .param("route", key.route())
                .param("key", key.key())
                .query((row, number) -> new Kept(
                        row.getString("fingerprint"),
                        row.getInt("status"),
                        row.getString("content_type"),
                        row.getString("location"),
                        row.getString("entity_tag"),
                        row.getString("body")))
                .single();
    }

    void keep(Key key, Kept answer) {
        jdbc.sql("""
                        update web.idempotent_answer
                        set status = :status, content_type = :content_type, location = :location,
                            entity_tag = :entity_tag, body = :body
                        where account_id = :account and route = :route and key = :key
                        """)
                .param("status", answer.status())
                .param("content_type", answer.contentType())
                .param("location", answer.location())
                .param("entity_tag", answer.entityTag())
                .param("body", answer.body())
                .param("account", key.accountId())
                .param("route", key.route())
                .param("key", key.key())
                .update();
    }

    /** Forgets a batch of answers older than a day; how many. */
    int forget() {
        return jdbc.sql("""
                        delete from web.idempotent_answer
                        where ctid = any (array(
                            select ctid from web.idempotent_answer
                            where created_at <= clock_timestamp() - interval '24 hours'
                            limit 5000))
                        """).update();
    }
}
