package app.madang.booking.domain;

import app.madang.booking.Cap;
import app.madang.booking.Claim;
import app.madang.booking.Claimant;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.Policy;
import app.madang.booking.Target;
import app.madang.booking.UnitChoice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Commands of every kind about one pool, many of them sensible. */
final class RandomCommands {

    static final int UNITS = 12;
    private static final UUID ADMIN = new UUID(7, 7);

    private final UUID poolId;
    private final Random random;
    private final List<UUID> accounts;
    private final Map<UUID, Claim> live = new HashMap<>();
    private int units = UNITS;

    RandomCommands(UUID poolId, Random random) {
        this.poolId = poolId;
        this.random = random;
        this.accounts = Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                .limit(6)
                .toList();
    }

    static Policy policy(UUID poolId, Duration hold) {
        return new Policy(hold, null, null, 3, List.of(new Cap(poolId, 4)), Set.of(), null, true);
    }

    Command next() {
        var claim = anyClaim();
        if (claim == null || random.nextInt(10) < 3) {
            return switch (random.nextInt(12)) {
                case 0 -> new Command.Assign(poolId, Claimant.of(account()), choice(), ADMIN, "needs it");
                case 1 -> new Command.Block(poolId, someUnits(), ADMIN, "broken");
                case 2, 3 -> new Command.Unblock(poolId, someUnits(), ADMIN);
                case 4 ->
                    new Command.ChangePolicy(
                            poolId, policy(poolId, Duration.ofSeconds(random.nextBoolean() ? 1 : 600)), ADMIN);
                case 5 -> new Command.Grow(poolId, units = Math.min(units + 1, 2 * UNITS), ADMIN);
                case 6 -> new Command.Sweep(poolId);
                default -> new Command.Hold(poolId, Claimant.of(account()), choice());
            };
        }
        var target = new Target.Claim(claim.claimId());
        var owner = claim.accountId() == null ? account() : claim.accountId();
        return switch (random.nextInt(9)) {
            case 0 -> new Command.ReleaseHold(poolId, owner, target);
            case 1 -> new Command.Return(poolId, owner, target);
            case 2 -> new Command.Move(poolId, owner, target, choice());
            case 3, 4 -> new Command.Swap(poolId, target, anyTarget(), ADMIN);
            case 5 -> new Command.Revoke(poolId, target, ADMIN, "no-show");
            default -> new Command.Confirm(poolId, owner, target);
        };
    }

    /** Remembers what became of it, so that later commands have something to be about. */
    void answered(Outcome outcome) {
        if (outcome instanceof Outcome.Granted granted) {
            for (var claim : granted.claims()) {
                if (claim.state() == Claim.State.ENDED) {
                    live.remove(claim.claimId());
                } else {
                    live.put(claim.claimId(), claim);
                }
            }
        }
    }

    private @Nullable Claim anyClaim() {
        var claims = new ArrayList<>(live.values());
        return claims.isEmpty() ? null : claims.get(random.nextInt(claims.size()));
    }

    private Target anyTarget() {
        var claim = anyClaim();
        return claim == null ? new Target.Unit(unit()) : new Target.Claim(claim.claimId());
    }

    private UUID account() {
        return accounts.get(random.nextInt(accounts.size()));
    }

    private int unit() {
        return random.nextInt(units);
    }

    private UnitChoice choice() {
        return random.nextInt(3) == 0
                ? new UnitChoice.Any(1 + random.nextInt(3))
                : new UnitChoice.Exactly(List.copyOf(someUnits()));
    }

    private TreeSet<Integer> someUnits() {
        var some = new TreeSet<Integer>();
        for (var i = random.nextInt(3); i >= 0; i--) {
            some.add(unit());
        }
        return some;
    }
}
