package app.madang.booking.domain;

import app.madang.booking.BookingRefusal.NoSuchClaim;
import app.madang.booking.BookingRefusal.NotYours;
import app.madang.booking.BookingRefusal.TooLateToReturn;
import app.madang.booking.BookingRefusal.WrongState;
import app.madang.booking.Claim;
import app.madang.booking.ClaimLog;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.Target;
import java.util.UUID;

/** Ends a claim: the owner gives a hold or a confirmed claim back, or someone entitled revokes it. */
final class EndClaim {

    private EndClaim() {}

    /** Refuses: no_such_claim, not_yours, wrong_state (it is confirmed). */
    static Outcome releaseHold(Decision decision, Command.ReleaseHold command) {
        return end(decision, command.target(), command.accountId(), Claim.State.HELD, ClaimLog.Type.HOLD_RELEASED);
    }

    /** Refuses: no_such_claim, not_yours, wrong_state (it is a mere hold), too_late_to_return. */
    static Outcome giveBack(Decision decision, Command.Return command) {
        if (!decision.state().policy().mayReturn(decision.now())) {
            return Decision.refused(new TooLateToReturn());
        }
        return end(decision, command.target(), command.accountId(), Claim.State.CONFIRMED, ClaimLog.Type.RETURNED);
    }

    /** Refuses: no_such_claim. */
    static Outcome revoke(Decision decision, Command.Revoke command) {
        var standing = decision.find(command.target());
        if (standing == null
                || !standing.isLive(decision.now())
                || standing.claim().isBlock()) {
            return Decision.refused(new NoSuchClaim());
        }
        return decision.granted(decision.end(standing, ClaimLog.Type.REVOKED, command.actorId(), command.reason()));
    }

    private static Outcome end(
            Decision decision, Target target, UUID accountId, Claim.State needed, ClaimLog.Type type) {
        var standing = decision.find(target);
        if (standing == null || !standing.isLive(decision.now())) {
            return Decision.refused(new NoSuchClaim());
        }
        if (!standing.belongsTo(accountId)) {
            return Decision.refused(new NotYours());
        }
        if (standing.claim().state() != needed) {
            return Decision.refused(new WrongState(standing.claim().state()));
        }
        return decision.granted(decision.end(standing, type, accountId, null));
    }
}
