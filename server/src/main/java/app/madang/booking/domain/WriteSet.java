package app.madang.booking.domain;

import app.madang.booking.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The final state of every key that a batch touched, each once. The statements put them in lock order. */
final class WriteSet {

    record UnitKey(UUID poolId, int unit) {}

    record AllowanceKey(UUID scope, UUID accountId, int n) {}

    /** {@code claimId} null: free. */
    record Occupant(@Nullable UUID claimId, String until) {
        static final Occupant NOBODY = new Occupant(null, Rows.NEVER);

        static Occupant of(Standing standing) {
            var until = standing.claim().until();
            return new Occupant(standing.claimId(), until == null ? Rows.FOREVER : until.toString());
        }
    }

    record ClaimRow(
            Standing standing,
            Claim.State state,
            long version,
            Instant at,
            @Nullable String endReason) {

        boolean isEnded() {
            return state == Claim.State.ENDED;
        }
    }

    record HeadRow(UUID poolId, long versionBefore, long version) {}

    final Map<UnitKey, Occupant> units = new LinkedHashMap<>();
    final Map<AllowanceKey, Occupant> allowances = new LinkedHashMap<>();
    private final Set<AllowanceKey> needed = new HashSet<>();
    final Map<UUID, ClaimRow> claims = new LinkedHashMap<>();
    final List<Step> steps = new ArrayList<>();
    final List<HeadRow> heads = new ArrayList<>();
    final Map<UUID, Shape> shapes = new LinkedHashMap<>();

    static WriteSet of(Collection<Decision> decisions) {
        var writes = new WriteSet();
        decisions.stream().filter(decision -> !decision.steps().isEmpty()).forEach(writes::add);
        // Ended claims first, over all pools, so that a claim which took over an allowance overwrites its freeing.
        writes.claims.values().stream().filter(ClaimRow::isEnded).forEach(writes::writeAllowances);
        writes.claims.values().stream().filter(row -> !row.isEnded()).forEach(writes::writeAllowances);
        return writes;
    }

    boolean isEmpty() {
        return heads.isEmpty();
    }

    /** The claims whose keys this batch may overwrite although they are not free. */
    Set<UUID> ownClaims() {
        return claims.keySet();
    }

    /**
     * Keys that must have been written: those that a claim takes or keeps, be it only until a later command of the batch
     * ends it. Otherwise that claim would have been granted beside another pool's.
     */
    Set<AllowanceKey> neededAllowances() {
        return new HashSet<>(needed);
    }

    private void add(Decision decision) {
        var state = decision.state();
        for (var step : decision.steps()) {
            steps.add(step);
            if (step.shapeAfter() != null) {
                shapes.put(state.poolId(), step.shapeAfter());
            }
            for (var change : step.changes()) {
                touch(state, step, change);
            }
        }
        heads.add(new HeadRow(state.poolId(), state.version() - decision.steps().size(), state.version()));
    }

    private void touch(PoolState state, Step step, Change change) {
        for (var standing : new @Nullable Standing[] {change.before(), change.after()}) {
            if (standing != null) {
                for (var unit : standing.claim().units()) {
                    var there = state.on(unit);
                    units.put(new UnitKey(state.poolId(), unit), there == null ? Occupant.NOBODY : Occupant.of(there));
                }
            }
        }
        if (change.after() != null) {
            needed.addAll(keys(change.after()));
        }
        var last = change.after() != null ? change.after() : change.before();
        if (last != null) {
            var ended = change.after() == null;
            claims.put(
                    last.claimId(),
                    new ClaimRow(
                            last,
                            ended ? Claim.State.ENDED : last.claim().state(),
                            step.entry().version(),
                            step.entry().at(),
                            ended ? Rows.lower(step.entry().type()) : null));
        }
    }

    private void writeAllowances(ClaimRow row) {
        for (var key : keys(row.standing())) {
            allowances.put(key, row.isEnded() ? Occupant.NOBODY : Occupant.of(row.standing()));
        }
    }

    private static List<AllowanceKey> keys(Standing standing) {
        var accountId = standing.claim().accountId();
        return accountId == null
                ? List.of()
                : standing.allowances().stream()
                        .map(allowance -> new AllowanceKey(allowance.scope(), accountId, allowance.n()))
                        .toList();
    }
}
