package app.madang.locker.domain;

import app.madang.booking.Boards;
import app.madang.booking.Booking;
import app.madang.booking.Claim;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.Pools;
import app.madang.booking.Target;
import app.madang.locker.domain.DirectoryChanges.Plan;
import app.madang.locker.domain.DirectoryChanges.Planned;
import app.madang.locker.domain.LockerRefusal.Plain;
import app.madang.shared.Ids;
import app.madang.shared.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Semesters: each is a pool of its own, made, moved and emptied here. */
@Component
public class Terms {

    static final String POOL_KIND = "locker_term";

    private static final int RETURNS_AT_ONCE_MAX = 256;

    private final Lockers lockers;
    private final DirectoryStore store;
    private final DirectoryChanges changes;
    private final Pools pools;
    private final Boards boards;
    private final Booking booking;
    private final Clock clock;

    Terms(
            Lockers lockers,
            DirectoryStore store,
            DirectoryChanges changes,
            Pools pools,
            Boards boards,
            Booking booking,
            Clock clock) {
        this.lockers = lockers;
        this.store = store;
        this.changes = changes;
        this.pools = pools;
        this.boards = boards;
        this.booking = booking;
        this.clock = clock;
    }

    /** Makes a term and its pool, with what is broken blocked from the start. Refusal: {@code term_overlaps}. */
    public Result<Term> create(TermDraft draft, UUID actorId) {
        var errors = draft.errors();
        if (!errors.isEmpty()) {
            return new Result.Wrong<>(errors);
        }
        var term = draft.term(Ids.next());
        return done(
                changes.apply(directory -> {
                    var other = overlapping(directory, term);
                    if (other.isPresent()) {
                        return Planned.refuse(other.get());
                    }
                    return Planned.go(new Plan(
                            () -> pools.create(
                                    term.id(), POOL_KIND, term.id().toString(), directory.units(), term.policy()),
                            blocks(directory, term, actorId),
                            directory.units(),
                            () -> store.saveTerm(term)));
                }),
                term);
    }

    /** Moves the dates of a term, or ends it early. Refusals: {@code no_such_term}, {@code term_overlaps}. */
    public Result<Term> change(UUID termId, TermChange change, UUID actorId) {
        var before = lockers.recent().term(termId);
        if (before.isEmpty()) {
            return new Result.Refused<>(Plain.NO_SUCH_TERM);
        }
        var draft = change.appliedTo(before.get());
        var errors = draft.errors();
        if (!errors.isEmpty()) {
            return new Result.Wrong<>(errors);
        }
        var term = draft.term(termId);
        return done(
                changes.apply(directory -> overlapping(directory, term)
                        .map(Planned::refuse)
                        .orElseGet(() -> Planned.go(Plan.of(
                                directory,
                                List.of(new Command.ChangePolicy(termId, term.policy(), actorId)),
                                () -> store.saveTerm(term))))),
                term);
    }

    private static Result<Term> done(Optional<Refusal> refusal, Term term) {
        return refusal.<Result<Term>>map(Result.Refused::new).orElseGet(() -> new Result.Done<>(term));
    }

    private static Optional<Refusal> overlapping(Directory directory, Term term) {
        return directory.terms().stream()
                .filter(term::overlaps)
                .findFirst()
                .map(other -> new LockerRefusal.TermOverlaps(other.name()));
    }

    private static List<Command> blocks(Directory directory, Term term, UUID actorId) {
        var broken = directory.lockers().stream()
                .filter(Locker::isBroken)
                .map(Locker::unit)
                .collect(Collectors.toCollection(TreeSet::new));
        return broken.isEmpty() ? List.of() : List.of(new Command.Block(term.id(), broken, actorId, "broken"));
    }

    /**
     * Ends every claim of a term that is over; each is logged. How many lockers came back. Refusals:
     * {@code no_such_term}, {@code term_not_over}.
     */
    public Result<Integer> returnAll(UUID termId, UUID actorId) {
        var term = lockers.recent().term(termId);
        if (term.isEmpty()) {
            return new Result.Refused<>(Plain.NO_SUCH_TERM);
        }
        if (!term.get().isOver(clock.instant())) {
            return new Result.Refused<>(Plain.TERM_NOT_OVER);
        }
        var claims = boards.board(termId).stream()
                .flatMap(board -> board.claims().values().stream())
                .filter(claim -> !claim.isBlock())
                .distinct()
                .toList();
        int returned = 0;
        for (int from = 0; from < claims.size(); from += RETURNS_AT_ONCE_MAX) {
            returned += revoke(claims.subList(from, Math.min(claims.size(), from + RETURNS_AT_ONCE_MAX)), actorId);
        }
        return new Result.Done<>(returned);
    }

    /** Together, so that the lane makes one batch of them. A claim that has ended meanwhile is not counted. */
    private int revoke(List<Claim> claims, UUID actorId) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = claims.stream()
                    .map(claim -> (Callable<Outcome>) () -> booking.submit(new Command.Revoke(
                            claim.poolId(), new Target.Claim(claim.claimId()), actorId, "term_over")))
                    .toList();
            return (int) threads.invokeAll(tasks).stream()
                    .map(Terms::outcome)
                    .filter(Outcome.Granted.class::isInstance)
                    .count();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while lockers were being returned", e);
        }
    }

    private static Outcome outcome(Future<Outcome> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** How many lockers are taken, held or confirmed, in a term. */
    public int taken(Term term) {
        var now = clock.instant();
        return (int) boards.board(term.id()).stream()
                .flatMap(board -> board.claims().values().stream())
                .filter(claim -> !claim.isBlock() && claim.isLive(now))
                .count();
    }
}
