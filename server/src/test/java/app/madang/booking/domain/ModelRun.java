package app.madang.booking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.booking.ClaimLog;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One seeded run: batches of random commands decided by the engine's function, compared with the naive pools. */
final class ModelRun {

    private static final int POOLS = 3;
    /** With everyone's allowances read after the first miss, and nobody else about, the second try must do. */
    private static final int TRIES_MAX = 2;

    final Map<String, Integer> seen = new HashMap<>();
    private final ModelCommands commands;
    private final Random random;
    private final NaivePools naive = new NaivePools();
    private final PaperTables tables = new PaperTables();
    private final Performing performing = new Performing(naive);
    private final Map<UUID, Subject> subjects = new HashMap<>();
    private Instant clock = Instant.parse("2026-03-02T09:00:00Z");

    /** One pool: the engine's state, another that only ever replays the log, and every claim there has been. */
    private static final class Subject {
        final PoolState state;
        final PoolState replica;
        final List<UUID> claims = new ArrayList<>();
        Instant lastNow;

        Subject(UUID pool, Shape shape, Instant now) {
            state = new PoolState(pool, "model", shape, 0, List.of());
            replica = new PoolState(pool, "model", shape, 0, List.of());
            lastNow = now;
        }
    }

    private Subject subject(UUID pool) {
        return Objects.requireNonNull(subjects.get(pool));
    }

    ModelRun(long seed) {
        random = new Random(seed);
        commands = new ModelCommands(random);
        for (var i = 0; i < POOLS; i++) {
            var pool = commands.id();
            var shape = new Shape(commands.policy(pool, clock), i == 0 ? null : ModelCommands.UNITS - 1);
            naive.shapes.put(pool, shape);
            subjects.put(pool, new Subject(pool, shape, clock));
        }
    }

    void batch() {
        clock = clock.plusMillis(random.nextInt(600));
        var pools = some(subjects.keySet().stream().sorted().toList());
        var now = now(pools);
        var asked = new ArrayList<Command>();
        for (var i = random.nextInt(5); i >= 0; i--) {
            var pool = commands.one(pools);
            asked.add(commands.command(pool, subject(pool).claims, now));
        }
        var sweeping = random.nextInt(10) < 7;
        var before = pools.stream().map(pool -> print(pool, now)).toList();
        var known = Known.nothing();
        for (var tries = 1; ; tries++) {
            assertThat(tries).as("tries").isLessThanOrEqualTo(TRIES_MAX);
            var batch =
                    new Batch(pools.stream().map(pool -> subject(pool).state).toList(), known, now, Map.of());
            if (sweeping) {
                batch.expire();
            }
            var outcomes = asked.stream()
                    .map(command -> batch.decide(new Job(command, null)))
                    .toList();
            var failing = random.nextInt(8) == 0;
            var missed = failing ? Set.<Known.Key>of() : tables.write(batch.writes(), now);
            if (missed.isEmpty() && !failing) {
                compare(batch, asked, outcomes, now, sweeping, pools.size() == POOLS);
                return;
            }
            var wanted = new HashSet<>(missed);
            wanted.addAll(batch.asked());
            batch.undo();
            assertThat(pools.stream().map(pool -> print(pool, now)).toList())
                    .as("states after undoing")
                    .isEqualTo(before);
            if (failing) {
                return;
            }
            known = tables.known(wanted);
        }
    }

    /** Another pool may have read the clock a moment later and yet have been written first. */
    private Instant now(List<UUID> pools) {
        var now = clock.minusMillis(random.nextInt(3) == 0 ? random.nextInt(400) : 0);
        for (var pool : pools) {
            var last = subject(pool).lastNow;
            now = now.isBefore(last) ? last : now;
        }
        for (var pool : pools) {
            subject(pool).lastNow = now;
        }
        return now;
    }

