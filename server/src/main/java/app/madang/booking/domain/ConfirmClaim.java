package app.madang.booking.domain;

import app.madang.booking.BookingRefusal.HoldExpired;
import app.madang.booking.BookingRefusal.NotYours;
import app.madang.booking.ClaimLog;
import app.madang.booking.Command;
import app.madang.booking.Outcome;

/**
 * Makes the account's own hold lasting. Refuses: hold_expired (also when nothing is there any more), not_yours.
 * Confirming again is granted.
 */
final class ConfirmClaim {

    private ConfirmClaim() {}

    static Outcome confirm(Decision decision, Command.Confirm command) {
        var standing = decision.find(command.target());
        if (standing == null) {
            return Decision.refused(new HoldExpired());
        }
        if (!standing.belongsTo(command.accountId())) {
            return Decision.refused(standing.isLive(decision.now()) ? new NotYours() : new HoldExpired());
        }
        if (!standing.isHold()) {
            return decision.repeated(standing.claim());
        }
        if (!standing.isLive(decision.now()) || decision.hasLostAnAllowance(standing)) {
            return Decision.refused(new HoldExpired());
        }
        var confirmed = standing.confirmed();
        decision.change(standing, confirmed, ClaimLog.Type.CONFIRMED);
        return decision.granted(confirmed.claim());
    }
}
