package app.madang.locker.domain;

import app.madang.booking.Board;
import app.madang.booking.Boards;
import app.madang.booking.Claim;
import app.madang.booking.Pools;
import app.madang.locker.domain.LockerRefusal.Plain;
import app.madang.realtime.Live;
import app.madang.shared.Ids;
import app.madang.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Two members may exchange their lockers, when both want it: here one asks the other. */
@Component
public class Swaps {

    private static final Duration OPEN_FOR = Duration.ofDays(3);
    private static final int OUTGOING_MAX = 5;

    private final SwapStore store;
    private final Lockers lockers;
    private final Pools pools;
    private final Boards boards;
    private final Live live;
    private final Clock clock;

    Swaps(SwapStore store, Lockers lockers, Pools pools, Boards boards, Live live, Clock clock) {
        this.store = store;
        this.lockers = lockers;
        this.pools = pools;
        this.boards = boards;
        this.live = live;
        this.clock = clock;
    }

    public sealed interface Asked {
        record Yes(Swap swap) implements Asked {}

        record No(Refusal refusal) implements Asked {}
    }

    /** Asks whoever has confirmed the locker to take mine for it. */
    public Asked ask(UUID accountId, Locker wanted, @Nullable String message) {
        var now = clock.instant();
        var term = lockers.directory().currentTerm(now).filter(current -> !current.isOver(now));
        if (term.isEmpty()) {
            return new Asked.No(Plain.SWAP_NEEDS_MINE);
        }
        var mine = pools.liveClaimOf(accountId, term.get().id())
                .filter(claim -> claim.state() == Claim.State.CONFIRMED)
                .flatMap(claim -> side(claim));
        if (mine.isEmpty()) {
            return new Asked.No(Plain.SWAP_NEEDS_MINE);
        }
        var board = boards.board(term.get().id()).orElse(null);
        var theirs = LockerState.claimOn(wanted, board);
        var refusal = notSwappable(wanted, theirs, accountId, now);
        if (refusal.isPresent() || theirs == null) {
            return new Asked.No(refusal.orElse(Plain.SWAP_TARGET_FREE));
        }
        if (clearAway(accountId, now) >= OUTGOING_MAX) {
            return new Asked.No(Plain.SWAP_TOO_MANY);
        }
        var swap = new Swap(
                Ids.next(),
                term.get().id(),
                mine.get(),
                new Swap.Side(Objects.requireNonNull(theirs.accountId()), theirs.claimId(), wanted.id()),
                message,
                Swap.Status.PENDING,
                now,
                earlier(now.plus(OPEN_FOR), term.get().endsAt()));
        if (!store.add(swap)) {
            return new Asked.No(Plain.SWAP_ASKED_ALREADY);
        }
        AfterCommit.run(() -> live.tell(swap.to().accountId(), "swap_requested", Map.of("swap_id", swap.id())));
        return new Asked.Yes(swap);
    }

    /** Closes my questions that lead nowhere any more, so that they can be asked anew; how many are left. */
    private int clearAway(UUID accountId, Instant now) {
        store.expire(accountId, now);
        int open = 0;
        for (var swap : store.openOf(accountId, now)) {
            if (!swap.from().accountId().equals(accountId)) {
                continue;
            }
            if (stillStands(swap)) {
                open++;
            } else {
                store.answer(swap.id(), Swap.Status.STALE, now);
            }
        }
        return open;
    }

    private static Optional<Refusal> notSwappable(Locker wanted, @Nullable Claim theirs, UUID accountId, Instant now) {
        return switch (LockerState.of(wanted, theirs, now)) {
            case FREE -> Optional.of(Plain.SWAP_TARGET_FREE);
            case BROKEN -> Optional.of(new LockerRefusal.LockerBroken(wanted.id(), List.of()));
            case HELD -> Optional.of(Plain.SWAP_TARGET_HELD);
            case CONFIRMED ->
                theirs != null && accountId.equals(theirs.accountId())
                        ? Optional.of(Plain.SWAP_WITH_MYSELF)
                        : Optional.empty();
        };
    }

    /** Open questions to and from an account, newest first. */
    public record Open(List<Swap> incoming, List<Swap> outgoing) {}

    /** Questions whose lockers have changed hands meanwhile are left out. */
    public Open openOf(UUID accountId) {
        var swaps = store.openOf(accountId, clock.instant()).stream()
                .filter(this::stillStands)
                .toList();
        return new Open(
                swaps.stream()
                        .filter(swap -> swap.to().accountId().equals(accountId))
                        .toList(),
                swaps.stream()
                        .filter(swap -> swap.from().accountId().equals(accountId))
                        .toList());
    }

    private boolean stillStands(Swap swap) {
        return boards.board(swap.termId())
                .map(board -> stands(swap.from(), board) && stands(swap.to(), board))
                .orElse(false);
    }

    private boolean stands(Swap.Side side, Board board) {
        return lockers.directory()
                .locker(side.lockerId())
                .map(locker -> LockerState.claimOn(locker, board))
                .map(claim -> claim.claimId().equals(side.claimId()))
                .orElse(false);
    }

    private Optional<Swap.Side> side(Claim claim) {
        return lockers.directory()
                .lockerOfUnit(claim.units().getFirst())
                .map(locker -> new Swap.Side(Objects.requireNonNull(claim.accountId()), claim.claimId(), locker.id()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
