package app.madang.booking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.booking.BookingRefusal;
import app.madang.booking.BookingRefusal.AlreadyMine;
import app.madang.booking.BookingRefusal.HoldExpired;
import app.madang.booking.BookingRefusal.KeyReused;
import app.madang.booking.BookingRefusal.LimitReached;
import app.madang.booking.BookingRefusal.NoSuchPool;
import app.madang.booking.BookingRefusal.NotOpen;
import app.madang.booking.BookingRefusal.SlotsOverlap;
import app.madang.booking.BookingRefusal.UnitBlocked;
import app.madang.booking.BookingRefusal.UnitTaken;
import app.madang.booking.Cap;
import app.madang.booking.Claim;
import app.madang.booking.Claimant;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.Policy;
import app.madang.booking.Receipt;
import app.madang.booking.Slots;
import app.madang.booking.Target;
import app.madang.booking.UnitChoice;
import app.madang.shared.Ids;
import app.madang.testing.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The engine through its door, on real PostgreSQL. */
class EngineTests {

    private static TestNode node;

    @BeforeAll
    static void start() {
        node = new TestNode(TestPostgres.freshDatabase());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private final UUID anna = Ids.next();
    private final UUID ben = Ids.next();
    private final UUID admin = Ids.next();

    @Test
    void holdsConfirmsAndReturnsAUnit() {
        var pool = pool(3);
        var held = granted(hold(pool, anna, 1));
        assertThat(held.claim().state()).isEqualTo(Claim.State.HELD);
        assertThat(held.secondsLeft()).isEqualTo(900);
        assertThat(held.version()).isEqualTo(1);

        var confirmed = granted(submit(new Command.Confirm(pool, anna, new Target.Unit(1))));
        assertThat(confirmed.claim().state()).isEqualTo(Claim.State.CONFIRMED);
        assertThat(confirmed.repeated()).isFalse();
        assertThat(granted(submit(new Command.Confirm(pool, anna, new Target.Unit(1))))
                        .repeated())
                .isTrue();

        granted(submit(new Command.Return(pool, anna, new Target.Unit(1))));
        assertThat(node.pools.liveClaimsOf(anna)).isEmpty();
        granted(hold(pool, ben, 1));
        Sweeps.check(node.jdbc);
    }

    @Test
    void refusesWhatSomebodyElseHas() {
        var pool = pool(3);
        granted(hold(pool, anna, 0));
        assertThat(refused(hold(pool, ben, 0))).isEqualTo(new UnitTaken(0));
        assertThat(refused(hold(pool, anna, 0))).isInstanceOf(AlreadyMine.class);
        assertThat(refused(hold(pool, anna, 1))).isEqualTo(new LimitReached(pool, 1));
        assertThat(refused(submit(new Command.Confirm(pool, ben, new Target.Unit(0))))
                        .code())
                .isEqualTo("not_yours");
        assertThat(refused(hold(pool, ben, 3)).code()).isEqualTo("no_such_unit");
        assertThat(refused(hold(Ids.next(), ben, 3))).isInstanceOf(NoSuchPool.class);
        Sweeps.check(node.jdbc);
    }

    @Test
    void keepsTheOldUnitWhenAMoveIsRefused() {
        var pool = pool(3);
        granted(hold(pool, anna, 0));
        granted(hold(pool, ben, 1));
        assertThat(refused(submit(new Command.Move(pool, anna, new Target.Unit(0), UnitChoice.one(1)))))
                .isEqualTo(new UnitTaken(1));
        assertThat(node.pools.liveClaimsOf(anna).getFirst().units()).containsExactly(0);
        granted(submit(new Command.Move(pool, anna, new Target.Unit(0), UnitChoice.one(2))));
        assertThat(node.pools.liveClaimsOf(anna).getFirst().units()).containsExactly(2);
        granted(submit(new Command.Confirm(pool, anna, new Target.Unit(2))));
        granted(submit(new Command.Confirm(pool, ben, new Target.Unit(1))));
        granted(submit(new Command.Swap(pool, new Target.Unit(2), new Target.Unit(1), anna)));
        assertThat(node.pools.liveClaimsOf(anna).getFirst().units()).containsExactly(1);
        assertThat(node.pools.liveClaimsOf(ben).getFirst().units()).containsExactly(2);
        Sweeps.check(node.jdbc);
    }

    @Test
    void blocksUnitsAndBringsThemBack() {
        var pool = pool(3);
        granted(submit(new Command.Block(pool, new TreeSet<>(Set.of(0, 1)), admin, "broken hinge")));
        assertThat(refused(hold(pool, anna, 1))).isEqualTo(new UnitBlocked(1));
        granted(submit(new Command.Unblock(pool, new TreeSet<>(Set.of(1)), admin)));
        granted(hold(pool, anna, 1));
        assertThat(refused(submit(new Command.Block(pool, new TreeSet<>(Set.of(1, 2)), admin, "paint"))))
                .isEqualTo(new UnitTaken(1));
        granted(submit(new Command.Revoke(pool, new Target.Unit(1), admin, "moved out")));
        Sweeps.check(node.jdbc);
    }

    @Test
    void grantsOnlyBetweenOpeningAndClosing() {
        var future = Instant.now().plusSeconds(3_600);
        var pool = Ids.next();
        create(pool, 3, policy(pool, 1, 1, future, future.plusSeconds(60), Duration.ofMinutes(15)));
        assertThat(refused(hold(pool, anna, 0))).isInstanceOf(NotOpen.class);
        granted(submit(new Command.Assign(pool, Claimant.of(anna), UnitChoice.one(0), admin, "wheelchair")));
        granted(submit(new Command.ChangePolicy(
                pool, policy(pool, 1, 1, Instant.now().minusSeconds(5), null, Duration.ofMinutes(15)), admin)));
        granted(hold(pool, ben, 1));
        granted(submit(new Command.Grow(pool, 5, admin)));
        assertThat(refused(hold(pool, ben, 4))).isInstanceOf(LimitReached.class);
    }

    @Test
    void letsARunOutHoldGoToTheNextAndRefusesTheLateConfirm() {
        var pool = Ids.next();
        create(pool, 1, policy(pool, 1, 1, null, null, Duration.ofSeconds(1)));
        granted(hold(pool, anna, 0));
        // Nothing sweeps here: the takeover is decided by the time under the lock alone.
        Awaitility.await().until(() -> hold(pool, ben, 0) instanceof Outcome.Granted);
        assertThat(refused(submit(new Command.Confirm(pool, anna, new Target.Unit(0))))
                        .code())
                .isEqualTo("not_yours");
        Awaitility.await().until(() -> node.pools.liveClaimsOf(ben).isEmpty());
        assertThat(refused(submit(new Command.Confirm(pool, ben, new Target.Unit(0)))))
                .isEqualTo(new HoldExpired());
        Sweeps.check(node.jdbc);
    }

    @Test
    void replaysTheAnswerOfTheSameKeyAndRefusesAnotherRequest() {
        var pool = pool(3);
        var command = new Command.Hold(pool, Claimant.of(anna), UnitChoice.one(0));
        granted(node.booking.submit(command, receipt("key", "f1")));
        assertThat(node.booking.submit(command, receipt("key", "f1"))).isEqualTo(new Outcome.Replayed(201, "held"));
        assertThat(node.booking.submit(command, receipt("key", "f2"))).isEqualTo(new Outcome.Refused(new KeyReused()));
    }

    private Receipt receipt(String key, String fingerprint) {
        return new Receipt(anna, "POST /hold", key, fingerprint, 201, granted -> "held");
    }

    @Test
    void capsClaimsAcrossPools() {
        var scope = Ids.next();
        var first = Ids.next();
        var second = Ids.next();
        create(first, 9, policy(scope, 2, 4, null, null, Duration.ofMinutes(15)));
        create(second, 9, policy(scope, 2, 4, null, null, Duration.ofMinutes(15)));
        granted(hold(first, anna, 0, 1, 2, 3));
        granted(hold(second, anna, 0, 1, 2, 3));
        assertThat(refused(hold(first, anna, 5))).isEqualTo(new LimitReached(scope, 2));
        assertThat(refused(hold(second, anna, 5))).isEqualTo(new LimitReached(scope, 2));
        granted(submit(new Command.ReleaseHold(second, anna, new Target.Unit(3))));
        granted(hold(first, anna, 5));
        assertThat(refused(hold(second, anna, 5))).isEqualTo(new LimitReached(scope, 2));
        Sweeps.check(node.jdbc);
    }

    @Test
    void refusesOverlappingSlotsAcrossPools() {
        var first = pool(9);
        var second = pool(9);
        var games = Ids.next();
        granted(submit(new Command.Hold(first, Claimant.of(anna), UnitChoice.one(0), slots(games, 10, 16))));
        assertThat(refused(
                        submit(new Command.Hold(second, Claimant.of(anna), UnitChoice.one(0), slots(games, 15, 20)))))
                .isEqualTo(new SlotsOverlap(games, 15));
        granted(submit(new Command.Hold(second, Claimant.of(anna), UnitChoice.one(0), slots(games, 16, 20))));
        Sweeps.check(node.jdbc);
    }

    private static List<Slots> slots(UUID scope, int from, int to) {
        return List.of(
                new Slots(scope, IntStream.range(from, to).boxed().collect(Collectors.toCollection(TreeSet::new))));
    }

    @Test
    void decidesSeveralPoolsInOneTransactionOrNothing() {
        var first = pool(2);
        var second = pool(2);
        granted(hold(second, ben, 0));
        var outcomes = within(List.of(holding(first, anna, 0), holding(second, anna, 0)));
        assertThat(outcomes).containsExactly(new Outcome.Refused(new UnitTaken(0)));
        assertThat(node.pools.liveClaimsOf(anna)).isEmpty();
        assertThat(within(List.of(holding(first, anna, 0), holding(second, anna, 1))))
                .hasSize(2)
                .allMatch(Outcome.Granted.class::isInstance);
        assertThat(node.pools.liveClaimsOf(anna)).hasSize(2);
        assertThat(refused(hold(first, ben, 0))).isEqualTo(new UnitTaken(0));
        Sweeps.check(node.jdbc);
    }

    @Test
    void takesEverythingBackWhenTheCallersTransactionFails() {
        var pool = pool(2);
        try {
            node.transactions.executeWithoutResult(status -> {
                node.booking.within(List.of(holding(pool, anna, 0)));
                throw new IllegalStateException("the caller failed");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("the caller failed");
        }
        granted(hold(pool, ben, 0));
        Sweeps.check(node.jdbc);
    }

    @Test
    void letsExactlyOneOfManyHaveAUnit() throws Exception {
        var pool = pool(1);
        var outcomes = race(400, i -> hold(pool, Ids.next(), 0));
        assertThat(outcomes).filteredOn(Outcome.Granted.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(o -> o.equals(new Outcome.Refused(new UnitTaken(0))))
                .hasSize(399);
        Sweeps.check(node.jdbc);
    }

    @Test
    void sharesAPoolOutExactlyOnce() throws Exception {
        var pool = pool(300);
        var outcomes = race(1_000, i -> submit(new Command.Hold(pool, Claimant.of(Ids.next()), new UnitChoice.Any(1))));
        assertThat(outcomes).filteredOn(Outcome.Granted.class::isInstance).hasSize(300);
        Sweeps.check(node.jdbc);
    }

    private static List<Outcome> race(int people, IntFunction<Outcome> act) throws Exception {
        var barrier = new CyclicBarrier(people);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Outcome>>();
            for (var i = 0; i < people; i++) {
                var person = i;
                answers.add(threads.submit(() -> {
                    barrier.await();
                    return act.apply(person);
                }));
            }
            var outcomes = new ArrayList<Outcome>();
            for (var answer : answers) {
                outcomes.add(answer.get());
            }
            return outcomes;
        }
    }

    private List<Outcome> within(List<Command> commands) {
        return node.transactions.execute(status -> node.booking.within(commands));
    }

    private UUID pool(int units) {
        var pool = Ids.next();
        create(pool, units, policy(pool, 1, 4, null, null, Duration.ofMinutes(15)));
        return pool;
    }

    private static void create(UUID pool, int units, Policy policy) {
        node.transactions.executeWithoutResult(
                status -> node.pools.create(pool, "test", pool.toString(), units, policy));
    }

    private static Policy policy(
            UUID scope, int claimsMax, int unitsMax, @Nullable Instant opens, @Nullable Instant closes, Duration hold) {
        return new Policy(hold, opens, closes, unitsMax, List.of(new Cap(scope, claimsMax)), Set.of(), null, false);
    }

    private static Command.Hold holding(UUID pool, UUID account, Integer... units) {
        return new Command.Hold(pool, Claimant.of(account), new UnitChoice.Exactly(List.of(units)));
    }

    private static Outcome hold(UUID pool, UUID account, Integer... units) {
        return submit(holding(pool, account, units));
    }

    private static Outcome submit(Command command) {
        return node.booking.submit(command);
    }

    private static Outcome.Granted granted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Granted.class);
        return (Outcome.Granted) outcome;
    }

    private static BookingRefusal refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).refusal();
    }
}
