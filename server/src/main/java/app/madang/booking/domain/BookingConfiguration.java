package app.madang.booking.domain;

import app.madang.booking.Booking;
import app.madang.booking.ClaimLog;
import app.madang.booking.Pools;
import app.madang.realtime.Live;
import app.madang.realtime.LiveTopic;
import app.madang.web.Answers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the engine together: lanes on their own connections, {@code within} and reading on those of requests. */
@Configuration(proxyBeanMethods = false)
class BookingConfiguration {

    @Bean
    PoolCopies poolCopies() {
        return new PoolCopies();
    }

    @Bean
    PoolStore poolStore(JdbcClient jdbc) {
        return new PoolStore(jdbc);
    }

    @Bean
    ClaimStore claimStore(JdbcClient jdbc) {
        return new ClaimStore(jdbc);
    }

    @Bean
    ExecutorService poolPublisher() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("pool-publisher").daemon().factory());
    }

    @Bean
    WatchedPools boards(
            PoolStore pools,
            PlatformTransactionManager transactions,
            Live live,
            @Qualifier("poolPublisher") ExecutorService publisher,
            Clock clock) {
        var snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return new WatchedPools(pools, snapshot, live, publisher, clock);
    }

    @Bean
    LiveTopic poolTopic(WatchedPools watched, PoolStore pools) {
        return new PoolTopic(watched, pools);
    }

    @Bean(destroyMethod = "close")
    Lanes lanes(
            EngineSettings settings,
            @Qualifier("engineJdbc") JdbcClient jdbc,
            @Qualifier("engineTransactions") TransactionTemplate engine,
            Answers answers,
            PoolCopies copies,
            WatchedPools watched,
            MeterRegistry meters) {
        var transactions = Objects.requireNonNull(engine.getTransactionManager());
        var lanes = new Lanes(
                settings,
                () -> new Writer(
                        new PoolStore(jdbc), new ClaimStore(jdbc), answers, copies, transactions, watched::committed));
        Gauge.builder("madang.booking.queue", lanes, Lanes::depth).register(meters);
        return lanes;
    }

    @Bean
    RefusalCounts refusalCounts(JdbcClient jdbc) {
        return new RefusalCounts(jdbc);
    }

    @Bean
    Booking booking(
            Lanes lanes,
            PoolStore pools,
            ClaimStore claims,
            PoolCopies copies,
            PlatformTransactionManager transactions,
            WatchedPools watched,
            RefusalCounts refusals) {
        return new Engine(lanes, new Within(pools, claims, copies, transactions, watched::committed), refusals);
    }

    @Bean(destroyMethod = "close")
    Clockwork bookingClockwork(
            PoolStore pools, Lanes lanes, WatchedPools watched, RefusalCounts refusals, Clock clock) {
        return new Clockwork(pools, lanes, watched, refusals, clock);
    }

    @Bean
    Pools pools(PoolStore pools, JdbcClient jdbc) {
        return new PoolsInPostgres(pools, new ClaimReads(jdbc));
    }

    @Bean
    ClaimLog claimLog(JdbcClient jdbc) {
        return new LogInPostgres(jdbc);
    }
}
