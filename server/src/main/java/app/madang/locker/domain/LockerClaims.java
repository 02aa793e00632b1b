package app.madang.locker.domain;

import app.madang.booking.Boards;
import app.madang.booking.Booking;
import app.madang.booking.BookingRefusal;
import app.madang.booking.Claim;
import app.madang.booking.Claimant;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.Pools;
import app.madang.booking.Receipt;
import app.madang.booking.Target;
import app.madang.booking.UnitChoice;
import app.madang.locker.domain.LockerRefusal.Plain;
import app.madang.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a member does with a locker. Who has which is the engine's to know; here numbers become units and back. */
@Component
public class LockerClaims {

    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final Lockers lockers;
    private final Booking booking;
    private final Pools pools;
    private final Boards boards;
    private final Clock clock;

    LockerClaims(Lockers lockers, Booking booking, Pools pools, Boards boards, Clock clock) {
        this.lockers = lockers;
        this.booking = booking;
        this.pools = pools;
        this.boards = boards;
        this.clock = clock;
    }

    /** What became of a command. */
    public sealed interface Answer {

        record Yes(Outcome.Granted granted) implements Answer {}

        /** The same request was answered before, with this. */
        record Again(int status, String body) implements Answer {}

        record No(Refusal refusal) implements Answer {}
    }

    /**
     * Holds a free locker for {@link Term#HOLD}. Refusals: {@code unit_taken}, {@code unit_blocked},
     * {@code already_mine}, {@code limit_reached}, {@code not_open}, and those of the queue.
     */
    public Answer hold(UUID accountId, Locker locker, @Nullable Receipt receipt) {
        var term = lockers.currentTerm();
        if (term.isEmpty()) {
            return new Answer.No(new LockerRefusal.LockersClosed(null, null, false));
        }
        var command = new Command.Hold(term.get().id(), Claimant.of(accountId), UnitChoice.one(locker.unit()));
        return answer(booking.submit(command, receipt), refusal -> taking(refusal, term.get(), locker, accountId));
    }

    /** Keeps a held locker; again is granted. Refusals: {@code hold_expired}, {@code not_yours}. */
    public Answer confirm(UUID accountId, Locker locker, @Nullable Receipt receipt) {
        return inTermOf(
                Term.HOLD,
                receipt,
                term -> new Command.Confirm(term.id(), accountId, new Target.Unit(locker.unit())),
                refusal -> switch (refusal) {
                    case BookingRefusal.NoSuchClaim _,
                            BookingRefusal.NoSuchPool _,
                            BookingRefusal.HoldExpired _,
                            BookingRefusal.WrongState _ -> Plain.HOLD_EXPIRED;
                    case BookingRefusal.NotYours _, BookingRefusal.UnitBlocked _ -> Plain.NOT_YOURS;
                    default -> refusal;
                });
    }

    /** Gives a confirmed locker back. Refusal: {@code nothing_confirmed}. */
    public Answer release(UUID accountId, Locker locker, @Nullable Receipt receipt) {
        return inTermOf(
                FOR_EVER,
                receipt,
                term -> new Command.Return(term.id(), accountId, new Target.Unit(locker.unit())),
                refusal -> isNotMine(refusal) ? Plain.NOTHING_CONFIRMED : refusal);
    }

    /** Lets a hold go. Refusal: {@code no_hold}. */
    public Answer releaseHold(UUID accountId, Locker locker, @Nullable Receipt receipt) {
        return inTermOf(
                Term.HOLD,
                receipt,
                term -> new Command.ReleaseHold(term.id(), accountId, new Target.Unit(locker.unit())),
                refusal -> isNotMine(refusal) ? Plain.NO_HOLD : refusal);
    }

    /** Moves my locker, held or confirmed, to a free one; on refusal I keep it. */
    public Answer move(UUID accountId, Locker from, Locker to, @Nullable Receipt receipt) {
        var term = lockers.currentTerm();
        if (term.isEmpty()) {
            return new Answer.No(Plain.NOTHING_CONFIRMED);
        }
        var command =
                new Command.Move(term.get().id(), accountId, new Target.Unit(from.unit()), UnitChoice.one(to.unit()));
        return answer(
                booking.submit(command, receipt),
                refusal -> isNotMine(refusal) ? Plain.NOTHING_CONFIRMED : taking(refusal, term.get(), to, accountId));
    }

