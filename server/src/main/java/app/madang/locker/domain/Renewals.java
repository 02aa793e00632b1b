package app.madang.locker.domain;

import app.madang.booking.Booking;
import app.madang.booking.BookingRefusal;
import app.madang.booking.Claim;
import app.madang.booking.Claimant;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.Pools;
import app.madang.booking.Receipt;
import app.madang.booking.UnitChoice;
import app.madang.locker.domain.LockerRefusal.Plain;
import app.madang.shared.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeping one's locker for the next term, while that term's renewal window is open. */
@Component
public class Renewals {

    private final Lockers lockers;
    private final Booking booking;
    private final Pools pools;
    private final Clock clock;

    Renewals(Lockers lockers, Booking booking, Pools pools, Clock clock) {
        this.lockers = lockers;
        this.booking = booking;
        this.pools = pools;
        this.clock = clock;
    }

    /** The term that can be renewed into now, and what became of it. */
    public record Offer(Term term, Locker locker, boolean renewed) {}

    /** Something to renew for this account, if its window is open. */
    public Optional<Offer> offer(UUID accountId) {
        var directory = lockers.directory();
        return directory
                .renewableTerm(clock.instant())
                .flatMap(term -> confirmedBefore(accountId, term)
                        .map(locker -> new Offer(
                                term,
                                locker,
                                pools.liveClaimOf(accountId, term.id()).isPresent())));
    }

    public sealed interface Answer {
        record Yes(Term term) implements Answer {}

        record Again(int status, String body) implements Answer {}

        record No(Refusal refusal) implements Answer {}
    }

    /**
     * Takes my locker in the term that follows; again is granted. Refusals: {@code renewal_closed},
     * {@code nothing_to_renew}, {@code unit_taken}, {@code unit_blocked}, {@code limit_reached}.
     */
    public Answer renew(UUID accountId, Locker locker, Function<Term, @Nullable Receipt> receipt) {
        var term = lockers.recent().renewableTerm(clock.instant());
        if (term.isEmpty()) {
            return new Answer.No(Plain.RENEWAL_CLOSED);
        }
        var mine = confirmedBefore(accountId, term.get());
        if (mine.isEmpty() || mine.get().id() != locker.id()) {
            return new Answer.No(Plain.NOTHING_TO_RENEW);
        }
        var command = new Command.Assign(
                term.get().id(), Claimant.of(accountId), UnitChoice.one(locker.unit()), accountId, "renewal");
        return switch (booking.submit(command, receipt.apply(term.get()))) {
            case Outcome.Granted _ -> new Answer.Yes(term.get());
            case Outcome.Replayed(int status, String body) -> new Answer.Again(status, body);
            case Outcome.Refused(var refusal) -> answer(refusal, term.get(), locker);
        };
    }

    private static Answer answer(BookingRefusal refusal, Term term, Locker locker) {
        return switch (refusal) {
            case BookingRefusal.AlreadyMine _ -> new Answer.Yes(term);
            case BookingRefusal.UnitTaken _ -> new Answer.No(new LockerRefusal.LockerTaken(locker.id(), List.of()));
            case BookingRefusal.UnitBlocked _ -> new Answer.No(new LockerRefusal.LockerBroken(locker.id(), List.of()));
            case BookingRefusal.LimitReached _ -> new Answer.No(new LockerRefusal.OneLockerOnly(null));
            default -> new Answer.No(refusal);
        };
    }

    private Optional<Locker> confirmedBefore(UUID accountId, Term term) {
        var directory = lockers.directory();
        return directory
                .termBefore(term)
                .flatMap(before -> pools.liveClaimOf(accountId, before.id()))
                .filter(claim -> claim.state() == Claim.State.CONFIRMED)
                .flatMap(claim -> directory.lockerOfUnit(claim.units().getFirst()));
    }
}
