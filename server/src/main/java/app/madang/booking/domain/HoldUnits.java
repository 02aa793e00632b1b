package app.madang.booking.domain;

import app.madang.booking.BookingRefusal;
import app.madang.booking.BookingRefusal.AlreadyMine;
import app.madang.booking.BookingRefusal.LimitReached;
import app.madang.booking.BookingRefusal.NoSuchUnit;
import app.madang.booking.BookingRefusal.NotEligible;
import app.madang.booking.BookingRefusal.NotEnoughFree;
import app.madang.booking.BookingRefusal.NotOpen;
import app.madang.booking.BookingRefusal.SlotsOverlap;
import app.madang.booking.BookingRefusal.TooManyUnits;
import app.madang.booking.Claim;
import app.madang.booking.ClaimLog;
import app.madang.booking.Claimant;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.Slots;
import app.madang.booking.UnitChoice;
import app.madang.shared.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes units for an account: for a while ({@link Command.Hold}) or at once and lastingly ({@link Command.Assign}).
 *
 * <p>Refuses, in this order: no_such_unit, units_per_claim, already_mine, not_open, not_eligible (the last two for holds
 * only), limit_reached, slots_overlap, unit_blocked, unit_taken, not_enough_free.
 */
final class HoldUnits {

    private final Decision decision;
    private final Claimant claimant;
    private final UnitChoice choice;

    private HoldUnits(Decision decision, Claimant claimant, UnitChoice choice) {
        this.decision = decision;
        this.claimant = claimant;
        this.choice = choice;
    }

    static Outcome hold(Decision decision, Command.Hold command) {
        var policy = decision.state().policy();
        return new HoldUnits(decision, command.claimant(), command.choice())
                .take(
                        notNow(decision, command.claimant()),
                        command.slots(),
                        Claim.State.HELD,
                        decision.now().plus(policy.hold()),
                        ClaimLog.Type.HELD,
                        command.claimant().accountId(),
                        null);
    }

    static Outcome assign(Decision decision, Command.Assign command) {
        return new HoldUnits(decision, command.claimant(), command.choice())
                .take(
                        null,
                        List.of(),
                        Claim.State.CONFIRMED,
                        null,
                        ClaimLog.Type.ASSIGNED,
                        command.actorId(),
                        command.reason());
    }

    private static @Nullable BookingRefusal notNow(Decision decision, Claimant claimant) {
        var policy = decision.state().policy();
        if (!policy.isOpen(decision.now())) {
            return new NotOpen(policy.opensAt(), policy.closesAt());
        }
        return policy.admits(claimant) ? null : new NotEligible();
    }

    private Outcome take(
            @Nullable BookingRefusal notNow,
            List<Slots> slots,
            Claim.State state,
            @Nullable Instant until,
            ClaimLog.Type type,
            UUID actorId,
            @Nullable String reason) {
        var wrong = wrongChoice();
        if (wrong != null) {
            return Decision.refused(wrong);
        }
        if (notNow != null) {
            return Decision.refused(notNow);
        }
        var allowances = new ArrayList<Allowance>();
        var over = allow(allowances, slots);
        if (over != null) {
            return Decision.refused(over);
        }
        var units = chosen();
        var obstacle = units.size() < choice.count() ? new NotEnoughFree(units.size()) : decision.obstacle(units);
        if (obstacle != null) {
            return Decision.refused(obstacle);
        }
        decision.clear(units);
        var claim = new Claim(
                Ids.next(), decision.state().poolId(), claimant.accountId(), state, List.copyOf(units), until);
        decision.begin(new Standing(claim, List.copyOf(allowances)), type, actorId, reason);
        return decision.granted(claim);
    }

    /** What is wrong with the choice itself, or already the account's own. */
    private @Nullable BookingRefusal wrongChoice() {
        if (choice instanceof UnitChoice.Exactly(var units)) {
            for (var unit : units) {
                if (!decision.state().hasUnit(unit)) {
                    return new NoSuchUnit(unit);
                }
            }
        }
        var unitsMax = decision.state().policy().unitsPerClaimMax();
        if (choice.count() < 1 || choice.count() > unitsMax) {
            return new TooManyUnits(unitsMax);
        }
        if (choice instanceof UnitChoice.Exactly(var units)) {
            for (var unit : units) {
                var there = decision.state().on(unit);
                if (there != null && there.belongsTo(claimant.accountId()) && there.isLive(decision.now())) {
                    var until = there.claim().until();
                    var left = until == null ? null : BookingRefusal.secondsLeft(decision.now(), until);
                    return new AlreadyMine(there.claimId(), unit, left);
                }
            }
        }
        return null;
    }

    private List<Integer> chosen() {
        return switch (choice) {
            case UnitChoice.Exactly(var units) -> units;
            case UnitChoice.Any(var count) ->
                decision.state().lowestFree(count, decision.now()).stream()
                        .sorted()
                        .toList();
        };
    }

    private @Nullable BookingRefusal allow(List<Allowance> allowances, List<Slots> slots) {
        for (var cap : decision.state().policy().caps()) {
            var used = used(cap.scope());
            var n = 1;
            while (used.contains(n)) {
                n++;
            }
            if (n > cap.claimsMax()) {
                return new LimitReached(cap.scope(), cap.claimsMax());
            }
            allowances.add(new Allowance(cap.scope(), n));
        }
        for (var wanted : slots) {
            var used = used(wanted.scope());
            for (var slot : wanted.numbers()) {
                if (used.contains(slot)) {
                    return new SlotsOverlap(wanted.scope(), slot);
                }
                allowances.add(new Allowance(wanted.scope(), slot));
            }
        }
        return null;
    }

    /** Numbers of the scope that live claims of the account have, in the pools of this batch and, as far as known, in others. */
    private Set<Integer> used(UUID scope) {
        var used = new HashSet<Integer>();
        for (var standing : decision.of(claimant.accountId())) {
            if (standing.isLive(decision.now())) {
                standing.allowances().stream()
                        .filter(allowance -> allowance.scope().equals(scope))
                        .forEach(allowance -> used.add(allowance.n()));
            }
        }
        used.addAll(decision.takenElsewhere(scope, claimant.accountId()));
        return used;
    }
}
