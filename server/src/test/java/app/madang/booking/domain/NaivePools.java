package app.madang.booking.domain;

import app.madang.booking.BookingRefusal;
import app.madang.booking.BookingRefusal.AlreadyMine;
import app.madang.booking.BookingRefusal.HoldExpired;
import app.madang.booking.BookingRefusal.LimitReached;
import app.madang.booking.BookingRefusal.NoSuchClaim;
import app.madang.booking.BookingRefusal.NoSuchUnit;
import app.madang.booking.BookingRefusal.NotEligible;
import app.madang.booking.BookingRefusal.NotEnoughFree;
import app.madang.booking.BookingRefusal.NotOpen;
import app.madang.booking.BookingRefusal.NotYours;
import app.madang.booking.BookingRefusal.SlotsOverlap;
import app.madang.booking.BookingRefusal.TooLateToReturn;
import app.madang.booking.BookingRefusal.TooManyUnits;
import app.madang.booking.BookingRefusal.UnitBlocked;
import app.madang.booking.BookingRefusal.UnitTaken;
import app.madang.booking.BookingRefusal.WrongState;
import app.madang.booking.Claim;
import app.madang.booking.Claimant;
import app.madang.booking.Command;
import app.madang.booking.Slots;
import app.madang.booking.Target;
import app.madang.booking.UnitChoice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the engine ought to say, written down without any thought of speed, locks or versions: every claim in one list,
 * looked through from front to end. Knows all pools at once.
 */
final class NaivePools {

    final Map<UUID, Shape> shapes = new HashMap<>();
    final List<Standing> claims = new ArrayList<>();

    /**
     * Holds whose place in a scope was taken over by a pool whose clock was a moment ahead. To a pool a moment behind
     * they still look live; whether they count is then a matter of who looks.
     */
    final Set<UUID> lost = new HashSet<>();

    private boolean countingLost = true;

    /** All lists of objections that are right; more than one only when a lost hold is about. */
    List<List<BookingRefusal>> readings(Command command, Instant now) {
        var readings = new ArrayList<List<BookingRefusal>>();
        readings.add(objections(command, now));
        countingLost = false;
        readings.add(objections(command, now));
        countingLost = true;
        return readings;
    }

    /** The allowances that a new claim may take, in the same way. */
    Set<List<Allowance>> allowances(Command command, UUID accountId, List<Slots> slots, Instant now) {
        var readings = new HashSet<List<Allowance>>();
        readings.add(allowances(command, accountId, slots, now, new ArrayList<>()));
        countingLost = false;
        readings.add(allowances(command, accountId, slots, now, new ArrayList<>()));
        countingLost = true;
        return readings;
    }

    /** The claim's allowances are free now; with them goes what a hold that has run out by then had of them. */
    void end(Standing ended, Instant now) {
        claims.remove(ended);
        losing(ended).filter(claim -> !claim.isLive(now)).forEach(claim -> lost.add(claim.claimId()));
    }

    /** The claim has its allowances now; whoever had one of them before has lost it. */
    void takes(Standing taker) {
        lost.remove(taker.claimId());
        losing(taker).forEach(claim -> lost.add(claim.claimId()));
    }

    private Stream<Standing> losing(Standing to) {
        return claims.stream()
                .filter(claim -> claim.isHold()
                        && !claim.claimId().equals(to.claimId())
                        && Objects.equals(claim.claim().accountId(), to.claim().accountId())
                        && claim.allowances().stream().anyMatch(to.allowances()::contains));
    }

