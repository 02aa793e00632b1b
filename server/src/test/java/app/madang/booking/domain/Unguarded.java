package app.madang.booking.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stores of an engine from which guards have been taken away, to see that the proofs notice. */
final class Unguarded {

    /** What keeps two nodes from giving one unit away twice. */
    enum Guard {
        LOCK,
        FENCE,
        LOG_KEY,
        CONDITION
    }

    private Unguarded() {}

    static PoolStore pools(JdbcClient jdbc, Set<Guard> kept) {
        return kept.contains(Guard.LOCK) ? new PoolStore(jdbc) : new WithoutLock(jdbc);
    }

    static ClaimStore claims(JdbcClient jdbc, Set<Guard> kept) {
        return new WithoutConditions(jdbc, kept);
    }

    static void dropLogKey(JdbcClient jdbc, Set<Guard> kept) {
        if (!kept.contains(Guard.LOG_KEY)) {
            jdbc.sql("alter table booking.claim_log drop constraint claim_log_pkey")
                    .update();
        }
    }

    private static final class WithoutLock extends PoolStore {
        private final JdbcClient jdbc;

        WithoutLock(JdbcClient jdbc) {
            super(jdbc);
            this.jdbc = jdbc;
        }

        @Override
        SequencedMap<UUID, Long> lockHeads(Collection<UUID> poolIds, boolean waiting) {
            var versions = new LinkedHashMap<UUID, Long>();
            jdbc.sql("select pool_id, version from booking.pool_head where pool_id = any(:ids::uuid[]) order by 1")
                    .param("ids", Rows.texts(poolIds, id -> id))
                    .query(row -> {
                        versions.put(Rows.requiredUuid(row, "pool_id"), row.getLong("version"));
                    });
            return versions;
        }
    }

    private static final class WithoutConditions extends ClaimStore {
        private final JdbcClient jdbc;
        private final Set<Guard> kept;

        WithoutConditions(JdbcClient jdbc, Set<Guard> kept) {
            super(jdbc);
            this.jdbc = jdbc;
            this.kept = kept;
        }

        @Override
        int writeUnits(WriteSet writes, Instant now) {
            if (kept.contains(Guard.CONDITION)) {
                return super.writeUnits(writes, now);
            }
            var keys = writes.units.entrySet();
            return jdbc.sql("""
                    insert into booking.occupancy as taken (pool_id, unit_no, claim_id, until)
                    select pool_id, unit_no, claim_id, until
                    from unnest(:pool_ids::uuid[], :unit_nos::integer[], :claim_ids::uuid[], :untils::timestamptz[])
                         as fresh (pool_id, unit_no, claim_id, until)
                    order by pool_id, unit_no
                    on conflict (pool_id, unit_no) do update
                    set claim_id = excluded.claim_id, until = excluded.until
                    """)
                    .param("pool_ids", Rows.texts(keys, write -> write.getKey().poolId()))
                    .param("unit_nos", Rows.texts(keys, write -> write.getKey().unit()))
                    .param(
                            "claim_ids",
                            Rows.texts(keys, write -> write.getValue().claimId()))
                    .param("untils", Rows.texts(keys, write -> write.getValue().until()))
                    .update();
        }

        @Override
        int writeHeads(WriteSet writes) {
            if (kept.contains(Guard.FENCE)) {
                return super.writeHeads(writes);
            }
            return jdbc.sql("""
                    update booking.pool_head as head
                    set version = fresh.version
                    from unnest(:pool_ids::uuid[], :versions::bigint[]) as fresh (pool_id, version)
                    where head.pool_id = fresh.pool_id
                    """)
                    .param("pool_ids", Rows.texts(writes.heads, WriteSet.HeadRow::poolId))
                    .param("versions", Rows.texts(writes.heads, WriteSet.HeadRow::version))
                    .update();
        }
    }
}
