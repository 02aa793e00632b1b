package app.madang.booking.domain;

import app.madang.booking.BookingRefusal.NoSuchUnit;
import app.madang.booking.BookingRefusal.UnitTaken;
import app.madang.booking.Claim;
import app.madang.booking.ClaimLog;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.shared.Ids;
import java.util.ArrayList;
import java.util.List;

/** Takes units out of use and brings them back. A block is a lasting claim without an account, one per unit. */
final class BlockUnits {

    private BlockUnits() {}

    /** Refuses: no_such_unit, unit_taken (someone has one of them; then none is blocked). */
    static Outcome block(Decision decision, Command.Block command) {
        var wanted = new ArrayList<Integer>();
        for (var unit : command.units()) {
            if (!decision.state().hasUnit(unit)) {
                return Decision.refused(new NoSuchUnit(unit));
            }
            var there = decision.state().on(unit);
            if (there != null && there.isLive(decision.now()) && !there.claim().isBlock()) {
                return Decision.refused(new UnitTaken(unit));
            }
            if (there == null || !there.claim().isBlock()) {
                wanted.add(unit);
            }
        }
        if (wanted.isEmpty()) {
            return decision.repeated();
        }
        decision.clear(wanted);
        for (var unit : wanted) {
            var block =
                    new Claim(Ids.next(), decision.state().poolId(), null, Claim.State.CONFIRMED, List.of(unit), null);
            decision.begin(new Standing(block, List.of()), ClaimLog.Type.BLOCKED, command.actorId(), command.reason());
        }
        return decision.granted();
    }

    static Outcome unblock(Decision decision, Command.Unblock command) {
        var changed = false;
        for (var unit : command.units()) {
            var there = decision.state().on(unit);
            if (there != null && there.claim().isBlock()) {
                decision.end(there, ClaimLog.Type.UNBLOCKED, command.actorId(), null);
                changed = true;
            }
        }
        return changed ? decision.granted() : decision.repeated();
    }
}