    /** Every reason to refuse the command, in the order in which the engine looks; empty: it must be granted. */
    private List<BookingRefusal> objections(Command command, Instant now) {
        return switch (command) {
            case Command.Hold hold -> {
                var notNow = new ArrayList<BookingRefusal>();
                var policy = shape(hold).policy();
                if (!policy.isOpen(now)) {
                    notNow.add(new NotOpen(policy.opensAt(), policy.closesAt()));
                }
                if (!policy.admits(hold.claimant())) {
                    notNow.add(new NotEligible());
                }
                yield taking(hold, hold.claimant(), hold.choice(), notNow, hold.slots(), now);
            }
            case Command.Assign assign -> taking(assign, assign.claimant(), assign.choice(), List.of(), List.of(), now);
            case Command.Confirm confirm -> confirming(confirm, now);
            case Command.ReleaseHold release ->
                ending(release, release.target(), release.accountId(), Claim.State.HELD, now);
            case Command.Return back -> {
                var no = ending(back, back.target(), back.accountId(), Claim.State.CONFIRMED, now);
                yield shape(back).policy().mayReturn(now)
                        ? no
                        : Stream.concat(Stream.of(new TooLateToReturn()), no.stream())
                                .toList();
            }
            case Command.Revoke revoke -> {
                var there = live(revoke, revoke.target(), now);
                yield there == null || there.claim().isBlock() ? List.of(new NoSuchClaim()) : List.of();
            }
            case Command.Move move -> moving(move, now);
            case Command.Swap swap -> swapping(swap);
            case Command.Block block ->
                block.units().stream()
                        .flatMap(unit -> blocking(block, unit, now).stream())
                        .toList();
            case Command.Unblock c -> List.of();
            case Command.ChangePolicy c -> List.of();
            case Command.Grow c -> List.of();
            case Command.Sweep c -> List.of();
        };
    }

    private List<BookingRefusal> taking(
            Command command,
            Claimant claimant,
            UnitChoice choice,
            List<BookingRefusal> notNow,
            List<Slots> slots,
            Instant now) {
        var no = new ArrayList<BookingRefusal>();
        if (choice instanceof UnitChoice.Exactly(var units)) {
            units.stream()
                    .filter(unit -> !exists(command, unit))
                    .map(NoSuchUnit::new)
                    .forEach(no::add);
        }
        var unitsMax = shape(command).policy().unitsPerClaimMax();
        if (choice.count() < 1 || choice.count() > unitsMax) {
            no.add(new TooManyUnits(unitsMax));
        }
        if (!no.isEmpty()) {
            return no;
        }
        if (choice instanceof UnitChoice.Exactly(var units)) {
            for (var unit : units) {
                var there = on(command.poolId(), unit, now);
                if (there != null && there.belongsTo(claimant.accountId())) {
                    var until = there.claim().until();
                    no.add(new AlreadyMine(
                            there.claimId(), unit, until == null ? null : BookingRefusal.secondsLeft(now, until)));
                }
            }
        }
        no.addAll(notNow);
        allowances(command, claimant.accountId(), slots, now, no);
        no.addAll(obstacles(command, choice, List.of(), now));
        return no;
    }

    /** The allowances a new claim takes: the lowest free number of each cap, and its slots. */
    private List<Allowance> allowances(
            Command command, UUID accountId, List<Slots> slots, Instant now, List<BookingRefusal> no) {
        var allowances = new ArrayList<Allowance>();
        for (var cap : shape(command).policy().caps()) {
            var n = IntStream.iterate(1, i -> i + 1)
                    .filter(i -> !isTaken(new Allowance(cap.scope(), i), accountId, null, now))
                    .findFirst()
                    .orElseThrow();
            if (n > cap.claimsMax()) {
                no.add(new LimitReached(cap.scope(), cap.claimsMax()));
            }
            allowances.add(new Allowance(cap.scope(), n));
        }
        for (var wanted : slots) {
            for (var slot : wanted.numbers()) {
                if (isTaken(new Allowance(wanted.scope(), slot), accountId, null, now)) {
                    no.add(new SlotsOverlap(wanted.scope(), slot));
                }
                allowances.add(new Allowance(wanted.scope(), slot));
            }
        }
        return allowances;
    }

    private boolean isTaken(Allowance allowance, UUID accountId, @Nullable UUID exceptClaim, Instant now) {
        return claims.stream()
                .anyMatch(claim -> claim.belongsTo(accountId)
                        && claim.isLive(now)
                        && !claim.claimId().equals(exceptClaim)
                        && (countingLost || !lost.contains(claim.claimId()))
                        && claim.allowances().contains(allowance));
    }

    /** At a clock that is a little behind another pool's, a hold may have lost its place in a scope to that pool. */
    private boolean hasLost(Standing claim, Instant now) {
        return claim.isHold()
                && claim.allowances().stream()
                        .anyMatch(each -> isTaken(
                                each, Objects.requireNonNull(claim.claim().accountId()), claim.claimId(), now));
    }

