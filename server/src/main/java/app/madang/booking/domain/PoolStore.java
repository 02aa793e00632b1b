package app.madang.booking.domain;

import app.madang.booking.Policy;
import app.madang.booking.Pools;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pools and their heads: locking, reading, catching up. Runs on the connection of the current transaction. */
class PoolStore {

    /** The time under the lock, and the transaction's id to ask about when a commit's answer is lost. */
    record Moment(Instant now, String transactionId) {}

    private final JdbcClient jdbc;

    PoolStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    void create(UUID poolId, String kind, String ref, @Nullable Integer units, Policy policy) {
        jdbc.sql("""
                insert into booking.pool (pool_id, kind, ref, units, policy)
                values (:pool_id, :kind, :ref, :units, :policy::jsonb)
                """)
                .param("pool_id", poolId)
                .param("kind", kind)
                .param("ref", ref)
                .param("units", units)
                .param("policy", ShapeJson.write(policy))
                .update();
        jdbc.sql("insert into booking.pool_head (pool_id, version) values (:pool_id, 0)")
                .param("pool_id", poolId)
                .update();
    }

    /** Locks heads in id order; with {@code waiting} false, heads locked by others are left out. */
    SequencedMap<UUID, Long> lockHeads(Collection<UUID> poolIds, boolean waiting) {
        var sql = waiting ? """
                select pool_id, version from booking.pool_head
                where pool_id = any(:pool_ids::uuid[]) order by pool_id
                for no key update
                """ : """
                select pool_id, version from booking.pool_head
                where pool_id = any(:pool_ids::uuid[]) order by pool_id
                for no key update skip locked
                """;
        var versions = new LinkedHashMap<UUID, Long>();
        jdbc.sql(sql).param("pool_ids", Rows.texts(poolIds, id -> id)).query(row -> {
            versions.put(Rows.requiredUuid(row, "pool_id"), row.getLong("version"));
        });
        return versions;
    }

    /** Must be a statement after the locking one: taken inside it, the time can lie before the lock was granted. */
    Moment moment() {
        return jdbc.sql("select clock_timestamp() as now, pg_current_xact_id()::text as id")
                .query((row, index) -> new Moment(Rows.requiredInstant(row, "now"), row.getString("id")))
                .single();
    }

    /** What became of a transaction: {@code committed}, {@code aborted} or {@code in progress}. */
    Optional<String> fate(String transactionId) {
        return jdbc.sql("select pg_xact_status(:id::xid8)")
                .param("id", transactionId)
                .query(String.class)
                .optional();
    }

    Optional<Pools.Pool> find(UUID poolId) {
        return jdbc.sql("""
                select p.pool_id, p.kind, p.ref, p.units, p.policy, h.version
                from booking.pool p join booking.pool_head h on h.pool_id = p.pool_id
                where p.pool_id = :pool_id
                """).param("pool_id", poolId).query(PoolStore::pool).optional();
    }

    /** The whole pool; exact when its head is locked or the transaction reads one snapshot. */
    Optional<PoolState> load(UUID poolId) {
        return find(poolId)
                .map(pool -> new PoolState(
                        poolId,
                        pool.kind(),
                        new Shape(pool.policy(), pool.units()),
                        pool.version(),
                        standings(poolId)));
    }

    private List<Standing> standings(UUID poolId) {
        return jdbc.sql("""
                select claim_id, pool_id, account_id, state, units, until, scope_ids, scope_numbers
                from booking.claim
                where claim_id in (select o.claim_id from booking.occupancy o where o.pool_id = :pool_id)
                """)
                .param("pool_id", poolId)
                .query((row, index) -> new Standing(Rows.claim(row), Rows.allowances(row)))
                .list();
    }

    /** Log rows above a version, oldest first. */
    List<LogRow> logAfter(UUID poolId, long version, int limit) {
        return jdbc.sql("""
                select pool_id, version, type, claim_id, account_id, units, units_before, until, scope_ids,
                       scope_numbers, other_claim_id, actor_id, reason, detail, at
                from booking.claim_log
                where pool_id = :pool_id and version > :version
                order by version
                limit :limit
                """)
                .param("pool_id", poolId)
                .param("version", version)
                .param("limit", limit)
                .query(LogRow::of)
                .list();
    }

    Map<UUID, Long> versions(Collection<UUID> poolIds) {
        var versions = new LinkedHashMap<UUID, Long>();
        jdbc.sql("select pool_id, version from booking.pool_head where pool_id = any(:pool_ids::uuid[])")
                .param("pool_ids", Rows.texts(poolIds, id -> id))
                .query(row -> {
                    versions.put(Rows.requiredUuid(row, "pool_id"), row.getLong("version"));
                });
        return versions;
    }

    /**
     * Pools with holds that ran out before {@code due}. Ids of claims begin with the time they were made, so those
     * younger than {@code oldest} are a range of the primary key.
     */
    List<UUID> poolsWithDueHolds(UUID oldest, Instant due, int limit) {
        return jdbc.sql("""
                select distinct pool_id from booking.claim
                where claim_id >= :oldest and state = 'held' and until < :due
                limit :limit
                """)
                .param("oldest", oldest)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, index) -> Rows.requiredUuid(row, "pool_id"))
                .list();
    }

    private static Pools.Pool pool(ResultSet row, int index) throws SQLException {
        return new Pools.Pool(
                Rows.requiredUuid(row, "pool_id"),
                row.getString("kind"),
                row.getString("ref"),
                row.getObject("units", Integer.class),
                ShapeJson.policy(row.getString("policy")),
                row.getLong("version"));
    }
}
