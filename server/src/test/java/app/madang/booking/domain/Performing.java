package app.madang.booking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.booking.Claim;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.Slots;
import app.madang.booking.Target;
import app.madang.booking.UnitChoice;
import java.time.Instant;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Carries out in the naive pools what the engine has granted, and checks that the answer says the same. */
final class Performing {

    /** Ids the engine has given to blocks, in order: its answer does not tell them. */
    final Map<UUID, Deque<UUID>> blocks = new HashMap<>();

    /** The allowances that the log says went with each claim. */
    final Map<UUID, List<Allowance>> begun = new HashMap<>();

    private final NaivePools naive;

    Performing(NaivePools naive) {
        this.naive = naive;
    }

    void perform(Command command, Outcome.Granted granted, Instant now, boolean sweeping) {
        switch (command) {
            case Command.Hold hold -> {
                var until = now.plus(naive.shape(hold).policy().hold());
                begin(hold, granted, hold.claimant().accountId(), hold.choice(), until, now, sweeping);
            }
            case Command.Assign assign ->
                begin(assign, granted, assign.claimant().accountId(), assign.choice(), null, now, sweeping);
            case Command.Confirm confirm -> {
                var there = live(confirm, confirm.target(), now);
                assertThat(granted.repeated()).isEqualTo(!there.isHold());
                replace(there, there.confirmed(), granted);
                naive.takes(there.confirmed());
            }
            case Command.ReleaseHold release -> end(live(release, release.target(), now), granted, now);
            case Command.Return back -> end(live(back, back.target(), now), granted, now);
            case Command.Revoke revoke -> end(live(revoke, revoke.target(), now), granted, now);
            case Command.Move move -> {
                var there = live(move, move.target(), now);
                var units = units(move, move.choice(), granted, now, sweeping);
                assertThat(granted.repeated())
                        .isEqualTo(units.equals(there.claim().units()));
                clear(move.poolId(), units, now);
                replace(there, there.on(units), granted);
            }
            case Command.Swap swap -> {
                var one = Objects.requireNonNull(naive.standing(swap, swap.one()));
                var other = Objects.requireNonNull(naive.standing(swap, swap.other()));
                naive.claims.removeAll(List.of(one, other));
                naive.claims.add(one.on(other.claim().units()));
                naive.claims.add(other.on(one.claim().units()));
            }
            case Command.Block block ->
                block.units().stream()
                        .filter(unit -> naive.on(block.poolId(), unit, now) == null)
                        .forEach(unit -> {
                            clear(block.poolId(), List.of(unit), now);
                            var claim = new Claim(
                                    Objects.requireNonNull(blocks.get(block.poolId()))
                                            .remove(),
                                    block.poolId(),
                                    null,
                                    Claim.State.CONFIRMED,
                                    List.of(unit),
                                    null);
                            naive.claims.add(new Standing(claim, List.of()));
                        });
            case Command.Unblock unblock ->
                naive.claims.removeIf(claim -> claim.claim().isBlock()
                        && claim.claim().poolId().equals(unblock.poolId())
                        && unblock.units().containsAll(claim.claim().units()));
            case Command.ChangePolicy change ->
                naive.shapes.computeIfPresent(
                        change.poolId(), (pool, shape) -> new Shape(change.policy(), shape.units()));
            case Command.Grow grow ->
                naive.shapes.computeIfPresent(
                        grow.poolId(),
                        (pool, shape) -> new Shape(
                                shape.policy(), shape.units() == null ? null : Math.max(shape.units(), grow.units())));
            case Command.Sweep sweep -> assertThat(granted.repeated()).isTrue();
        }
    }

    private Standing live(Command command, Target target, Instant now) {
        return Objects.requireNonNull(naive.live(command, target, now));
    }

    private void begin(
            Command command,
            Outcome.Granted granted,
            UUID accountId,
            UnitChoice choice,
            @Nullable Instant until,
            Instant now,
            boolean sweeping) {
        var slots = command instanceof Command.Hold hold ? hold.slots() : List.<Slots>of();
        var allowances = Objects.requireNonNull(begun.get(granted.claim().claimId()));
        assertThat(naive.allowances(command, accountId, slots, now)).contains(allowances);
        var units = units(command, choice, granted, now, sweeping);
        clear(command.poolId(), units, now);
        var state = until == null ? Claim.State.CONFIRMED : Claim.State.HELD;
        var claim = new Claim(granted.claim().claimId(), command.poolId(), accountId, state, units, until);
        assertThat(granted.claim()).isEqualTo(claim);
        var standing = new Standing(claim, allowances);
        naive.takes(standing);
        naive.claims.add(standing);
    }

    private List<Integer> units(
            Command command, UnitChoice choice, Outcome.Granted granted, Instant now, boolean sweeping) {
        return switch (choice) {
            case UnitChoice.Exactly(var units) -> units;
            case UnitChoice.Any(var count) -> {
                var free = naive.free(command.poolId(), now);
                var given = granted.claim().units();
                assertThat(given).hasSize(count).isSubsetOf(free);
                if (sweeping) {
                    assertThat(given).isEqualTo(free.subList(0, count));
                }
                yield given;
            }
        };
    }

    private void clear(UUID pool, List<Integer> units, Instant now) {
        List.copyOf(naive.claims).stream()
                .filter(claim -> claim.claim().poolId().equals(pool)
                        && !claim.isLive(now)
                        && claim.claim().units().stream().anyMatch(units::contains))
                .forEach(claim -> naive.end(claim, now));
    }

    private void replace(Standing before, Standing after, Outcome.Granted granted) {
        assertThat(granted.claims()).containsExactly(after.claim());
        naive.claims.remove(before);
        naive.claims.add(after);
    }

    private void end(Standing standing, Outcome.Granted granted, Instant now) {
        assertThat(granted.claims()).containsExactly(standing.ended());
        naive.end(standing, now);
    }
}
