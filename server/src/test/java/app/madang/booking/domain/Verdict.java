package app.madang.booking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.booking.BookingRefusal;
import app.madang.booking.BookingRefusal.AlreadyMine;
import app.madang.booking.BookingRefusal.HoldExpired;
import app.madang.booking.BookingRefusal.LimitReached;
import app.madang.booking.BookingRefusal.NoSuchClaim;
import app.madang.booking.BookingRefusal.NotEnoughFree;
import app.madang.booking.BookingRefusal.NotYours;
import app.madang.booking.BookingRefusal.SlotsOverlap;
import app.madang.booking.BookingRefusal.TooManyUnits;
import app.madang.booking.BookingRefusal.UnitBlocked;
import app.madang.booking.BookingRefusal.UnitTaken;
import app.madang.booking.BookingRefusal.WrongState;
import app.madang.booking.Claim;
import app.madang.booking.ClaimLog;
import app.madang.booking.ClaimLog.Type;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether every answer of a history is what the log, replayed, would have given somewhere between call and return. */
final class Verdict {

    /** Two readings of one machine's clock, one of them rounded. */
    private static final Duration SLACK = Duration.ofMillis(20);

    final Map<String, Integer> seen = new TreeMap<>();
    private final History history;
    private final List<Asked> asked;
    private final Map<UUID, Replay> replays = new HashMap<>();
    private final Map<ClaimLog.Entry, Asked> answered = new HashMap<>();

    Verdict(History history, TestNode witness) {
        this.history = history;
        this.asked = List.copyOf(history.asked);
        var store = new PoolStore(witness.jdbc);
        for (var pool : history.pools) {
            var replay = new Replay(pool, store.logAfter(pool, 0, 100_000), history.hold);
            replays.put(pool, replay);
            var state = store.load(pool).orElseThrow();
            assertThat(Set.copyOf(state.standings()))
                    .as("the tables show what the log says")
                    .isEqualTo(Set.copyOf(replay.states.getLast().values()));
            assertThat(state.version()).isEqualTo(replay.head());
        }
    }

    void check() {
        for (var call : asked) {
            for (var i = 0; i < call.outcomes().size(); i++) {
                if (call.outcomes().get(i) instanceof Outcome.Granted granted) {
                    granted(call, call.commands().get(i), granted);
                }
            }
        }
        everyEntryWasAskedFor();
        versionsAgreeWithRealTime();
        for (var call : asked) {
            if (call.isOpen()) {
                count("open");
            } else if (call.outcomes().getFirst() instanceof Outcome.Refused(var refusal)) {
                refused(call, refusal);
            }
        }
        new Possessions(replays.values(), answered).check();
    }

    private Replay replay(Command command) {
        return Objects.requireNonNull(replays.get(command.poolId()));
    }

    private void count(String what) {
        seen.merge(what, 1, Integer::sum);
    }

    private void granted(Asked call, Command command, Outcome.Granted granted) {
        count(command.getClass().getSimpleName() + (granted.repeated() ? " again" : " granted"));
        var replay = replay(command);
        assertThat(granted.version()).as("version of %s", call).isLessThanOrEqualTo(replay.head());
        assertThat(granted.at())
                .isBetween(call.callAt().minus(SLACK), call.returnAt().plus(SLACK));
        var state = replay.states.get((int) granted.version());
        for (var claim : granted.claims()) {
            if (claim.state() == Claim.State.ENDED) {
                assertThat(state).as("%s ended", claim).doesNotContainKey(claim.claimId());
            } else {
                assertThat(Objects.requireNonNull(state.get(claim.claimId()), "no " + claim)
                                .claim())
                        .as("answer to %s", command)
                        .isEqualTo(claim);
            }
        }
        if (granted.repeated()) {
            return;
        }
        var entry = replay.entry(granted.version());
        assertThat(entry.type()).as("what the log says of %s", call).isEqualTo(typeOf(command));
        assertThat(entry.at()).isEqualTo(granted.at());
        if (!granted.claims().isEmpty()) {
            assertThat(entry.claimId()).isEqualTo(granted.claim().claimId());
            assertThat(entry.units()).isEqualTo(granted.claim().units());
            assertThat(entry.until())
                    .isEqualTo(
                            entry.type() == Type.HOLD_RELEASED
                                    ? entry.until()
                                    : granted.claim().until() == null && entry.type() == Type.REVOKED
                                            ? entry.until()
                                            : granted.claim().until());
        }
        assertThat(answered.put(entry, call)).as("second answer by %s", entry).isNull();
    }

