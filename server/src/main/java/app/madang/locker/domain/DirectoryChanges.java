package app.madang.locker.domain;

import app.madang.booking.Booking;
import app.madang.booking.BookingRefusal;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.shared.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes places, lockers and terms together with what follows from that in the pools, in one transaction. Two changes
 * that raced are told apart by the directory's version: the later one starts over from what the earlier one left, so
 * that, say, a locker reported broken while a term is being made is blocked in that term as well.
 */
@Component
class DirectoryChanges {

    private static final int ATTEMPTS_MAX = 8;

    private final DirectoryStore store;
    private final Lockers lockers;
    private final Booking booking;
    private final TransactionTemplate transaction;

    DirectoryChanges(DirectoryStore store, Lockers lockers, Booking booking, TransactionTemplate transaction) {
        this.store = store;
        this.lockers = lockers;
        this.booking = booking;
        this.transaction = transaction;
    }

    /**
     * What to do, worked out from the directory as it is.
     *
     * @param pools runs before the commands, such as making the pool they speak of
     * @param write runs after them
     */
    record Plan(Runnable pools, List<Command> commands, int unitsAfter, Runnable write) {

        static Plan of(Directory directory, List<Command> commands, Runnable write) {
            return new Plan(() -> {}, commands, directory.units(), write);
        }
    }

    /** A plan, or why there is none. */
    record Planned(@Nullable Plan plan, @Nullable Refusal refusal) {

        static Planned go(Plan plan) {
            return new Planned(plan, null);
        }

        static Planned refuse(Refusal refusal) {
            return new Planned(null, refusal);
        }
    }

    /** Carries out what the planner makes of the directory; empty when done, else the reason why nothing was. */
    Optional<Refusal> apply(Function<Directory, Planned> planner) {
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            var directory = store.read();
            var planned = planner.apply(directory);
            if (planned.refusal != null) {
                return Optional.of(planned.refusal);
            }
            if (planned.plan == null) {
                return Optional.empty();
            }
            var result = tryOnce(directory, planned.plan);
            if (result.done) {
                AfterCommit.run(lockers::changed);
                return Optional.empty();
            }
            if (result.refusal != null) {
                return Optional.of(result.refusal);
            }
            if (AfterCommit.isInTransaction()) {
                break; // it cannot be tried again in the transaction around, which keeps the answer
            }
        }
        return Optional.of(new BookingRefusal.Busy());
    }

    private record Attempt(boolean done, @Nullable Refusal refusal) {}

    private Attempt tryOnce(Directory seen, Plan plan) {
        return Objects.requireNonNull(transaction.execute(status -> {
            plan.pools.run();
            // Heads of pools before anything of ours: the engine's lock order.
            if (!plan.commands.isEmpty()) {
                for (var outcome : booking.within(plan.commands)) {
                    if (outcome instanceof Outcome.Refused(var refusal)) {
                        status.setRollbackOnly();
                        return new Attempt(false, refusal);
                    }
                }
            }
            if (!store.advance(seen, plan.unitsAfter)) {
                status.setRollbackOnly();
                return new Attempt(false, null);
            }
            plan.write.run();
            return new Attempt(true, null);
        }));
    }
}
