package app.madang.database;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the database's clock each second; a failure leaves the last offset in place. */
@Component
class ClockFollower implements Reachability, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ClockFollower.class);

    /** A slower reading tells little: the moment it was taken may lie anywhere in it. */
    private static final Duration READING_MAX = Duration.ofMillis(500);

    private final JdbcClient jdbc;
    private final DatabaseClock clock;
    private final ScheduledExecutorService each = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("database-clock").daemon().factory());
    private volatile boolean silent;

    ClockFollower(@Qualifier("houseDataSource") DataSource house, DatabaseClock clock) {
        this.jdbc = JdbcClient.create(house);
        this.clock = clock;
        read(Duration.ofDays(1));
        each.scheduleWithFixedDelay(this::follow, 1, 1, TimeUnit.SECONDS);
    }

    private void follow() {
        try {
            read(READING_MAX);
            if (silent) {
                log.info("The database answers again");
            }
            silent = false;
        } catch (RuntimeException e) {
            if (!silent) {
                log.warn("The database does not answer: {}", e.getMessage());
            }
            silent = true;
        }
    }

    private void read(Duration readingMax) {
        var before = clock.local().instant();
        var database = jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        var after = clock.local().instant();
        if (Duration.between(before, after).compareTo(readingMax) <= 0) {
            clock.adjust(before, database, after);
        }
    }

    @Override
    public boolean isReachable() {
        try {
            return jdbc.sql("select 1").query(Integer.class).single() == 1;
        } catch (DataAccessException gone) {
            return false;
        }
    }

    @Override
    public void destroy() {
        each.shutdownNow();
    }
}
