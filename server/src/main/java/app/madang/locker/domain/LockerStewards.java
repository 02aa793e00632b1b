package app.madang.locker.domain;

import app.madang.booking.Boards;
import app.madang.booking.Booking;
import app.madang.booking.BookingRefusal;
import app.madang.booking.ClaimLog;
import app.madang.booking.Claimant;
import app.madang.booking.Command;
import app.madang.booking.Receipt;
import app.madang.booking.Target;
import app.madang.booking.UnitChoice;
import app.madang.identity.Person;
import app.madang.locker.domain.LockerClaims.Answer;
import app.madang.locker.domain.LockerRefusal.Plain;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an admin does with one locker in the current term: give it, take it back, look up who had it. */
@Component
public class LockerStewards {

    private final Lockers lockers;
    private final LockerClaims claims;
    private final Booking booking;
    private final Boards boards;
    private final ClaimLog log;
    private final Clock clock;

    LockerStewards(Lockers lockers, LockerClaims claims, Booking booking, Boards boards, ClaimLog log, Clock clock) {
        this.lockers = lockers;
        this.claims = claims;
        this.booking = booking;
        this.boards = boards;
        this.log = log;
        this.clock = clock;
    }

    /** Gives a free locker to a person, also before the opening. */
    public Answer assign(Locker locker, Person person, String reason, UUID actorId, @Nullable Receipt receipt) {
        var term = running();
        if (term.isEmpty()) {
            return new Answer.No(Plain.NO_TERM);
        }
        var command = new Command.Assign(
                term.get().id(), Claimant.of(person.accountId()), UnitChoice.one(locker.unit()), actorId, reason);
        return LockerClaims.answer(booking.submit(command, receipt), refusal -> switch (refusal) {
            case BookingRefusal.AlreadyMine _, BookingRefusal.LimitReached _ -> Plain.ASSIGNEE_HAS_ONE;
            default -> claims.taking(refusal, term.get(), locker, person.accountId());
        });
    }

    /** Takes a locker back from whoever has it. Refusals: {@code nobody_has_it}, {@code unit_blocked}. */
    public Answer revoke(Locker locker, String reason, UUID actorId, @Nullable Receipt receipt) {
        var term = lockers.currentTerm();
        if (term.isEmpty()) {
            return new Answer.No(Plain.NOBODY_HAS_IT);
        }
        var claim = LockerState.claimOn(locker, boards.board(term.get().id()).orElse(null));
        if (claim != null && claim.isBlock()) {
            return new Answer.No(new LockerRefusal.LockerBroken(locker.id(), List.of()));
        }
        var command = new Command.Revoke(term.get().id(), new Target.Unit(locker.unit()), actorId, reason);
        return LockerClaims.answer(
                booking.submit(command, receipt),
                refusal -> refusal instanceof BookingRefusal.NoSuchClaim ? Plain.NOBODY_HAS_IT : refusal);
    }

    private Optional<Term> running() {
        return lockers.currentTerm().filter(term -> !term.isOver(clock.instant()));
    }

    /** One step in the life of a locker. */
    public record Event(Term term, ClaimLog.Entry entry) {}

    /** Where a page of history goes on: below this version of this term. */
    public record Position(UUID termId, long version) {}

    /** What happened to a locker over all terms, newest first. */
    public List<Event> history(Locker locker, @Nullable Position below, int limit) {
        var events = new ArrayList<Event>();
        boolean reached = below == null;
        for (var term : lockers.directory().terms().reversed()) {
            boolean here = below != null && below.termId.equals(term.id());
            reached |= here;
            if (reached && events.size() < limit) {
                long before = here && below != null ? below.version : Long.MAX_VALUE;
                for (var entry : log.ofUnit(term.id(), locker.unit(), before, limit - events.size())) {
                    events.add(new Event(term, entry));
                }
            }
        }
        return events;
    }
}
