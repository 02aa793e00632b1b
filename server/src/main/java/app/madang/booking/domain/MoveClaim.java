package app.madang.booking.domain;

import app.madang.booking.BookingRefusal.NoSuchClaim;
import app.madang.booking.BookingRefusal.NotEnoughFree;
import app.madang.booking.BookingRefusal.NotOpen;
import app.madang.booking.BookingRefusal.NotYours;
import app.madang.booking.BookingRefusal.TooManyUnits;
import app.madang.booking.BookingRefusal.WrongState;
import app.madang.booking.Claim;
import app.madang.booking.ClaimLog;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.UnitChoice;

/** Lets claims change their units; whoever is refused keeps what they had. */
final class MoveClaim {

    private MoveClaim() {}

    /**
     * Refuses: no_such_claim, not_yours, not_open, no_such_unit, units_per_claim (another number of units than before),
     * unit_blocked, unit_taken, not_enough_free. Moving to where one is already is granted as repeated.
     */
    static Outcome move(Decision decision, Command.Move command) {
        var standing = decision.find(command.target());
        if (standing == null || !standing.isLive(decision.now())) {
            return Decision.refused(new NoSuchClaim());
        }
        if (!standing.belongsTo(command.accountId())) {
            return Decision.refused(new NotYours());
        }
        if (decision.hasLostAnAllowance(standing)) {
            return Decision.refused(new NoSuchClaim());
        }
        var policy = decision.state().policy();
        if (!policy.isOpen(decision.now())) {
            return Decision.refused(new NotOpen(policy.opensAt(), policy.closesAt()));
        }
        var size = standing.claim().units().size();
        if (command.choice().count() != size) {
            return Decision.refused(new TooManyUnits(size));
        }
        var units = switch (command.choice()) {
            case UnitChoice.Exactly(var exact) -> exact;
            case UnitChoice.Any(var count) ->
                decision.state().lowestFree(count, decision.now()).stream()
                        .sorted()
                        .toList();
        };
        if (units.equals(standing.claim().units())) {
            return decision.repeated(standing.claim());
        }
        if (units.size() < size) {
            return Decision.refused(new NotEnoughFree(units.size()));
        }
        var others = units.stream()
                .filter(unit -> !standing.claim().units().contains(unit))
                .toList();
        var obstacle = decision.obstacle(others);
        if (obstacle != null) {
            return Decision.refused(obstacle);
        }
        decision.clear(others);
        var moved = standing.on(units);
        decision.change(standing, moved, ClaimLog.Type.MOVED);
        return decision.granted(moved.claim());
    }

    /** Refuses: no_such_claim, wrong_state (one of them is not confirmed, or it is the same claim twice). */
    static Outcome swap(Decision decision, Command.Swap command) {
        var one = decision.find(command.one());
        var other = decision.find(command.other());
        if (one == null
                || other == null
                || one.claim().isBlock()
                || other.claim().isBlock()) {
            return Decision.refused(new NoSuchClaim());
        }
        if (one.isHold() || other.isHold() || one.claimId().equals(other.claimId())) {
            return Decision.refused(new WrongState(Claim.State.HELD));
        }
        var oneAfter = one.on(other.claim().units());
        var otherAfter = other.on(one.claim().units());
        decision.swap(one, oneAfter, other, otherAfter, command.actorId());
        return decision.granted(oneAfter.claim(), otherAfter.claim());
    }
}