    private static Type typeOf(Command command) {
        return switch (command) {
            case Command.Hold c -> Type.HELD;
            case Command.Assign c -> Type.ASSIGNED;
            case Command.Confirm c -> Type.CONFIRMED;
            case Command.ReleaseHold c -> Type.HOLD_RELEASED;
            case Command.Return c -> Type.RETURNED;
            case Command.Move c -> Type.MOVED;
            case Command.Swap c -> Type.SWAPPED;
            case Command.Revoke c -> Type.REVOKED;
            case Command.Block c -> Type.BLOCKED;
            case Command.Unblock c -> Type.UNBLOCKED;
            case Command.ChangePolicy c -> Type.POLICY_CHANGED;
            case Command.Grow c -> Type.GROWN;
            case Command.Sweep c -> Type.EXPIRED;
        };
    }

    /** What nobody was told of was asked by somebody whose answer was lost, each asking for one thing. */
    private void everyEntryWasAskedFor() {
        var open = new ArrayList<>(asked.stream()
                .filter(Asked::isOpen)
                .flatMap(call -> call.commands().stream())
                .toList());
        for (var replay : replays.values()) {
            for (var row : replay.rows) {
                var entry = row.entry();
                if (entry.type() != Type.EXPIRED && !answered.containsKey(entry)) {
                    count("done, answer lost");
                    var cause = open.stream()
                            .filter(command ->
                                    command.poolId().equals(entry.poolId()) && typeOf(command) == entry.type())
                            .findFirst();
                    assertThat(cause).as("who asked for %s", entry).isPresent();
                    open.remove(cause.orElseThrow());
                } else if (entry.type() == Type.EXPIRED) {
                    count("expired");
                }
            }
        }
    }

    private void versionsAgreeWithRealTime() {
        answered.forEach((entry, call) -> {
            var before = latestBefore(call, entry.poolId());
            assertThat(entry.version())
                    .as("%s came after version %d was answered", entry, before)
                    .isGreaterThan(before);
        });
    }

    /** The highest version of the pool that anybody had been told of when the call was made. */
    private long latestBefore(Asked call, UUID pool) {
        return asked.stream()
                .filter(other -> other.returnedBefore(call))
                .flatMapToLong(other -> IntStream.range(0, other.outcomes().size())
                        .filter(i -> other.commands().get(i).poolId().equals(pool))
                        .mapToObj(i -> other.outcomes().get(i))
                        .mapToLong(outcome -> outcome instanceof Outcome.Granted granted ? granted.version() : 0))
                .max()
                .orElse(0);
    }

    /** The lowest version of the pool that was made by a call which came after this one had returned. */
    private long earliestAfter(Asked call, Replay replay) {
        return answered.entrySet().stream()
                .filter(each -> each.getKey().poolId().equals(replay.pool) && call.returnedBefore(each.getValue()))
                .mapToLong(each -> each.getKey().version())
                .min()
                .orElse(replay.head() + 1L);
    }

    private void refused(Asked call, BookingRefusal refusal) {
        count(refusal.code());
        assertThat(call.commands())
                .as("%s, refused with %s, could be so somewhere between call and return", call, refusal)
                .anyMatch(command -> isRight(call, command, refusal));
    }

