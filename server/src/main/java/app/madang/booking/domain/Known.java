package app.madang.booking.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Allowances as just read from PostgreSQL, for accounts whose scopes turned out to be taken by a claim of another pool.
 * Empty on the first try: a pool's own claims are known from its state.
 */
final class Known {

    /** An allowance taken in the database, by which claim and until when. */
    record Taken(UUID scope, UUID accountId, int n, UUID claimId, Instant until) {}

    /** Whose allowances in which scope. */
    record Key(UUID scope, UUID accountId) {}

    private final Map<Key, List<Taken>> taken = new HashMap<>();

    static Known nothing() {
        return new Known();
    }

    static Known of(List<Taken> rows) {
        var known = new Known();
        for (var row : rows) {
            known.taken
                    .computeIfAbsent(new Key(row.scope(), row.accountId()), key -> new ArrayList<>())
                    .add(row);
        }
        return known;
    }

    boolean isEmpty() {
        return taken.isEmpty();
    }

    /** The numbers other claims than those in {@code own} have there at {@code now}. */
    Set<Integer> numbersOfOthers(UUID scope, UUID accountId, Set<UUID> own, Instant now) {
        var numbers = new HashSet<Integer>();
        for (var row : taken.getOrDefault(new Key(scope, accountId), List.of())) {
            if (now.isBefore(row.until()) && !own.contains(row.claimId())) {
                numbers.add(row.n());
            }
        }
        return numbers;
    }

    /** Whether another claim has this very allowance at {@code now}. */
    boolean isLostTo(Allowance allowance, UUID accountId, UUID claimId, Instant now) {
        return numbersOfOthers(allowance.scope(), accountId, Set.of(claimId), now)
                .contains(allowance.n());
    }
}
