package app.madang.booking.domain;

import app.madang.booking.Cap;
import app.madang.booking.Claimant;
import app.madang.booking.Command;
import app.madang.booking.Policy;
import app.madang.booking.Slots;
import app.madang.booking.Target;
import app.madang.booking.UnitChoice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Commands and policies at random, few enough accounts and units that they get in each other's way. */
final class ModelCommands {

    static final int UNITS = 7;

    final Random random;
    final List<UUID> accounts;
    final UUID sharedScope;
    final UUID games;
    final UUID admin;

    ModelCommands(Random random) {
        this.random = random;
        accounts = Stream.generate(this::id).limit(4).toList();
        sharedScope = id();
        games = id();
        admin = id();
    }

    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    Policy policy(UUID pool, Instant now) {
        var caps = new ArrayList<Cap>();
        if (chance(0.7)) {
            caps.add(new Cap(sharedScope, 1 + random.nextInt(3)));
        }
        if (chance(0.3)) {
            caps.add(new Cap(pool, 1 + random.nextInt(3)));
        }
        return new Policy(
                Duration.ofMillis(1_000 + random.nextInt(3_000)),
                chance(0.1) ? now.plusMillis(random.nextInt(2_000)) : null,
                chance(0.1) ? now.plusMillis(2_000 + random.nextInt(5_000)) : null,
                1 + random.nextInt(5),
                caps,
                chance(0.1) ? Set.of("dormitory") : Set.of(),
                chance(0.1) ? now.plusMillis(random.nextInt(5_000)) : null,
                false);
    }

    /** @param claims ids of claims of this pool, standing or not */
    Command command(UUID pool, List<UUID> claims, Instant now) {
        var account = one(accounts);
        var target = target(claims);
        return switch (random.nextInt(22)) {
            case 0, 1, 2, 3, 4, 5, 6 -> new Command.Hold(pool, claimant(account), choice(), slots());
            case 7, 8 -> new Command.Assign(pool, claimant(account), choice(), admin, "by hand");
            case 9, 10, 11 -> new Command.Confirm(pool, account, target);
            case 12 -> new Command.ReleaseHold(pool, account, target);
            case 13 -> new Command.Return(pool, account, target);
            case 14, 15 -> new Command.Move(pool, account, target, choice());
            case 16 -> new Command.Swap(pool, target, target(claims), admin);
            case 17 -> new Command.Revoke(pool, target, admin, "gone");
            case 18 -> new Command.Block(pool, units(), admin, "broken");
            case 19 -> new Command.Unblock(pool, units(), admin);
            case 20 -> chance(0.3) ? new Command.ChangePolicy(pool, policy(pool, now), admin) : new Command.Sweep(pool);
            default ->
                chance(0.2)
                        ? new Command.Grow(pool, UNITS + random.nextInt(3) - 1, admin)
                        : new Command.Hold(pool, claimant(account), choice());
        };
    }

    private Claimant claimant(UUID account) {
        return new Claimant(account, chance(0.7) ? Set.of("dormitory", "staff") : Set.of());
    }

    private Target target(List<UUID> claims) {
        return claims.isEmpty() || chance(0.6) ? new Target.Unit(unit()) : new Target.Claim(one(claims));
    }

    private int unit() {
        return random.nextInt(UNITS + 1) - (chance(0.02) ? 1 : 0);
    }

    private UnitChoice choice() {
        return chance(0.35) ? new UnitChoice.Any(random.nextInt(5)) : new UnitChoice.Exactly(List.copyOf(units()));
    }

    /** Up to four units side by side, so that claims of several overlap often. */
    private TreeSet<Integer> units() {
        var first = unit();
        return IntStream.range(first, first + 1 + (chance(0.5) ? random.nextInt(4) : 0))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Slots> slots() {
        if (chance(0.6)) {
            return List.of();
        }
        var first = random.nextInt(6);
        var numbers = IntStream.rangeClosed(first, first + random.nextInt(3))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        return List.of(new Slots(games, numbers));
    }
}
