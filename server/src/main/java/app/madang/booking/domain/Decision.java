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
    private final Table table;
    private final Known known;
    private final Instant now;
    private final List<Step> steps = new ArrayList<>();

    /**
     * What the decisions of one batch share: its pools, every claim it has seen standing in them, and whose allowances
     * it has looked at.
     */
    record Table(List<PoolState> states, Set<UUID> everHere, Set<Known.Key> asked) {
        Table(List<PoolState> states) {
            this(states, new HashSet<>(), new HashSet<>());
        }
    }

    Decision(PoolState state, Known known, Instant now) {
        this(state, new Table(List.of(state)), known, now);
    }

    Decision(PoolState state, Table table, Known known, Instant now) {
        this.state = state;
        this.table = table;
        this.known = known;
        this.now = now;
    }

    PoolState state() {
        return state;
    }

    Instant now() {
        return now;
    }

    List<Step> steps() {
        return steps;
    }

    /** Numbers of the scope that claims of other pools than this batch's have of the account, as far as known. */
    Set<Integer> takenElsewhere(UUID scope, UUID accountId) {
        table.asked().add(new Known.Key(scope, accountId));
        if (known.isEmpty()) {
            return Set.of();
        }
        var own = new HashSet<>(table.everHere());
        of(accountId).forEach(standing -> own.add(standing.claimId()));
        return known.numbersOfOthers(scope, accountId, own, now);
    }

    /** The account's claims in all pools of the batch: a scope may span them. */
    List<Standing> of(UUID accountId) {
        var all = new ArrayList<Standing>();
        table.states().forEach(each -> all.addAll(each.of(accountId)));
        return all;
    }

    @Nullable
    Standing find(Target target) {
        return switch (target) {
            case Target.Claim(var claimId) -> state.standing(claimId);
            case Target.Unit(var unit) -> state.on(unit);
        };
    }

    /** Another pool may have read the clock after this hold's end and taken its allowance before this batch's write. */
    boolean hasLostAnAllowance(Standing standing) {
        var accountId = standing.claim().accountId();
        return accountId != null
                && standing.allowances().stream()
                        .anyMatch(allowance -> known.isLostTo(allowance, accountId, standing.claimId(), now));
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
                table.everHere().add(standing.claimId());
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
