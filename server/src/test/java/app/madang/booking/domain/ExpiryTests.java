package app.madang.booking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.booking.BookingRefusal.HoldExpired;
import app.madang.booking.BookingRefusal.NotYours;
import app.madang.booking.Cap;
import app.madang.booking.Claim;
import app.madang.booking.Claimant;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.Policy;
import app.madang.booking.Target;
import app.madang.booking.UnitChoice;
import app.madang.database.DatabaseClock;
import app.madang.shared.Ids;
import app.madang.testing.TestDatabase;
import app.madang.testing.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hold ends when the database's clock says so: nothing sweeps here, clocks are wrong, processes stand still. */
class ExpiryTests {

    /** What is promised within three seconds is awaited for five times as long. */
    private static final Duration OTHERS_GO_ON = Duration.ofSeconds(15);

    private static TestDatabase database;
    private static TestNode node;

    private final UUID anna = Ids.next();
    private final UUID ben = Ids.next();

    @BeforeAll
    static void start() {
        database = TestPostgres.freshDatabase();
        node = new TestNode(database);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @AfterEach
    void nothingIsWrong() {
        Sweeps.check(node.jdbc);
    }

    @Test
    void handsARunOutHoldToTheNextWithoutAnySweepAndRefusesTheLateConfirm() {
        var pool = pool(Duration.ofSeconds(1));
        var hold = granted(node.booking.submit(hold(pool, anna)));
        awaitTakeover(node, pool);
        assertThat(node.booking.submit(new Command.Confirm(
                        pool, anna, new Target.Claim(hold.claim().claimId()))))
                .isEqualTo(new Outcome.Refused(new HoldExpired()));
        assertThat(node.booking.submit(new Command.Confirm(pool, anna, new Target.Unit(0))))
                .isEqualTo(new Outcome.Refused(new NotYours()));
        granted(node.booking.submit(new Command.Confirm(pool, ben, new Target.Unit(0))));
    }

    @Test
    void refusesTheLateConfirmWhenNobodyElseCame() {
        var pool = pool(Duration.ofSeconds(1));
        granted(node.booking.submit(hold(pool, anna)));
        Awaitility.await().until(() -> node.pools.liveClaimsOf(anna).isEmpty());
        assertThat(node.booking.submit(new Command.Confirm(pool, anna, new Target.Unit(0))))
                .isEqualTo(new Outcome.Refused(new HoldExpired()));
        assertThat(node.jdbc
                        .sql("select end_reason from booking.claim where pool_id = :pool")
                        .param("pool", pool)
                        .query(String.class)
                        .list())
                .containsExactly("expired");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void decidesByTheDatabasesClockOnANodeWhoseOwnIsAnHourWrong(int hours) {
        try (var wrong = new TestNode(database, Clock.offset(Clock.systemUTC(), Duration.ofHours(hours)))) {
            var lasting = pool(Duration.ofMinutes(30));
            var held = granted(wrong.booking.submit(hold(lasting, anna)));
            assertThat(held.secondsLeft()).isEqualTo(1_800);
            assertThat(Duration.between(databaseTime(), held.claim().until()))
                    .isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
            assertThat(node.booking.submit(hold(lasting, ben))).isInstanceOf(Outcome.Refused.class);
            assertThat(wrong.booking.submit(hold(lasting, ben))).isInstanceOf(Outcome.Refused.class);
            granted(wrong.booking.submit(new Command.Confirm(lasting, anna, new Target.Unit(0))));

            var passing = pool(Duration.ofSeconds(1));
            granted(node.booking.submit(hold(passing, anna)));
            awaitTakeover(wrong, passing);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void showsARunOutHoldAsFreeOnANodeWhoseOwnClockIsAnHourWrong(int hours) {
        var clock = new DatabaseClock(Clock.offset(Clock.systemUTC(), Duration.ofHours(hours)));
        var before = clock.local().instant();
        clock.adjust(before, databaseTime(), clock.local().instant());
        try (var wrong = new TestNode(database, clock)) {
            var lasting = pool(Duration.ofMinutes(30));
            granted(wrong.booking.submit(hold(lasting, anna)));
            assertThat(wrong.boards.board(lasting).orElseThrow().claims()).containsKey(0);

            var passing = pool(Duration.ofSeconds(1));
            granted(wrong.booking.submit(hold(passing, anna)));
            var shown = wrong.boards.board(passing).orElseThrow();
            assertThat(shown.claims()).containsKey(0);
            Awaitility.await()
                    .until(() ->
                            wrong.boards.board(passing).orElseThrow().claims().isEmpty());
            assertThat(wrong.boards.board(passing).orElseThrow().etag()).isNotEqualTo(shown.etag());
            assertThat(node.pools.liveClaimsOf(anna)).extracting(Claim::poolId).containsExactly(lasting);
        }
    }

    @Test
    void refusesTheConfirmThatWaitedInAProcessWhichStoodStillBeyondTheHold() {
        try (var sleeper = new NodeProcess(database).awaitReady()) {
            var pool = pool(Duration.ofSeconds(1));
            var hold = granted(sleeper.submit(hold(pool, anna)));
            sleeper.pause();
            var late = sleeper.ask(
                    Wire.Verb.SUBMIT,
                    List.of(new Command.Confirm(
                            pool, anna, new Target.Claim(hold.claim().claimId()))),
                    List.of());
            awaitTakeover(node, pool);
            sleeper.resume();
            assertThat(late.join()).containsExactly(new Outcome.Refused(new HoldExpired()));
        }
    }

    @Test
    void refusesTheConfirmOfAProcessThatStoodStillInsideItsTransactionBeyondTheHold() {
        try (var sleeper = new NodeProcess(database).awaitReady()) {
            var pool = pool(Duration.ofSeconds(1));
            var hold = granted(sleeper.submit(hold(pool, anna)));
            var stalled = sleeper.stallOn(pool);
            var late = sleeper.ask(
                    Wire.Verb.SUBMIT,
                    List.of(new Command.Confirm(
                            pool, anna, new Target.Claim(hold.claim().claimId()))),
                    List.of());
            stalled.join();
            sleeper.pause();
            // The sleeper has the pool's lock: PostgreSQL takes it away, or nobody would ever go on.
            awaitTakeover(node, pool);
            sleeper.resume();
            sleeper.go();
            assertThat(late.join()).containsExactly(new Outcome.Refused(new HoldExpired()));
        }
    }

    private void awaitTakeover(TestNode taker, UUID pool) {
        Awaitility.await()
                .atMost(OTHERS_GO_ON)
                .until(() -> taker.booking.submit(hold(pool, ben)) instanceof Outcome.Granted);
    }

    private static java.time.Instant databaseTime() {
        return node.jdbc
                .sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static UUID pool(Duration hold) {
        var pool = Ids.next();
        var policy = new Policy(hold, null, null, 1, List.of(new Cap(pool, 1)), Set.of(), null, false);
        node.transactions.executeWithoutResult(status -> node.pools.create(pool, "test", pool.toString(), 1, policy));
        return pool;
    }

    private static Command.Hold hold(UUID pool, UUID account) {
        return new Command.Hold(pool, Claimant.of(account), UnitChoice.one(0));
    }

    private static Outcome.Granted granted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Granted.class);
        return (Outcome.Granted) outcome;
    }
}
