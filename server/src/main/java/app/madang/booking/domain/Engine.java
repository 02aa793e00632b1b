package app.madang.booking.domain;

import app.madang.booking.Booking;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.Receipt;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

final class Engine implements Booking {

    private final Lanes lanes;
    private final Within within;
    private final RefusalCounts refusals;

    Engine(Lanes lanes, Within within, RefusalCounts refusals) {
        this.lanes = lanes;
        this.within = within;
        this.refusals = refusals;
    }

    @Override
    public Outcome submit(Command command, @Nullable Receipt receipt) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("submit makes its own transaction; within is for the caller's");
        }
        var outcome = lanes.submit(command, receipt);
        count(command, outcome);
        return outcome;
    }

    @Override
    public List<Outcome> within(List<Command> commands) {
        return within.decide(commands);
    }

    private void count(Command command, Outcome outcome) {
        var accountId = accountOf(command);
        if (accountId != null && outcome instanceof Outcome.Refused refused) {
            refusals.count(command.poolId(), accountId, refused);
        }
    }

    private static @Nullable UUID accountOf(Command command) {
        return switch (command) {
            case Command.Hold hold -> hold.claimant().accountId();
            case Command.Confirm confirm -> confirm.accountId();
            case Command.ReleaseHold release -> release.accountId();
            case Command.Return giveBack -> giveBack.accountId();
            case Command.Move move -> move.accountId();
            case Command.Swap swap -> swap.actorId();
            case Command.Assign assign -> assign.actorId();
            case Command.Revoke revoke -> revoke.actorId();
            case Command.Block block -> block.actorId();
            case Command.Unblock unblock -> unblock.actorId();
            case Command.ChangePolicy change -> change.actorId();
            case Command.Grow grow -> grow.actorId();
            case Command.Sweep sweep -> null;
        };
    }
}