    private List<BookingRefusal> obstacles(Command command, UnitChoice choice, List<Integer> own, Instant now) {
        return switch (choice) {
            case UnitChoice.Any(var count) -> {
                var free = free(command.poolId(), now).size();
                yield free < count ? List.of(new NotEnoughFree(free)) : List.of();
            }
            case UnitChoice.Exactly(var units) ->
                units.stream()
                        .filter(unit -> !own.contains(unit))
                        .flatMap(unit -> obstacle(command, unit, now).stream())
                        .toList();
        };
    }

    private List<BookingRefusal> obstacle(Command command, int unit, Instant now) {
        if (!exists(command, unit)) {
            return List.of(new NoSuchUnit(unit));
        }
        var there = on(command.poolId(), unit, now);
        return there == null
                ? List.of()
                : List.of(there.claim().isBlock() ? new UnitBlocked(unit) : new UnitTaken(unit));
    }

    private List<BookingRefusal> blocking(Command.Block command, int unit, Instant now) {
        var no = obstacle(command, unit, now);
        return no.contains(new UnitBlocked(unit)) ? List.of() : no;
    }

    private List<BookingRefusal> confirming(Command.Confirm command, Instant now) {
        var there = live(command, command.target(), now);
        if (there == null) {
            return List.of(new HoldExpired());
        }
        if (!there.belongsTo(command.accountId())) {
            return List.of(new NotYours());
        }
        return hasLost(there, now) ? List.of(new HoldExpired()) : List.of();
    }

    private List<BookingRefusal> ending(
            Command command, Target target, UUID accountId, Claim.State needed, Instant now) {
        var there = live(command, target, now);
        if (there == null) {
            return List.of(new NoSuchClaim());
        }
        if (!there.belongsTo(accountId)) {
            return List.of(new NotYours());
        }
        return there.claim().state() == needed
                ? List.of()
                : List.of(new WrongState(there.claim().state()));
    }

    private List<BookingRefusal> moving(Command.Move command, Instant now) {
        var there = live(command, command.target(), now);
        if (there == null) {
            return List.of(new NoSuchClaim());
        }
        if (!there.belongsTo(command.accountId())) {
            return List.of(new NotYours());
        }
        var no = new ArrayList<BookingRefusal>();
        if (hasLost(there, now)) {
            no.add(new NoSuchClaim());
        }
        var policy = shape(command).policy();
        if (!policy.isOpen(now)) {
            no.add(new NotOpen(policy.opensAt(), policy.closesAt()));
        }
        var units = there.claim().units();
        if (command.choice().count() != units.size()) {
            no.add(new TooManyUnits(units.size()));
        } else {
            no.addAll(obstacles(command, command.choice(), units, now));
        }
        return no;
    }

    private List<BookingRefusal> swapping(Command.Swap command) {
        var one = standing(command, command.one());
        var other = standing(command, command.other());
        if (one == null
                || other == null
                || one.claim().isBlock()
                || other.claim().isBlock()) {
            return List.of(new NoSuchClaim());
        }
        return one.isHold() || other.isHold() || one == other ? List.of(new WrongState(Claim.State.HELD)) : List.of();
    }

    Shape shape(Command command) {
        return Objects.requireNonNull(shapes.get(command.poolId()));
    }

    private boolean exists(Command command, int unit) {
        var units = shape(command).units();
        return unit >= 0 && (units == null || unit < units);
    }

    List<Integer> free(UUID poolId, Instant now) {
        var units = Objects.requireNonNull(shapes.get(poolId)).units();
        return IntStream.range(0, units == null ? 0 : units)
                .filter(unit -> on(poolId, unit, now) == null)
                .boxed()
                .toList();
    }

    @Nullable
    Standing on(UUID poolId, int unit, Instant now) {
        return claims.stream()
                .filter(claim -> claim.claim().poolId().equals(poolId)
                        && claim.claim().units().contains(unit)
                        && claim.isLive(now))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Standing standing(Command command, Target target) {
        return claims.stream()
                .filter(claim -> claim.claim().poolId().equals(command.poolId()))
                .filter(claim -> switch (target) {
                    case Target.Claim(var claimId) -> claim.claimId().equals(claimId);
                    case Target.Unit(var unit) -> claim.claim().units().contains(unit);
                })
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Standing live(Command command, Target target, Instant now) {
        var there = standing(command, target);
        return there != null && there.isLive(now) ? there : null;
    }
}
