package app.madang.booking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What must hold in the tables at any time, asked of the tables themselves. */
final class Sweeps {

    private Sweeps() {}

    static void check(JdbcClient jdbc) {
        assertThat(oversold(jdbc)).as("units of two standing claims").isZero();
        assertThat(count(jdbc, """
                select count(*) from booking.claim c, unnest(c.units) as unit
                where c.state <> 'ended' and not exists (
                    select from booking.occupancy o
                    where o.pool_id = c.pool_id and o.unit_no = unit and o.claim_id = c.claim_id)
                """))
                .as("units of standing claims that the occupancy does not show")
                .isZero();
        assertThat(count(jdbc, """
                select count(*) from booking.occupancy o
                where o.claim_id is not null and not exists (
                    select from booking.claim c where c.claim_id = o.claim_id and c.state <> 'ended'
                    and o.unit_no = any(c.units) and o.until = coalesce(c.until, 'infinity'))
                """)).as("occupied units without their claim").isZero();
        assertThat(count(jdbc, """
                select count(*) from booking.claim c
                cross join lateral unnest(c.scope_ids, c.scope_numbers) as wanted (scope_id, n)
                where (c.state = 'confirmed' or (c.state = 'held' and c.until > clock_timestamp())) and not exists (
                    select from booking.account_unit a
                    where a.scope_id = wanted.scope_id and a.account_id = c.account_id and a.n = wanted.n
                      and a.claim_id = c.claim_id)
                """))
                .as("allowances of live claims that others have")
                .isZero();
        assertThat(count(jdbc, """
                select count(*) from booking.pool_head h
                where h.version <> (select count(*) from booking.claim_log l where l.pool_id = h.pool_id)
                   or h.version <> (select coalesce(max(version), 0) from booking.claim_log l where l.pool_id = h.pool_id)
                """)).as("pools whose log has gaps").isZero();
    }

    static long oversold(JdbcClient jdbc) {
        return count(jdbc, """
                select count(*) from (
                    select c.pool_id, unit from booking.claim c, unnest(c.units) as unit
                    where c.state = 'confirmed' or (c.state = 'held' and c.until > clock_timestamp())
                    group by c.pool_id, unit having count(*) > 1) as twice
                """);
    }

    private static long count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
