package app.madang.booking;

import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing asked of the engine, about one pool. The engine answers each with an {@link Outcome}. */
public sealed interface Command {

    UUID poolId();

    /** Takes units for the policy's hold time. Refusals: see {@link BookingRefusal}. */
    record Hold(UUID poolId, Claimant claimant, UnitChoice choice, List<Slots> slots) implements Command {
        public Hold(UUID poolId, Claimant claimant, UnitChoice choice) {
            this(poolId, claimant, choice, List.of());
        }
    }

    /** Makes the account's own hold lasting; confirming again is granted, marked as repeated. */
    record Confirm(UUID poolId, UUID accountId, Target target) implements Command {}

    /** Gives the account's own hold back. */
    record ReleaseHold(UUID poolId, UUID accountId, Target target) implements Command {}

    /** Gives the account's own confirmed claim back. */
    record Return(UUID poolId, UUID accountId, Target target) implements Command {}

    /** Moves the account's own live claim to other units, atomically; on refusal the old ones are kept. */
    record Move(UUID poolId, UUID accountId, Target target, UnitChoice choice) implements Command {}

    /** Exchanges the units of two confirmed claims. The product has the consent of both. */
    record Swap(UUID poolId, Target one, Target other, UUID actorId) implements Command {}

    /**
     * Takes units for an account at once and lastingly, by someone entitled to: opening times and audience are not
     * asked, caps are.
     */
    record Assign(UUID poolId, Claimant claimant, UnitChoice choice, UUID actorId, String reason) implements Command {}

    /** Ends a live claim against its owner's will. */
    record Revoke(UUID poolId, Target target, UUID actorId, String reason) implements Command {}

    /** Takes free units out of use; refused while someone has one of them. Blocking a blocked unit is granted. */
    record Block(UUID poolId, SortedSet<Integer> units, UUID actorId, String reason) implements Command {}

    /** Brings blocked units back; units that are not blocked are left alone. */
    record Unblock(UUID poolId, SortedSet<Integer> units, UUID actorId) implements Command {}

    record ChangePolicy(
            UUID poolId, Policy policy, @Nullable UUID actorId) implements Command {}

    /** Lets the pool have {@code units} units; a pool never shrinks, so a smaller number changes nothing. */
    record Grow(UUID poolId, int units, @Nullable UUID actorId) implements Command {}

    /** Ends every hold that has run out; liveness only, since a passed hold counts as free anyway. */
    record Sweep(UUID poolId) implements Command {}
}
