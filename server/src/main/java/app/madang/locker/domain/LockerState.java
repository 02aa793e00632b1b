package app.madang.locker.domain;

import app.madang.booking.Board;
import app.madang.booking.Claim;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a locker looks like from outside. */
public enum LockerState {
    FREE("free"),
    HELD("held"),
    CONFIRMED("confirmed"),
    BROKEN("broken");

    private final String word;

    LockerState(String word) {
        this.word = word;
    }

    /** As written in answers. */
    public String word() {
        return word;
    }

    /** @param claim on the locker's unit, as far as the board knows; a hold that has run out counts as nothing */
    public static LockerState of(Locker locker, @Nullable Claim claim, Instant now) {
        if (claim != null && claim.isLive(now)) {
            if (claim.isBlock()) {
                return BROKEN;
            }
            return claim.state() == Claim.State.HELD ? HELD : CONFIRMED;
        }
        return locker.isBroken() ? BROKEN : FREE;
    }

    static LockerState of(Locker locker, @Nullable Board board, Instant now) {
        return of(locker, claimOn(locker, board), now);
    }

    static @Nullable Claim claimOn(Locker locker, @Nullable Board board) {
        return board == null ? null : board.claims().get(locker.unit());
    }
}
