package app.madang.booking.domain;

import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.Receipt;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A command on its way through a lane, and who waits for its answer. */
record Job(Command command, @Nullable Receipt receipt, CompletableFuture<Outcome> answer) {

    Job(Command command, @Nullable Receipt receipt) {
        this(command, receipt, new CompletableFuture<>());
    }

    /** Commands of those who already have something go first, so that a stampede never turns a winner away. */
    boolean isUrgent() {
        return switch (command) {
            case Command.Confirm c -> true;
            case Command.ReleaseHold c -> true;
            case Command.Return c -> true;
            case Command.Revoke c -> true;
            case Command.Move c -> false;
            case Command.Swap c -> true;
            case Command.Hold c -> false;
            case Command.Assign c -> true;
            case Command.Block c -> true;
            case Command.Unblock c -> true;
            case Command.ChangePolicy c -> true;
            case Command.Grow c -> true;
            case Command.Sweep c -> false;
        };
    }
}
