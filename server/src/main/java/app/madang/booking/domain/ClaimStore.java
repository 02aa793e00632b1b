package app.madang.booking.domain;

import app.madang.booking.Claim;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes batches. Each statement carries the condition that keeps its invariant, and its row count is checked: should
 * one object, the batch is rolled back and decided anew from fresh state.
 */
class ClaimStore {

    private final JdbcClient jdbc;

    ClaimStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes a batch in lock order: allowances, units, then what only the pool's head guards.
     *
     * @throws AllowancesMissed when a claim of another pool has an allowance that this batch needs
     * @throws GuardObjected when a constraint or condition says that the batch was decided on a wrong state
     */
    void write(WriteSet writes, Instant now) {
        var missed = writes.neededAllowances();
        if (!writes.allowances.isEmpty()) {
            missed.removeAll(writeAllowances(writes, now));
        }
        if (!missed.isEmpty()) {
            throw new AllowancesMissed(missed);
        }
        guard(writeUnits(writes, now), writes.units.size(), "units");
        guard(writeClaims(writes), writes.claims.size(), "claims");
        guard(writeLog(writes), writes.steps.size(), "log entries");
        writes.shapes.forEach(this::writeShape);
        guard(writeHeads(writes), writes.heads.size(), "heads");
    }

    private static void guard(int written, int meant, String what) {
        if (written != meant) {
            throw new GuardObjected("%d of %d %s were written".formatted(written, meant, what), null);
        }
    }

    private Set<WriteSet.AllowanceKey> writeAllowances(WriteSet writes, Instant now) {
        var keys = writes.allowances.entrySet();
        // An allowance changes hands only when its claim has run out or is one of this batch's own: the condition
        // holds across pools, whose heads do not protect it. Rows are locked in key order.
        return new HashSet<>(jdbc.sql("""
                insert into booking.account_unit as taken (scope_id, account_id, n, claim_id, until)
                select scope_id, account_id, n, claim_id, until
                from unnest(:scope_ids::uuid[], :account_ids::uuid[], :ns::integer[], :claim_ids::uuid[],
                            :untils::timestamptz[]) as fresh (scope_id, account_id, n, claim_id, until)
                order by scope_id, account_id, n
                on conflict (scope_id, account_id, n) do update
                set claim_id = excluded.claim_id, until = excluded.until
                where taken.until <= :now::timestamptz or taken.claim_id = any(:own_claims::uuid[])
                returning scope_id, account_id, n
                """)
                .param("scope_ids", Rows.texts(keys, write -> write.getKey().scope()))
                .param("account_ids", Rows.texts(keys, write -> write.getKey().accountId()))
                .param("ns", Rows.texts(keys, write -> write.getKey().n()))
                .param("claim_ids", Rows.texts(keys, write -> write.getValue().claimId()))
                .param("untils", Rows.texts(keys, write -> write.getValue().until()))
                .param("now", now.toString())
                .param("own_claims", Rows.texts(writes.ownClaims(), id -> id))
                .query((row, index) -> new WriteSet.AllowanceKey(
                        Rows.requiredUuid(row, "scope_id"), Rows.requiredUuid(row, "account_id"), row.getInt("n")))
                .list());
    }

    int writeUnits(WriteSet writes, Instant now) {
        var keys = writes.units.entrySet();
        // A unit changes hands only when its claim has run out or is one of this batch's own.
        return jdbc.sql("""
                insert into booking.occupancy as taken (pool_id, unit_no, claim_id, until)
                select pool_id, unit_no, claim_id, until
                from unnest(:pool_ids::uuid[], :unit_nos::integer[], :claim_ids::uuid[], :untils::timestamptz[])
                     as fresh (pool_id, unit_no, claim_id, until)
                order by pool_id, unit_no
                on conflict (pool_id, unit_no) do update
                set claim_id = excluded.claim_id, until = excluded.until
                where taken.until <= :now::timestamptz or taken.claim_id = any(:own_claims::uuid[])
                """)
                .param("pool_ids", Rows.texts(keys, write -> write.getKey().poolId()))
                .param("unit_nos", Rows.texts(keys, write -> write.getKey().unit()))
                .param("claim_ids", Rows.texts(keys, write -> write.getValue().claimId()))
                .param("untils", Rows.texts(keys, write -> write.getValue().until()))
                .param("now", now.toString())
                .param("own_claims", Rows.texts(writes.ownClaims(), id -> id))
                .update();
    }

