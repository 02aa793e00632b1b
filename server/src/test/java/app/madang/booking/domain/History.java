package app.madang.booking.domain;

import app.madang.booking.Cap;
import app.madang.booking.Claimant;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.Policy;
import app.madang.booking.Slots;
import app.madang.booking.Target;
import app.madang.booking.UnitChoice;
import app.madang.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One seeded history: clients, some of one account, ask two nodes for things in two pools under one cap. */
final class History {

    static final int UNITS = 6;
    static final int CLAIMS_MAX = 2;
    static final int UNITS_PER_CLAIM_MAX = 4;
    static final int CLIENTS = 8;

    final long seed;
    final Duration hold;
    final List<UUID> pools = List.of(Ids.next(), Ids.next());
    final UUID scope = Ids.next();
    final UUID games = Ids.next();
    final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final List<UUID> accounts = Stream.generate(Ids::next).limit(5).toList();
    private final UUID admin = Ids.next();

    History(long seed) {
        this.seed = seed;
        this.hold = Duration.ofMillis(1_000 + new Random(seed).nextInt(1_500));
    }

    void create(TestNode witness) {
        for (var pool : pools) {
            witness.transactions.executeWithoutResult(status -> witness.pools.create(
                    pool,
                    "history",
                    pool.toString(),
                    UNITS,
                    new Policy(
                            hold,
                            null,
                            null,
                            UNITS_PER_CLAIM_MAX,
                            List.of(new Cap(scope, CLAIMS_MAX)),
                            Set.of(),
                            null,
                            false)));
        }
    }

    /** What one client does, one call after the other, with a little thinking between. */
    void act(int client, List<? extends Node> nodes, int calls, int thinkingMillisMax) {
        var random = new Random(seed * 1_000 + client);
        var account = accounts.get(client % accounts.size());
        var claims = new ArrayList<UUID>();
        for (var i = 0; i < calls; i++) {
            var pool = pools.get(random.nextInt(2));
            var node = nodes.get(random.nextInt(nodes.size()));
            if (random.nextInt(12) == 0) {
                ask(node, Wire.Verb.WITHIN, both(random, account), claims);
            } else {
                ask(node, Wire.Verb.SUBMIT, List.of(command(random, pool, account, claims)), claims);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(thinkingMillisMax)));
        }
    }

    private void ask(Node node, Wire.Verb verb, List<Command> commands, List<UUID> claims) {
        var callAt = Instant.now();
        var callNanos = System.nanoTime();
        List<Outcome> outcomes;
        try {
            outcomes = node.ask(verb, commands);
        } catch (CompletionException lost) {
            if (verb == Wire.Verb.SUBMIT && !(lost.getCause() instanceof NodeProcess.Lost gone && gone.isGone())) {
                throw lost;
            }
            outcomes = List.of();
        }
        asked.add(new Asked(verb, commands, outcomes, callAt, Instant.now(), callNanos, System.nanoTime()));
        for (var outcome : outcomes) {
            if (outcome instanceof Outcome.Granted granted) {
                granted.claims().forEach(claim -> claims.add(claim.claimId()));
            }
        }
    }

    private List<Command> both(Random random, UUID account) {
        return pools.stream()
                .<Command>map(pool -> new Command.Hold(pool, Claimant.of(account), choice(random)))
                .toList();
    }

    private Command command(Random random, UUID pool, UUID account, List<UUID> claims) {
        var target = target(random, claims);
        return switch (random.nextInt(24)) {
            case 0, 1, 2, 3 -> new Command.Confirm(pool, account, target);
            case 4, 5 -> new Command.ReleaseHold(pool, account, target);
            case 6, 7 -> new Command.Return(pool, account, target);
            case 8, 9 -> new Command.Move(pool, account, target, choice(random));
            case 10 -> new Command.Swap(pool, target, target(random, claims), admin);
            case 11 -> new Command.Revoke(pool, target, admin, "gone");
            case 12 -> new Command.Assign(pool, Claimant.of(account), choice(random), admin, "by hand");
            case 13 -> new Command.Block(pool, new TreeSet<>(Set.of(random.nextInt(UNITS))), admin, "broken");
            case 14 -> new Command.Unblock(pool, new TreeSet<>(Set.of(random.nextInt(UNITS))), admin);
            case 15 -> new Command.Sweep(pool);
            default -> new Command.Hold(pool, Claimant.of(account), choice(random), slots(random));
        };
    }

    private static Target target(Random random, List<UUID> claims) {
        return claims.isEmpty() || random.nextInt(3) == 0
                ? new Target.Unit(random.nextInt(UNITS))
                : new Target.Claim(claims.get(claims.size() - 1 - random.nextInt(Math.min(2, claims.size()))));
    }

    private static UnitChoice choice(Random random) {
        if (random.nextInt(4) == 0) {
            return new UnitChoice.Any(1 + random.nextInt(3));
        }
        var first = random.nextInt(UNITS);
        var last = Math.min(UNITS, first + 1 + random.nextInt(UNITS_PER_CLAIM_MAX));
        return new UnitChoice.Exactly(IntStream.range(first, last).boxed().toList());
    }

    private List<Slots> slots(Random random) {
        if (random.nextInt(2) == 0) {
            return List.of();
        }
        var first = random.nextInt(8);
        return List.of(new Slots(
                games,
                IntStream.rangeClosed(first, first + random.nextInt(3))
                        .boxed()
                        .collect(Collectors.toCollection(TreeSet::new))));
    }
}
