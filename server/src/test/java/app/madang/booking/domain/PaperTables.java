package app.madang.booking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables of allowances and units with the conditions their statements carry, on paper. */
final class PaperTables {

    private final Map<WriteSet.AllowanceKey, WriteSet.Occupant> allowances = new HashMap<>();
    private final Map<WriteSet.UnitKey, WriteSet.Occupant> units = new HashMap<>();

    /** Writes all or, when allowances are missed, nothing and returns whose. */
    Set<Known.Key> write(WriteSet writes, Instant now) {
        var missed = new HashSet<Known.Key>();
        for (var key : writes.neededAllowances()) {
            if (!mayWrite(allowances.get(key), writes, now)) {
                missed.add(new Known.Key(key.scope(), key.accountId()));
            }
        }
        if (!missed.isEmpty()) {
            return missed;
        }
        writes.allowances.forEach((key, occupant) -> {
            if (mayWrite(allowances.get(key), writes, now)) {
                allowances.put(key, occupant);
            }
        });
        writes.units.forEach((key, occupant) -> {
            assertThat(mayWrite(units.get(key), writes, now))
                    .as("the condition on %s lets the batch through", key)
                    .isTrue();
            units.put(key, occupant);
        });
        return Set.of();
    }

    private static boolean mayWrite(WriteSet.@Nullable Occupant there, WriteSet writes, Instant now) {
        return there == null
                || there.claimId() == null
                || !now.isBefore(end(there))
                || writes.ownClaims().contains(there.claimId());
    }

    private static Instant end(WriteSet.Occupant occupant) {
        return switch (occupant.until()) {
            case Rows.FOREVER -> Instant.MAX;
            case Rows.NEVER -> Instant.MIN;
            default -> Instant.parse(occupant.until());
        };
    }

    Known known(Set<Known.Key> keys) {
        return Known.of(allowances.entrySet().stream()
                .filter(each -> each.getValue().claimId() != null)
                .filter(each -> keys.contains(
                        new Known.Key(each.getKey().scope(), each.getKey().accountId())))
                .map(each -> new Known.Taken(
                        each.getKey().scope(),
                        each.getKey().accountId(),
                        each.getKey().n(),
                        Objects.requireNonNull(each.getValue().claimId()),
                        end(each.getValue())))
                .toList());
    }

    /** Every standing claim has its units, and every live one its allowances. */
    void show(List<Standing> claims, Instant now) {
        var occupied = new HashMap<WriteSet.UnitKey, UUID>();
        for (var claim : claims) {
            for (var unit : claim.claim().units()) {
                occupied.put(new WriteSet.UnitKey(claim.claim().poolId(), unit), claim.claimId());
            }
            var accountId = claim.claim().accountId();
            if (accountId != null && claim.isLive(now)) {
                for (var allowance : claim.allowances()) {
                    assertThat(allowances.get(new WriteSet.AllowanceKey(allowance.scope(), accountId, allowance.n())))
                            .as("allowance %s of %s", allowance, claim)
                            .isEqualTo(WriteSet.Occupant.of(claim));
                }
            }
        }
        var shown = new HashMap<WriteSet.UnitKey, UUID>();
        units.forEach((key, occupant) -> {
            if (occupant.claimId() != null) {
                shown.put(key, occupant.claimId());
            }
        });
        assertThat(shown).isEqualTo(occupied);
    }
}
