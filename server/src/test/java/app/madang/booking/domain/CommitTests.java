package app.madang.booking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.booking.BookingRefusal.OutcomeUnknown;
import app.madang.booking.Cap;
import app.madang.booking.Claimant;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.Policy;
import app.madang.booking.UnitChoice;
import app.madang.booking.domain.CuttingProxy.Cut;
import app.madang.shared.Ids;
import app.madang.testing.TestDatabase;
import app.madang.testing.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A connection that breaks during COMMIT: what was done is told, what was not is done again, and nothing is guessed. */
class CommitTests {

    private final UUID pool = Ids.next();
    private TestDatabase database;
    private CuttingProxy proxy;
    private TestNode witness;

    @BeforeEach
    void start() {
        database = TestPostgres.freshDatabase();
        proxy = new CuttingProxy(TestPostgres.server().port());
        witness = new TestNode(database);
        var policy =
                new Policy(Duration.ofMinutes(15), null, null, 4, List.of(new Cap(pool, 9)), Set.of(), null, false);
        witness.transactions.executeWithoutResult(
                status -> witness.pools.create(pool, "test", pool.toString(), 9, policy));
    }

    @AfterEach
    void stop() {
        Sweeps.check(witness.jdbc);
        proxy.close();
        witness.close();
    }

    @Test
    void tellsWhatWasCommittedWhenTheAnswerIsLost() {
        try (var node = throughProxy(PoolStore::new)) {
            cutOnce(Cut.AFTER);
            assertThat(node.booking.submit(hold(0))).isInstanceOf(Outcome.Granted.class);
            assertThat(proxy.cuts).hasValue(1);
            assertThat(claims()).isEqualTo(1);
        }
    }

    @Test
    void decidesAgainWhatWasNeverCommitted() {
        try (var node = throughProxy(PoolStore::new)) {
            cutOnce(Cut.BEFORE);
            assertThat(node.booking.submit(hold(0))).isInstanceOf(Outcome.Granted.class);
            assertThat(proxy.cuts).hasValue(1);
            assertThat(claims()).isEqualTo(1);
        }
    }

    @Test
    void saysThatItDoesNotKnowWhenNobodyCanBeAsked() {
        try (var node = throughProxy(Deaf::new)) {
            cutOnce(Cut.AFTER);
            assertThat(node.booking.submit(hold(0))).isEqualTo(new Outcome.Refused(new OutcomeUnknown()));
            Awaitility.await().until(() -> claims() == 1);
            // The copy was dropped: the node sees what it could not know.
            assertThat(node.booking.submit(hold(0))).isInstanceOf(Outcome.Refused.class);
            assertThat(node.booking.submit(hold(1))).isInstanceOf(Outcome.Granted.class);
        }
    }

    @Test
    void doesNotTakeAnothersCommitUnderAReusedIdForItsOwn() {
        try (var node = throughProxy(Reused::new)) {
            cutOnce(Cut.BEFORE);
            assertThat(node.booking.submit(hold(0))).isInstanceOf(Outcome.Granted.class);
            assertThat(claims()).isEqualTo(1);
        }
    }

    @Test
    void answersAsCommittedEvenIfShowingItFails() {
        var shown = new AtomicInteger();
        try (var node = throughProxy(PoolStore::new)) {
            var jobs = List.of(new Job(hold(0), null), new Job(hold(1), null));
            node.writer(decision -> {
                        shown.incrementAndGet();
                        throw new IllegalStateException("nobody can be shown anything");
                    })
                    .run(jobs);
            assertThat(jobs).allMatch(job -> job.answer().join() instanceof Outcome.Granted);
            assertThat(shown).hasValue(1);
        }
    }

    /** Cannot be asked what became of a transaction. */
    private static final class Deaf extends PoolStore {
        Deaf(JdbcClient jdbc) {
            super(jdbc);
        }

        @Override
        Optional<String> fate(String transactionId) {
            return Optional.empty();
        }
    }

    /** As after a crash of PostgreSQL that lost the transaction and gave its id to one that committed. */
    private static final class Reused extends PoolStore {
        Reused(JdbcClient jdbc) {
            super(jdbc);
        }

        @Override
        Optional<String> fate(String transactionId) {
            return Optional.of("committed");
        }
    }

    private TestNode throughProxy(TestNode.PoolStores pools) {
        var through = new TestDatabase(
                database.name(),
                proxy.through(database.url()),
                database.user(),
                database.password(),
                database.dataSource());
        return new TestNode(through, Clock.systemUTC(), pools, ClaimStore::new);
    }

    private void cutOnce(Cut cut) {
        var done = new AtomicBoolean();
        proxy.cutting(() -> done.compareAndSet(false, true) ? cut : null);
    }

    private long claims() {
        return witness.jdbc
                .sql("select count(*) from booking.claim where pool_id = :pool and state = 'held'")
                .param("pool", pool)
                .query(Long.class)
                .single();
    }

    private Command.Hold hold(int unit) {
        return new Command.Hold(pool, Claimant.of(Ids.next()), UnitChoice.one(unit));
    }
}
