package app.madang.booking.domain;

import app.madang.booking.BookingRefusal;
import app.madang.booking.BookingRefusal.NoSuchUnit;
import app.madang.booking.BookingRefusal.UnitBlocked;
import app.madang.booking.BookingRefusal.UnitTaken;
import app.madang.booking.Claim;
import app.madang.booking.ClaimLog;
import app.madang.booking.Outcome;
import app.madang.booking.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The table at which the commands of one batch on one pool are decided, one after the other: the pool's state, the
 * batch's only now, what is known of allowances elsewhere, and the steps decided so far, already applied to the state.
 */
final class Decision {

    private final PoolState state;
    private final Known known;
    private final Instant now;
    private final List<Step> steps = new ArrayList<>();
    private final Set<UUID> everHere = new HashSet<>();

    Decision(PoolState state, Known known, Instant now) {
        this.state = state;
        this.known = known;
        this.now = now;
    }

    PoolState state() {
        return state;
    }

    Known known() {
        return known;
    }

    Instant now() {
        return now;
    }

    List<Step> steps() {
        return steps;
    }

    /** Claims this batch has seen standing here, ended since or not: their allowances are this pool's to reuse. */
    Set<UUID> everHere() {
        return everHere;
    }

    @Nullable
    Standing find(Target target) {
        return switch (target) {
            case Target.Claim(var claimId) -> state.standing(claimId);
            case Target.Unit(var unit) -> state.on(unit);
        };
    }

    /** Why one of the units cannot be taken; null when all are free. */
    @Nullable
    BookingRefusal obstacle(List<Integer> units) {
        for (var unit : units) {
            if (!state.hasUnit(unit)) {
                return new NoSuchUnit(unit);
            }
            var there = state.on(unit);
            if (there != null && there.isLive(now)) {
                return there.claim().isBlock() ? new UnitBlocked(unit) : new UnitTaken(unit);
            }
        }
        return null;
    }

    /** Ends the holds on these units that have run out but are still on record, so that the units can change hands. */
    void clear(List<Integer> units) {
        for (var unit : units) {
            var there = state.on(unit);
            if (there != null && !there.isLive(now)) {
                end(there, ClaimLog.Type.EXPIRED, null, null);
            }
        }
    }

    void begin(Standing standing, ClaimLog.Type type, @Nullable UUID actorId, @Nullable String reason) {
        record(entry(type, standing, standing.claim().units(), null, actorId, reason), new Change(null, standing));
    }

    void change(Standing before, Standing after, ClaimLog.Type type) {
        record(
                entry(type, after, before.claim().units(), null, after.claim().accountId(), null),
                new Change(before, after));
    }

    Claim end(Standing standing, ClaimLog.Type type, @Nullable UUID actorId, @Nullable String reason) {
        record(entry(type, standing, standing.claim().units(), null, actorId, reason), new Change(standing, null));
        return standing.ended();
    }

    void swap(Standing one, Standing oneAfter, Standing other, Standing otherAfter, UUID actorId) {
        record(
                entry(ClaimLog.Type.SWAPPED, oneAfter, one.claim().units(), other.claimId(), actorId, null),
                new Change(one, oneAfter),
                new Change(other, otherAfter));
    }

    void reshape(Shape shape, ClaimLog.Type type, @Nullable UUID actorId) {
        var entry = new ClaimLog.Entry(
                state.poolId(),
                state.version() + 1,
                type,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                actorId,
                null,
                now);
        keep(new Step(entry, List.of(), state.shape(), shape));
    }

    Outcome granted(Claim... claims) {
        return new Outcome.Granted(List.of(claims), state.version(), now, false);
    }

    Outcome repeated(Claim... claims) {
        return new Outcome.Granted(List.of(claims), state.version(), now, true);
    }

    static Outcome refused(BookingRefusal refusal) {
        return new Outcome.Refused(refusal);
    }

    private void record(ClaimLog.Entry entry, Change... changes) {
        keep(new Step(entry, List.of(changes)));
    }

    private void keep(Step step) {
        for (var change : step.changes()) {
            var standing = change.before() != null ? change.before() : change.after();
            if (standing != null) {
                everHere.add(standing.claimId());
            }
        }
        state.apply(step);
        steps.add(step);
    }

    private ClaimLog.Entry entry(
            ClaimLog.Type type,
            Standing standing,
            List<Integer> unitsBefore,
            @Nullable UUID otherClaimId,
            @Nullable UUID actorId,
            @Nullable String reason) {
        var claim = standing.claim();
        return new ClaimLog.Entry(
                state.poolId(),
                state.version() + 1,
                type,
                claim.claimId(),
                claim.accountId(),
                claim.units(),
                unitsBefore,
                claim.until(),
                otherClaimId,
                actorId,
                reason,
                now);
    }
}