    private int writeClaims(WriteSet writes) {
        var rows = writes.claims.values();
        return jdbc.sql("""
                insert into booking.claim as standing (claim_id, pool_id, account_id, state, units, until, scope_ids,
                                                       scope_numbers, version, changed_at, end_reason)
                select claim_id, pool_id, account_id, state, units::integer[], until, scope_ids::uuid[],
                       scope_numbers::integer[], version, changed_at, end_reason
                from unnest(:claim_ids::uuid[], :pool_ids::uuid[], :account_ids::uuid[], :states::text[],
                            :units::text[], :untils::timestamptz[], :scope_ids::text[], :scope_numbers::text[],
                            :versions::bigint[], :changed_ats::timestamptz[], :end_reasons::text[])
                     as fresh (claim_id, pool_id, account_id, state, units, until, scope_ids, scope_numbers, version,
                               changed_at, end_reason)
                on conflict (claim_id) do update
                set state = excluded.state, units = excluded.units, until = excluded.until,
                    version = excluded.version, changed_at = excluded.changed_at, end_reason = excluded.end_reason
                where standing.state <> 'ended' and standing.version < excluded.version
                """)
                .param("claim_ids", Rows.texts(rows, row -> row.standing().claimId()))
                .param(
                        "pool_ids",
                        Rows.texts(rows, row -> row.standing().claim().poolId()))
                .param(
                        "account_ids",
                        Rows.texts(rows, row -> row.standing().claim().accountId()))
                .param("states", Rows.texts(rows, row -> Rows.lower(row.state())))
                .param(
                        "units",
                        Rows.texts(
                                rows, row -> Rows.literal(row.standing().claim().units())))
                .param(
                        "untils",
                        Rows.texts(
                                rows,
                                row -> row.state() == Claim.State.ENDED
                                        ? null
                                        : row.standing().claim().until()))
                .param(
                        "scope_ids",
                        Rows.texts(rows, row -> scopes(row.standing().allowances())))
                .param(
                        "scope_numbers",
                        Rows.texts(rows, row -> numbers(row.standing().allowances())))
                .param("versions", Rows.texts(rows, WriteSet.ClaimRow::version))
                .param("changed_ats", Rows.texts(rows, WriteSet.ClaimRow::at))
                .param("end_reasons", Rows.texts(rows, WriteSet.ClaimRow::endReason))
                .update();
    }

    int writeLog(WriteSet writes) {
        var rows = writes.steps;
        return jdbc.sql("""
                insert into booking.claim_log (pool_id, version, type, claim_id, account_id, units, units_before, until,
                                               scope_ids, scope_numbers, other_claim_id, actor_id, reason, detail, at)
                select pool_id, version, type, claim_id, account_id, units::integer[], units_before::integer[], until,
                       scope_ids::uuid[], scope_numbers::integer[], other_claim_id, actor_id, reason, detail, at
                from unnest(:pool_ids::uuid[], :versions::bigint[], :types::text[], :claim_ids::uuid[],
                            :account_ids::uuid[], :units::text[], :units_before::text[], :untils::timestamptz[],
                            :scope_ids::text[], :scope_numbers::text[], :other_claim_ids::uuid[], :actor_ids::uuid[],
                            :reasons::text[], :details::jsonb[], :ats::timestamptz[])
                     as fresh (pool_id, version, type, claim_id, account_id, units, units_before, until, scope_ids,
                               scope_numbers, other_claim_id, actor_id, reason, detail, at)
                """)
                .param("pool_ids", Rows.texts(rows, step -> step.entry().poolId()))
                .param("versions", Rows.texts(rows, step -> step.entry().version()))
                .param("types", Rows.texts(rows, step -> Rows.lower(step.entry().type())))
                .param("claim_ids", Rows.texts(rows, step -> step.entry().claimId()))
                .param("account_ids", Rows.texts(rows, step -> step.entry().accountId()))
                .param(
                        "units",
                        Rows.texts(rows, step -> Rows.literal(step.entry().units())))
                .param(
                        "units_before",
                        Rows.texts(rows, step -> Rows.literal(step.entry().unitsBefore())))
                .param("untils", Rows.texts(rows, step -> step.entry().until()))
                .param("scope_ids", Rows.texts(rows, step -> scopes(step.allowances())))
                .param("scope_numbers", Rows.texts(rows, step -> numbers(step.allowances())))
                .param("other_claim_ids", Rows.texts(rows, step -> step.entry().otherClaimId()))
                .param("actor_ids", Rows.texts(rows, step -> step.entry().actorId()))
                .param("reasons", Rows.texts(rows, step -> step.entry().reason()))
                .param(
                        "details",
                        Rows.texts(rows, step -> step.shapeAfter() == null ? null : ShapeJson.write(step.shapeAfter())))
                .param("ats", Rows.texts(rows, step -> step.entry().at()))
                .update();
    }