    private List<UUID> some(List<UUID> pools) {
        if (random.nextInt(10) < 4) {
            return pools;
        }
        var some = new ArrayList<>(pools);
        some.removeIf(pool -> random.nextBoolean());
        return some.isEmpty() ? List.of(commands.one(pools)) : some;
    }

    private void compare(
            Batch batch, List<Command> asked, List<Outcome> outcomes, Instant now, boolean sweeping, boolean exact) {
        for (var decision : batch.decisions()) {
            var pool = decision.state().poolId();
            var replica = subject(pool).replica;
            for (var step : decision.steps()) {
                var row = new LogRow(step.entry(), step.allowances(), step.shapeAfter());
                replica.apply(row.step(replica));
                if (step.entry().type() == ClaimLog.Type.HELD || step.entry().type() == ClaimLog.Type.ASSIGNED) {
                    performing.begun.put(Objects.requireNonNull(step.entry().claimId()), step.allowances());
                }
                if (step.entry().type() == ClaimLog.Type.BLOCKED) {
                    performing
                            .blocks
                            .computeIfAbsent(pool, id -> new ArrayDeque<>())
                            .add(Objects.requireNonNull(step.entry().claimId()));
                } else if (step.entry().claimId() != null) {
                    subject(pool).claims.add(step.entry().claimId());
                }
            }
            if (sweeping) {
                List.copyOf(naive.claims).stream()
                        .filter(claim -> claim.claim().poolId().equals(pool) && !claim.isLive(now))
                        .forEach(claim -> naive.end(claim, now));
            }
        }
        for (var i = 0; i < asked.size(); i++) {
            var command = asked.get(i);
            var readings = naive.readings(command, now);
            seen.merge(kindOf(command, outcomes.get(i)), 1, Integer::sum);
            switch (outcomes.get(i)) {
                case Outcome.Refused(var refusal) -> {
                    assertThat(readings).as("refusals of %s", command).anyMatch(no -> no.contains(refusal));
                    if (exact) {
                        assertThat(readings)
                                .as("first refusal of %s: %s", command, refusal)
                                .anyMatch(no -> !no.isEmpty() && no.getFirst().equals(refusal));
                    }
                }
                case Outcome.Granted granted -> {
                    assertThat(readings)
                            .as(
                                    "objections to %s at %s, where %s stand and %s lost",
                                    command, now, naive.claims, naive.lost)
                            .anyMatch(List::isEmpty);
                    performing.perform(command, granted, now, sweeping);
                }
                case Outcome.Replayed replayed -> throw new AssertionError("nobody gave a receipt: " + replayed);
            }
        }
        batch.decisions().forEach(decision -> check(decision.state(), now));
        tables.show(naive.claims, clock);
    }

    private void check(PoolState state, Instant now) {
        var pool = state.poolId();
        var here = naive.claims.stream()
                .filter(claim -> claim.claim().poolId().equals(pool))
                .collect(Collectors.toSet());
        assertThat(Set.copyOf(state.standings())).isEqualTo(here);
        assertThat(state.shape()).isEqualTo(naive.shapes.get(pool));
        assertThat(print(subject(pool).replica, now)).as("the log replayed").isEqualTo(print(state, now));
    }

    private static String kindOf(Command command, Outcome outcome) {
        return command.getClass().getSimpleName() + " "
                + (outcome instanceof Outcome.Refused(var refusal) ? refusal.code() : "granted");
    }

    private List<Object> print(UUID pool, Instant now) {
        return print(subject(pool).state, now);
    }

    /** Everything that can be asked of a state. */
    private List<Object> print(PoolState state, Instant now) {
        var nextEnd = state.nextEnd();
        return List.of(
                state.version(),
                state.shape(),
                Set.copyOf(state.standings()),
                Map.copyOf(state.byUnit()),
                commands.accounts.stream()
                        .map(each -> Set.copyOf(state.of(each)))
                        .toList(),
                state.due(now.plusSeconds(3_600), 100),
                nextEnd == null ? "none" : nextEnd,
                state.lowestFree(100, now));
    }
}