    private boolean isRight(Asked call, Command command, BookingRefusal refusal) {
        if (refusal instanceof BookingRefusal.Busy) {
            return true;
        }
        if (refusal instanceof LimitReached(var scope, var claimsMax)) {
            var others = claimsMax - (call.commands().size() - 1);
            return possiblyLive(call, command, scope, null) >= others;
        }
        if (refusal instanceof SlotsOverlap(var scope, var slot)) {
            return possiblyLive(call, command, scope, slot) >= 1;
        }
        var replay = replay(command);
        var last = earliestAfter(call, replay) - 1;
        for (var version = (int) latestBefore(call, replay.pool); version <= last; version++) {
            var from = later(call.callAt().minus(SLACK), replay.from(version));
            var to = earlier(call.returnAt().plus(SLACK), replay.to(version));
            if (!from.isAfter(to) && isRight(replay.states.get(version).values(), command, refusal, from, to)) {
                return true;
            }
        }
        return false;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static boolean isRight(
            Collection<Standing> state, Command command, BookingRefusal refusal, Instant from, Instant to) {
        return switch (refusal) {
            case UnitTaken(var unit) ->
                on(state, unit).anyMatch(there -> !there.claim().isBlock() && there.isLive(from));
            case UnitBlocked(var unit) ->
                on(state, unit).anyMatch(there -> there.claim().isBlock());
            case AlreadyMine(var claimId, var unit, var left) ->
                on(state, unit).anyMatch(there -> there.claimId().equals(claimId) && there.isLive(from));
            case NotEnoughFree(var free) -> free(state, from) <= free && free <= free(state, to);
            case TooManyUnits ignored -> true;
            case HoldExpired ignored -> target(state, command) == null || !live(state, command, to);
            case NoSuchClaim ignored ->
                target(state, command) == null
                        || !live(state, command, to)
                        || command instanceof Command.Swap
                        || Objects.requireNonNull(target(state, command))
                                .claim()
                                .isBlock();
            case NotYours ignored -> live(state, command, from);
            case WrongState ignored -> command instanceof Command.Swap || live(state, command, from);
            default -> throw new AssertionError("nothing here is refused with " + refusal.code());
        };
    }

    private static Stream<Standing> on(Collection<Standing> state, int unit) {
        return state.stream().filter(there -> there.claim().units().contains(unit));
    }

    private static long free(Collection<Standing> state, Instant now) {
        return IntStream.range(0, History.UNITS)
                .filter(unit -> on(state, unit).noneMatch(there -> there.isLive(now)))
                .count();
    }

    private static boolean live(Collection<Standing> state, Command command, Instant now) {
        var there = target(state, command);
        return there != null && there.isLive(now);
    }

    private static @Nullable Standing target(Collection<Standing> state, Command command) {
        var target = switch (command) {
            case Command.Confirm c -> c.target();
            case Command.ReleaseHold c -> c.target();
            case Command.Return c -> c.target();
            case Command.Move c -> c.target();
            case Command.Revoke c -> c.target();
            default -> null;
        };
        return state.stream()
                .filter(there -> switch (target) {
                    case null -> false;
                    case Target.Claim(var claimId) -> there.claimId().equals(claimId);
                    case Target.Unit(var unit) -> there.claim().units().contains(unit);
                })
                .findFirst()
                .orElse(null);
    }

    /** The most claims the account can have had live in the scope at one moment of the call. */
    private long possiblyLive(Asked call, Command command, UUID scope, @Nullable Integer n) {
        var account = switch (command) {
            case Command.Hold hold -> hold.claimant().accountId();
            case Command.Assign assign -> assign.claimant().accountId();
            default -> throw new AssertionError("no claimant in " + command);
        };
        var spans = new ArrayList<Instant[]>();
        for (var replay : replays.values()) {
            for (var row : replay.rows) {
                var begins = row.entry().type() == Type.HELD || row.entry().type() == Type.ASSIGNED;
                if (begins
                        && account.equals(row.entry().accountId())
                        && row.allowances().stream()
                                .anyMatch(each -> each.scope().equals(scope) && (n == null || each.n() == n))) {
                    spans.add(new Instant[] {row.entry().at(), lastPossible(replay, row.entry())});
                }
            }
        }
        var from = call.callAt().minus(SLACK);
        var to = call.returnAt().plus(SLACK);
        return Stream.concat(Stream.of(from), spans.stream().map(span -> span[0]))
                .filter(time -> !time.isBefore(from) && !time.isAfter(to))
                .mapToLong(time -> spans.stream()
                        .filter(span -> !time.isBefore(span[0]) && !time.isAfter(span[1]))
                        .count())
                .max()
                .orElse(0);
    }

    private Instant lastPossible(Replay replay, ClaimLog.Entry begun) {
        var last = begun.until() == null ? Instant.MAX : begun.until();
        for (var row : replay.rows) {
            var entry = row.entry();
            if (!Objects.equals(entry.claimId(), begun.claimId())) {
                continue;
            }
            last = switch (entry.type()) {
                case CONFIRMED -> Instant.MAX;
                case HOLD_RELEASED, RETURNED, REVOKED -> {
                    var call = answered.get(entry);
                    yield call == null ? Instant.MAX : call.returnAt();
                }
                default -> last;
            };
        }
        return last;
    }
}