    private void writeShape(UUID poolId, Shape shape) {
        jdbc.sql("""
                update booking.pool set units = :units, policy = :policy::jsonb where pool_id = :pool_id
                """)
                .param("units", shape.units())
                .param("policy", ShapeJson.write(shape.policy()))
                .param("pool_id", poolId)
                .update();
    }

    int writeHeads(WriteSet writes) {
        var rows = writes.heads;
        // The version fences out whoever decided on an older state; the heads are locked already, so order is no
        // matter.
        return jdbc.sql("""
                update booking.pool_head as head
                set version = fresh.version
                from unnest(:pool_ids::uuid[], :befores::bigint[], :versions::bigint[])
                     as fresh (pool_id, before, version)
                where head.pool_id = fresh.pool_id and head.version = fresh.before
                """)
                .param("pool_ids", Rows.texts(rows, WriteSet.HeadRow::poolId))
                .param("befores", Rows.texts(rows, WriteSet.HeadRow::versionBefore))
                .param("versions", Rows.texts(rows, WriteSet.HeadRow::version))
                .update();
    }

    /** Whether the step is durable: nobody else's can be its like. */
    boolean isLogged(Step step) {
        return jdbc.sql("""
                select exists (
                    select from booking.claim_log
                    where pool_id = :pool_id and version = :version and at = :at::timestamptz
                      and claim_id is not distinct from :claim_id::uuid)
                """)
                .param("pool_id", step.entry().poolId())
                .param("version", step.entry().version())
                .param("at", step.entry().at().toString())
                .param(
                        "claim_id",
                        step.entry().claimId() == null
                                ? null
                                : step.entry().claimId().toString())
                .query(Boolean.class)
                .single();
    }

    /** What claims have of these accounts in these scopes, whoever wrote it. */
    Known known(Set<Known.Key> keys) {
        return Known.of(jdbc.sql("""
                select scope_id, account_id, n, claim_id, until
                from booking.account_unit
                where claim_id is not null and (scope_id, account_id) in
                      (select wanted.scope_id, wanted.account_id
                       from unnest(:scope_ids::uuid[], :account_ids::uuid[]) as wanted (scope_id, account_id))
                """)
                .param("scope_ids", Rows.texts(keys, Known.Key::scope))
                .param("account_ids", Rows.texts(keys, Known.Key::accountId))
                .query((row, index) -> new Known.Taken(
                        Rows.requiredUuid(row, "scope_id"),
                        Rows.requiredUuid(row, "account_id"),
                        row.getInt("n"),
                        Rows.requiredUuid(row, "claim_id"),
                        Rows.requiredInstant(row, "until")))
                .list());
    }

    private static String scopes(List<Allowance> allowances) {
        return allowances.stream().map(each -> each.scope().toString()).collect(Collectors.joining(",", "{", "}"));
    }

    private static String numbers(List<Allowance> allowances) {
        return allowances.stream().map(each -> Integer.toString(each.n())).collect(Collectors.joining(",", "{", "}"));
    }
}
