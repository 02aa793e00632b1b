package app.madang.locker.domain;

import app.madang.booking.Cap;
import app.madang.booking.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A semester of lockers. Its id is also the id of its pool and the scope of its cap, so that a term that is over never
 * stands in the way of the next.
 *
 * @param opensAt from when lockers may be held
 * @param closesAt until when (exclusive) they may be held
 * @param endsAt when they are to be given back
 * @param renewalOpensAt from when owners of the term before may take the same locker again; null: never
 */
public record Term(
        UUID id,
        String name,
        Instant opensAt,
        Instant closesAt,
        Instant endsAt,
        @Nullable Instant renewalOpensAt,
        @Nullable Instant renewalClosesAt) {

    public static final Duration HOLD = Duration.ofMinutes(15);

    public enum Phase {
        UPCOMING,
        OPEN,
        CLOSED,
        ENDED
    }

    public Phase phase(Instant now) {
        if (now.isBefore(opensAt)) {
            return Phase.UPCOMING;
        }
        if (!now.isBefore(endsAt)) {
            return Phase.ENDED;
        }
        return now.isBefore(closesAt) ? Phase.OPEN : Phase.CLOSED;
    }

    public boolean isOver(Instant now) {
        return phase(now) == Phase.ENDED;
    }

    public boolean overlaps(Term other) {
        return !id.equals(other.id) && opensAt.isBefore(other.endsAt) && other.opensAt.isBefore(endsAt);
    }

    public boolean isRenewable(Instant now) {
        return renewalOpensAt != null
                && renewalClosesAt != null
                && !now.isBefore(renewalOpensAt)
                && now.isBefore(renewalClosesAt);
    }

    Policy policy() {
        return new Policy(HOLD, opensAt, closesAt, 1, List.of(new Cap(id, 1)), Set.of(), null, false);
    }
}
