package app.madang.booking.domain;

import app.madang.booking.ClaimLog;
import app.madang.booking.Command;
import app.madang.booking.Outcome;

/** The decision function: no I/O, no clock, no threads. Everything the engine ever answers comes from here. */
final class Decide {

    /** How many run-out holds one batch ends on the side; the rest is free all the same and goes with the next. */
    static final int EXPIRED_PER_BATCH_MAX = 1_000;

    private Decide() {}

    /** Ends holds that have run out by the batch's now, before its commands are looked at. */
    static void expire(Decision decision) {
        for (var hold : decision.state().due(decision.now(), EXPIRED_PER_BATCH_MAX)) {
            decision.end(hold, ClaimLog.Type.EXPIRED, null, null);
        }
    }

    static Outcome decide(Decision decision, Command command) {
        return switch (command) {
            case Command.Hold hold -> HoldUnits.hold(decision, hold);
            case Command.Assign assign -> HoldUnits.assign(decision, assign);
            case Command.Confirm confirm -> ConfirmClaim.confirm(decision, confirm);
            case Command.ReleaseHold release -> EndClaim.releaseHold(decision, release);
            case Command.Return giveBack -> EndClaim.giveBack(decision, giveBack);
            case Command.Revoke revoke -> EndClaim.revoke(decision, revoke);
            case Command.Move move -> MoveClaim.move(decision, move);
            case Command.Swap swap -> MoveClaim.swap(decision, swap);
            case Command.Block block -> BlockUnits.block(decision, block);
            case Command.Unblock unblock -> BlockUnits.unblock(decision, unblock);
            case Command.ChangePolicy change -> changePolicy(decision, change);
            case Command.Grow grow -> grow(decision, grow);
            case Command.Sweep sweep -> decision.repeated();
        };
    }

    private static Outcome changePolicy(Decision decision, Command.ChangePolicy command) {
        var state = decision.state();
        if (command.policy().equals(state.policy())) {
            return decision.repeated();
        }
        decision.reshape(new Shape(command.policy(), state.units()), ClaimLog.Type.POLICY_CHANGED, command.actorId());
        return decision.granted();
    }

    private static Outcome grow(Decision decision, Command.Grow command) {
        var state = decision.state();
        var units = state.units();
        if (units == null || units >= command.units()) {
            return decision.repeated();
        }
        decision.reshape(new Shape(state.policy(), command.units()), ClaimLog.Type.GROWN, command.actorId());
        return decision.granted();
    }
}
