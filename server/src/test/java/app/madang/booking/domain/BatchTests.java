package app.madang.booking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.booking.BookingRefusal.LimitReached;
import app.madang.booking.BookingRefusal.TooManyUnits;
import app.madang.booking.Cap;
import app.madang.booking.Claimant;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.Policy;
import app.madang.booking.Target;
import app.madang.booking.UnitChoice;
import app.madang.shared.Ids;
import app.madang.testing.TestPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands of one transaction do to each other, when a cap spans their pools. */
class BatchTests {

    private static final Duration LONG = Duration.ofMinutes(15);
    private static final Duration SHORT = Duration.ofSeconds(1);

    private static TestNode node;

    private final UUID anna = Ids.next();
    private final UUID scope = Ids.next();
    private UUID low;
    private UUID high;
    private UUID third;

    @BeforeAll
    static void start() {
        node = new TestNode(TestPostgres.freshDatabase());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void pools() {
        low = Ids.next();
        high = Ids.next();
        third = Ids.next();
        List.of(low, high, third).forEach(pool -> create(pool, LONG));
    }

    @AfterEach
    void nothingIsWrong() {
        Sweeps.check(node.jdbc);
    }

    @Test
    void capsClaimsAcrossThePoolsOfOneBatch() {
        var outcomes = node.batch(hold(low, anna, 0), hold(high, anna, 0));
        assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Granted.class);
        assertThat(outcomes.getLast()).isEqualTo(limitReached());
    }

    @Test
    void capsClaimsAcrossThePoolsOfOneCall() {
        var outcomes = node.transactions.execute(
                status -> node.booking.within(List.of(hold(low, anna, 0), hold(high, anna, 0))));
        assertThat(outcomes).containsExactly(limitReached());
    }

    @Test
    void refusesAClaimBeyondTheLimitEvenIfTheSameBatchEndsIt() {
        node.batch(hold(high, anna, 0));
        var outcomes = node.batch(hold(low, anna, 0), new Command.ReleaseHold(low, anna, new Target.Unit(0)));
        assertThat(outcomes.getFirst()).isEqualTo(limitReached());
    }

    @Test
    void keepsTheAllowanceOfAClaimThatIsHeldAndMovedInOneBatch() {
        assertThat(node.batch(hold(low, anna, 0), new Command.Move(low, anna, new Target.Unit(0), UnitChoice.one(1))))
                .allMatch(Outcome.Granted.class::isInstance);
        assertThat(node.batch(hold(high, anna, 0))).containsExactly(limitReached());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void handsTheAllowanceOfARunOutHoldOverWithinOneBatch(boolean upwards) {
        var from = Ids.next();
        var to = Ids.next();
        var source = upwards ? from : to;
        var target = upwards ? to : from;
        create(source, SHORT);
        create(target, LONG);
        node.batch(hold(source, anna, 0));
        awaitEndOfHolds();
        // The batch touches both pools: one ends the old hold, the other takes its place in the scope.
        assertThat(node.batch(hold(target, anna, 0), hold(source, Ids.next(), 0)))
                .allMatch(Outcome.Granted.class::isInstance);
        assertThat(node.batch(hold(third, anna, 0))).containsExactly(limitReached());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsTheAllowanceOfAMovedClaimWhenItsPredecessorIsSwept(boolean upwards) {
        var from = Ids.next();
        var to = Ids.next();
        var source = upwards ? from : to;
        var target = upwards ? to : from;
        create(source, SHORT);
        create(target, LONG);
        node.batch(hold(source, anna, 0));
        awaitEndOfHolds();
        node.batch(hold(target, anna, 0));
        assertThat(node.batch(
                        new Command.Move(target, anna, new Target.Unit(0), UnitChoice.one(1)),
                        new Command.Sweep(source)))
                .allMatch(Outcome.Granted.class::isInstance);
        assertThat(node.batch(hold(third, anna, 0))).containsExactly(limitReached());
    }

    @Test
    void tellsEachOfManyAtTheirLimitElsewhereSoAndGivesTheUnitToTheOneWhoMayHaveIt() {
        var full = new ArrayList<UUID>();
        for (var i = 0; i < 30; i++) {
            full.add(Ids.next());
            node.batch(hold(low, full.get(i), i));
        }
        var commands = new ArrayList<Command>();
        full.forEach(account -> commands.add(hold(high, account, 0)));
        commands.add(hold(high, anna, 0));
        var outcomes = node.batch(commands.toArray(Command[]::new));
        assertThat(outcomes.subList(0, 30)).allMatch(limitReached()::equals);
        assertThat(outcomes.getLast()).isInstanceOf(Outcome.Granted.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2, Integer.MAX_VALUE})
    void refusesToMoveToAnotherNumberOfUnits(int count) {
        node.batch(hold(low, anna, 0));
        assertThat(node.batch(new Command.Move(low, anna, new Target.Unit(0), new UnitChoice.Any(count))))
                .containsExactly(new Outcome.Refused(new TooManyUnits(1)));
    }

    private Outcome limitReached() {
        return new Outcome.Refused(new LimitReached(scope, 1));
    }

    private static void awaitEndOfHolds() {
        Awaitility.await()
                .until(() -> node.jdbc
                        .sql(
                                "select not exists (select from booking.account_unit where until > clock_timestamp() and until <"
                                        + " clock_timestamp() + interval '2 seconds')")
                        .query(Boolean.class)
                        .single());
    }

    private void create(UUID pool, Duration hold) {
        var policy = new Policy(hold, null, null, 4, List.of(new Cap(scope, 1)), Set.of(), null, false);
        node.transactions.executeWithoutResult(status -> node.pools.create(pool, "test", pool.toString(), 40, policy));
    }

    private static Command.Hold hold(UUID pool, UUID account, int unit) {
        return new Command.Hold(pool, Claimant.of(account), UnitChoice.one(unit));
    }
}
