package app.madang.booking.domain;

import app.madang.booking.Claim;
import app.madang.booking.ClaimLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the log, which replayed onto the state before it gives the state after it. */
record LogRow(
        ClaimLog.Entry entry,
        List<Allowance> allowances,
        @Nullable Shape shape) {

    static LogRow of(ResultSet row, int index) throws SQLException {
        var detail = row.getString("detail");
        return new LogRow(entry(row), Rows.allowances(row), detail == null ? null : ShapeJson.shape(detail));
    }

    static ClaimLog.Entry entry(ResultSet row) throws SQLException {
        return new ClaimLog.Entry(
                Rows.requiredUuid(row, "pool_id"),
                row.getLong("version"),
                Rows.upper(ClaimLog.Type.class, row.getString("type")),
                Rows.uuid(row, "claim_id"),
                Rows.uuid(row, "account_id"),
                Rows.integers(row, "units"),
                Rows.integers(row, "units_before"),
                Rows.instant(row, "until"),
                Rows.uuid(row, "other_claim_id"),
                Rows.uuid(row, "actor_id"),
                row.getString("reason"),
                Rows.requiredInstant(row, "at"));
    }

    Step step(PoolState state) {
        return switch (entry.type()) {
            case HELD -> new Step(entry, List.of(new Change(null, begun(Claim.State.HELD))));
            case ASSIGNED, BLOCKED -> new Step(entry, List.of(new Change(null, begun(Claim.State.CONFIRMED))));
            case CONFIRMED -> {
                var before = standing(state, entry.claimId());
                yield new Step(entry, List.of(new Change(before, before.confirmed())));
            }
            case HOLD_RELEASED, RETURNED, REVOKED, EXPIRED, UNBLOCKED ->
                new Step(entry, List.of(new Change(standing(state, entry.claimId()), null)));
            case MOVED -> {
                var before = standing(state, entry.claimId());
                yield new Step(entry, List.of(new Change(before, before.on(entry.units()))));
            }
            case SWAPPED -> {
                var one = standing(state, entry.claimId());
                var other = standing(state, entry.otherClaimId());
                yield new Step(
                        entry,
                        List.of(
                                new Change(one, one.on(entry.units())),
                                new Change(other, other.on(entry.unitsBefore()))));
            }
            case POLICY_CHANGED, GROWN -> new Step(entry, List.of(), state.shape(), shape);
        };
    }

    private Standing begun(Claim.State state) {
        var claimId = entry.claimId();
        if (claimId == null) {
            throw new IllegalStateException("version %d begins no claim".formatted(entry.version()));
        }
        return new Standing(
                new Claim(claimId, entry.poolId(), entry.accountId(), state, entry.units(), entry.until()), allowances);
    }

    private Standing standing(PoolState state, @Nullable UUID claimId) {
        var standing = claimId == null ? null : state.standing(claimId);
        if (standing == null) {
            throw new IllegalStateException("version %d of pool %s speaks of a claim that does not stand"
                    .formatted(entry.version(), entry.poolId()));
        }
        return standing;
    }
}