    /** My claim in the current term, read from PostgreSQL. */
    public Optional<Claim> mine(UUID accountId) {
        return lockers.directory()
                .currentTerm(clock.instant())
                .flatMap(term -> pools.liveClaimOf(accountId, term.id()));
    }

    /**
     * Asks in the current term and, when I have nothing there, in the one that ended last: a hold that was granted may be
     * confirmed, and a locker given back, also when the term has changed meanwhile.
     */
    private Answer inTermOf(
            Duration afterEnd,
            @Nullable Receipt receipt,
            Function<Term, Command> command,
            Function<BookingRefusal, Refusal> translation) {
        var current = lockers.currentTerm();
        if (current.isEmpty()) {
            return new Answer.No(translation.apply(new BookingRefusal.NoSuchClaim()));
        }
        var outcome = booking.submit(command.apply(current.get()), receipt);
        if (outcome instanceof Outcome.Refused(var refusal) && isNotMine(refusal)) {
            var before = lockers.directory()
                    .termBefore(current.get())
                    .filter(term -> clock.instant().isBefore(term.endsAt().plus(afterEnd)));
            if (before.isPresent()) {
                var earlier = booking.submit(command.apply(before.get()), receipt);
                if (!(earlier instanceof Outcome.Refused)) {
                    outcome = earlier;
                }
            }
        }
        return answer(outcome, translation);
    }

    private static boolean isNotMine(BookingRefusal refusal) {
        return switch (refusal) {
            case BookingRefusal.NoSuchClaim _,
                    BookingRefusal.NoSuchPool _,
                    BookingRefusal.NotYours _,
                    BookingRefusal.UnitBlocked _,
                    BookingRefusal.HoldExpired _,
                    BookingRefusal.WrongState _ -> true;
            default -> false;
        };
    }

    static Answer answer(Outcome outcome, Function<BookingRefusal, Refusal> translation) {
        return switch (outcome) {
            case Outcome.Granted granted -> new Answer.Yes(granted);
            case Outcome.Replayed(int status, String body) -> new Answer.Again(status, body);
            case Outcome.Refused(var refusal) -> new Answer.No(translation.apply(refusal));
        };
    }

    /** Why a locker could not be taken, with what to take instead. */
    Refusal taking(BookingRefusal refusal, Term term, Locker locker, UUID accountId) {
        return switch (refusal) {
            case BookingRefusal.UnitTaken _ -> new LockerRefusal.LockerTaken(locker.id(), nearest(term, locker));
            case BookingRefusal.UnitBlocked _ -> new LockerRefusal.LockerBroken(locker.id(), nearest(term, locker));
            case BookingRefusal.AlreadyMine mine -> new LockerRefusal.LockerMine(locker.id(), mine.secondsLeft());
            case BookingRefusal.LimitReached _ -> new LockerRefusal.OneLockerOnly(displayed(term, accountId));
            case BookingRefusal.NotOpen _, BookingRefusal.NoSuchUnit _, BookingRefusal.NoSuchPool _ ->
                new LockerRefusal.LockersClosed(
                        term.opensAt(), term.closesAt(), clock.instant().isBefore(term.opensAt()));
            default -> refusal;
        };
    }

    private @Nullable Integer displayed(Term term, UUID accountId) {
        return boards.board(term.id())
                .map(board -> board.claimsByAccount().get(accountId))
                .flatMap(claim -> lockers.directory().lockerOfUnit(claim.units().getFirst()))
                .map(Locker::id)
                .orElse(null);
    }

    /** Up to three lockers of the same place that look free, the nearest first. */
    private List<Integer> nearest(Term term, Locker locker) {
        var board = boards.board(term.id()).orElse(null);
        var now = clock.instant();
        return lockers.directory().neighbours(locker).stream()
                .filter(other -> LockerState.of(other, board, now) == LockerState.FREE)
                .limit(3)
                .map(Locker::id)
                .toList();
    }
}
