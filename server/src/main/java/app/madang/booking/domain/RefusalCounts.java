package app.madang.booking.domain;

import app.madang.booking.Outcome;
import app.madang.booking.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How often whom was refused what: counted in memory, added to the table each second. */
final class RefusalCounts implements Refusals {

    private static final Logger log = LoggerFactory.getLogger(RefusalCounts.class);

    private record Key(UUID poolId, UUID accountId, String reason) {}

    private final JdbcClient jdbc;
    private final ConcurrentHashMap<Key, Long> counts = new ConcurrentHashMap<>();

    RefusalCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void count(UUID poolId, UUID accountId, Outcome.Refused refused) {
        counts.merge(new Key(poolId, accountId, refused.refusal().code()), 1L, Long::sum);
    }

    @Override
    public List<Count> of(UUID poolId) {
        return jdbc.sql("""
                select reason, sum(count) as count, count(*) as accounts
                from booking.refusal_count
                where pool_id = :pool_id
                group by reason
                order by reason
                """)
                .param("pool_id", poolId)
                .query((row, index) ->
                        new Count(row.getString("reason"), row.getLong("count"), row.getLong("accounts")))
                .list();
    }

    void flush() {
        var rows = new ArrayList<Map.Entry<Key, Long>>();
        for (var key : counts.keySet()) {
            var count = counts.remove(key);
            if (count != null) {
                rows.add(Map.entry(key, count));
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        try {
            add(rows);
        } catch (DataAccessException e) {
            log.warn("refusal counts wait for the database: {}", e.getMessage());
            rows.forEach(row -> counts.merge(row.getKey(), row.getValue(), Long::sum));
        }
    }

    private void add(List<Map.Entry<Key, Long>> rows) {
        jdbc.sql("""
                insert into booking.refusal_count as known (pool_id, account_id, reason, count, last_at)
                select pool_id, account_id, reason, count, clock_timestamp()
                from unnest(:pool_ids::uuid[], :account_ids::uuid[], :reasons::text[], :counts::bigint[])
                     as fresh (pool_id, account_id, reason, count)
                order by pool_id, account_id, reason
                on conflict (pool_id, account_id, reason) do update
                set count = known.count + excluded.count, last_at = excluded.last_at
                """)
                .param("pool_ids", Rows.texts(rows, row -> row.getKey().poolId()))
                .param("account_ids", Rows.texts(rows, row -> row.getKey().accountId()))
                .param("reasons", Rows.texts(rows, row -> row.getKey().reason()))
                .param("counts", Rows.texts(rows, Map.Entry::getValue))
                .update();
    }
}
