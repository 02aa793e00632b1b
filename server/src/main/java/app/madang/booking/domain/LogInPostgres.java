package app.madang.booking.domain;

import app.madang.booking.ClaimLog;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

final class LogInPostgres implements ClaimLog {

    private static final int LIMIT_MAX = 1_000;

    private final JdbcClient jdbc;

    LogInPostgres(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Entry> after(UUID poolId, long version, int limit) {
        return jdbc.sql("""
                select pool_id, version, type, claim_id, account_id, units, units_before, until, other_claim_id,
                       actor_id, reason, at
                from booking.claim_log
                where pool_id = :pool_id and version > :version
                order by version
                limit :limit
                """)
                .param("pool_id", poolId)
                .param("version", version)
                .param("limit", bounded(limit))
                .query((row, index) -> LogRow.entry(row))
                .list();
    }

    @Override
    public List<Entry> ofUnit(UUID poolId, int unit, long beforeVersion, int limit) {
        return jdbc.sql("""
                select pool_id, version, type, claim_id, account_id, units, units_before, until, other_claim_id,
                       actor_id, reason, at
                from booking.claim_log
                where pool_id = :pool_id and version < :before
                  and (units @> array[:unit::integer] or units_before @> array[:unit::integer])
                order by version desc
                limit :limit
                """)
                .param("pool_id", poolId)
                .param("before", beforeVersion)
                .param("unit", unit)
                .param("limit", bounded(limit))
                .query((row, index) -> LogRow.entry(row))
                .list();
    }

    @Override
    public List<Entry> ofClaim(UUID poolId, UUID claimId, int limit) {
        return jdbc.sql("""
                select pool_id, version, type, claim_id, account_id, units, units_before, until, other_claim_id,
                       actor_id, reason, at
                from booking.claim_log
                where pool_id = :pool_id and (claim_id = :claim_id or other_claim_id = :claim_id)
                order by version
                limit :limit
                """)
                .param("pool_id", poolId)
                .param("claim_id", claimId)
                .param("limit", bounded(limit))
                .query((row, index) -> LogRow.entry(row))
                .list();
    }

    private static int bounded(int limit) {
        return Math.clamp(limit, 1, LIMIT_MAX);
    }
}
