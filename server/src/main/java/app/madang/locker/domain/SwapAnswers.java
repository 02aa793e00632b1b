package app.madang.locker.domain;

import app.madang.booking.Booking;
import app.madang.booking.BookingRefusal;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.Target;
import app.madang.locker.domain.LockerRefusal.Plain;
import app.madang.realtime.Live;
import app.madang.shared.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a question to swap: accepted, declined, withdrawn. */
@Component
public class SwapAnswers {

    private final SwapStore store;
    private final Lockers lockers;
    private final Booking booking;
    private final Live live;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SwapAnswers(
            SwapStore store,
            Lockers lockers,
            Booking booking,
            Live live,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.lockers = lockers;
        this.booking = booking;
        this.live = live;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Exchanges both lockers and closes the question, or does neither. Refusals: {@code no_such_swap},
     * {@code swap_answered}, {@code swap_expired}, {@code swap_stale} when a locker has changed hands since.
     */
    public Optional<Refusal> accept(UUID accountId, UUID swapId) {
        var swap = store.find(swapId).filter(asked -> asked.to().accountId().equals(accountId));
        if (swap.isEmpty()) {
            return Optional.of(Plain.NO_SUCH_SWAP);
        }
        if (!swap.get().isOpen(clock.instant())) {
            return Optional.of(whyNotOpen(swapId));
        }
        var refusal = exchange(swap.get(), accountId);
        if (refusal.filter(why -> why == Plain.SWAP_STALE).isPresent()) {
            store.answer(swapId, Swap.Status.STALE, clock.instant());
        }
        if (refusal.isEmpty()) {
            tellAnswered(swap.get().from().accountId(), swapId);
        }
        return refusal;
    }

    private Optional<Refusal> exchange(Swap swap, UUID actorId) {
        var command = new Command.Swap(
                swap.termId(),
                new Target.Claim(swap.from().claimId()),
                new Target.Claim(swap.to().claimId()),
                actorId);
        return Objects.requireNonNull(transaction.execute(status -> {
            // The engine locks the head first; two accepts, or an accept and a return, meet there and one sees the
            // other.
            var outcome = booking.within(List.of(command)).getFirst();
            Optional<Refusal> refusal = switch (outcome) {
                case Outcome.Refused(var why) -> Optional.of(staleUnlessBusy(why));
                case Outcome.Replayed _ -> Optional.of(Plain.SWAP_STALE);
                case Outcome.Granted granted ->
                    exchangedAsAsked(swap, granted) ? Optional.empty() : Optional.of(Plain.SWAP_STALE);
            };
            if (refusal.isEmpty()
                    && !store.answer(
                            swap.id(), Swap.Status.ACCEPTED, granted(outcome).at())) {
                refusal = Optional.of(Plain.SWAP_ANSWERED);
            }
            if (refusal.isPresent()) {
                status.setRollbackOnly();
            }
            return refusal;
        }));
    }

    private static Outcome.Granted granted(Outcome outcome) {
        return (Outcome.Granted) outcome;
    }

    private static Refusal staleUnlessBusy(BookingRefusal refusal) {
        return switch (refusal) {
            case BookingRefusal.Busy busy -> busy;
            case BookingRefusal.OutcomeUnknown unknown -> unknown;
            default -> Plain.SWAP_STALE;
        };
    }

    /** A claim keeps its id when its owner moves; the swap both agreed to was about these very lockers. */
    private boolean exchangedAsAsked(Swap swap, Outcome.Granted granted) {
        return granted.claims().stream().allMatch(claim -> {
            var before = claim.claimId().equals(swap.from().claimId()) ? swap.to() : swap.from();
            return lockers.find(before.lockerId())
                    .map(locker -> claim.units().equals(List.of(locker.unit())))
                    .orElse(false);
        });
    }

    /** Says no. */
    public Optional<Refusal> decline(UUID accountId, UUID swapId) {
        var swap = store.find(swapId).filter(asked -> asked.to().accountId().equals(accountId));
        if (swap.isEmpty()) {
            return Optional.of(Plain.NO_SUCH_SWAP);
        }
        if (!store.answer(swapId, Swap.Status.DECLINED, clock.instant())) {
            return Optional.of(whyNotOpen(swapId));
        }
        tellAnswered(swap.get().from().accountId(), swapId);
        return Optional.empty();
    }

    /** Takes one's own question back. */
    public Optional<Refusal> withdraw(UUID accountId, UUID swapId) {
        var swap = store.find(swapId).filter(asked -> asked.from().accountId().equals(accountId));
        if (swap.isEmpty()) {
            return Optional.of(Plain.NO_SUCH_SWAP);
        }
        if (!store.answer(swapId, Swap.Status.WITHDRAWN, clock.instant())) {
            return Optional.of(whyNotOpen(swapId));
        }
        tellAnswered(swap.get().to().accountId(), swapId);
        return Optional.empty();
    }

    private Refusal whyNotOpen(UUID swapId) {
        var pending = store.find(swapId)
                .filter(swap -> swap.status() == Swap.Status.PENDING)
                .isPresent();
        return pending ? Plain.SWAP_EXPIRED : Plain.SWAP_ANSWERED;
    }

    private void tellAnswered(UUID accountId, UUID swapId) {
        tell(accountId, "swap_answered", swapId);
    }

    private void tell(UUID accountId, String type, UUID swapId) {
        AfterCommit.run(() -> live.tell(accountId, type, Map.of("swap_id", swapId)));
    }
}
