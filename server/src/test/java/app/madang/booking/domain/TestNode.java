package app.madang.booking.domain;

import app.madang.booking.Booking;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.Pools;
import app.madang.realtime.Live;
import app.madang.realtime.LiveEvent;
import app.madang.testing.TestDatabase;
import app.madang.web.Answers;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine as one node runs it, without HTTP: several of them may share a database. */
final class TestNode implements AutoCloseable {

    final List<LiveEvent> published = new CopyOnWriteArrayList<>();
    final JdbcClient jdbc;
    final TransactionTemplate transactions;
    final WatchedPools boards;
    final Lanes lanes;
    final Booking booking;
    final Pools pools;
    private final Function<Consumer<Decision>, Writer> writers;
    private final HikariDataSource dataSource;
    private final ExecutorService publisher = Executors.newSingleThreadExecutor();

    TestNode(TestDatabase database) {
        this(database, Clock.systemUTC());
    }

    TestNode(TestDatabase database, Clock clock) {
        this(database, clock, PoolStore::new, ClaimStore::new);
    }

    TestNode(TestDatabase database, Clock clock, PoolStores poolStores, ClaimStores claimStores) {
        dataSource = connections(database);
        jdbc = JdbcClient.create(dataSource);
        var manager = new JdbcTransactionManager(dataSource);
        transactions = new TransactionTemplate(manager);
        var snapshot = new TransactionTemplate(manager);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        var poolStore = poolStores.on(jdbc);
        var claimStore = claimStores.on(jdbc);
        boards = new WatchedPools(poolStore, snapshot, new Published(), publisher, clock);
        var copies = new PoolCopies();
        var answers = new RememberedAnswers();
        writers = committed -> new Writer(poolStore, claimStore, answers, copies, manager, committed);
        lanes = new Lanes(new EngineSettings(2, 10_000, 512), () -> writer(boards::committed));
        booking = new Engine(
                lanes, new Within(poolStore, claimStore, copies, manager, boards::committed), new RefusalCounts(jdbc));
        pools = new PoolsInPostgres(poolStore, new ClaimReads(jdbc));
    }

    /** A writer as a lane has one. */
    Writer writer(Consumer<Decision> committed) {
        return writers.apply(committed);
    }

    /** Decides the commands as one batch, in this order. */
    List<Outcome> batch(Command... commands) {
        var jobs = Stream.of(commands).map(command -> new Job(command, null)).toList();
        writer(boards::committed).run(jobs);
        return jobs.stream().map(job -> job.answer().join()).toList();
    }

    interface PoolStores {
        PoolStore on(JdbcClient jdbc);
    }

    interface ClaimStores {
        ClaimStore on(JdbcClient jdbc);
    }

    private static HikariDataSource connections(TestDatabase database) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(12);
        config.setConnectionTimeout(5_000);
        config.setConnectionInitSql(
                "set lock_timeout = 5000; set idle_in_transaction_session_timeout = 2000; set transaction_timeout = 5000");
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        lanes.close();
        publisher.shutdown();
        dataSource.close();
    }

    private final class Published implements Live {
        @Override
        public void publish(List<LiveEvent> events) {
            published.addAll(events);
        }

        @Override
        public void tell(UUID accountId, String type, Supplier<Map<String, ?>> data) {
            published.add(new LiveEvent("me", 0, type, data.get()));
        }
    }

    /** Keeps answers in memory: the table they belong in is another module's. */
    private static final class RememberedAnswers implements Answers {
        private final Map<Key, Answer> kept = new HashMap<>();

        @Override
        public synchronized Map<Key, Answer> find(JdbcClient jdbc, Collection<Key> keys) {
            var found = new HashMap<Key, Answer>();
            keys.forEach(key -> {
                if (kept.containsKey(key)) {
                    found.put(key, kept.get(key));
                }
            });
            return found;
        }

        @Override
        public synchronized void save(JdbcClient jdbc, Collection<Answer> answers) {
            answers.forEach(answer -> kept.put(answer.key(), answer));
        }
    }
}
