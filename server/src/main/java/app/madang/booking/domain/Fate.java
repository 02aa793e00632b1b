package app.madang.booking.domain;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** What became of a transaction whose commit was sent but never answered. */
enum Fate {
    COMMITTED,
    ABORTED,
    UNKNOWN;

    private static final Logger log = LoggerFactory.getLogger(Fate.class);
    private static final Duration ASKED_FOR = Duration.ofSeconds(8);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /**
     * Asks PostgreSQL, on another connection, for some seconds. A database that has crashed gives the ids it had not
     * written down to others: a commit counts only when what it wrote can be read.
     */
    static Fate of(String transactionId, PoolStore pools, BooleanSupplier isLogged) {
        for (var begin = System.nanoTime(); System.nanoTime() - begin < ASKED_FOR.toNanos(); ) {
            try {
                var fate = pools.fate(transactionId).orElse("unknown");
                switch (fate) {
                    case "committed":
                        return isLogged.getAsBoolean() ? COMMITTED : ABORTED;
                    case "aborted":
                        return ABORTED;
                    case "in progress":
                        break;
                    default:
                        return UNKNOWN;
                }
            } catch (DataAccessException e) {
                log.debug("the database cannot be asked yet", e);
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return UNKNOWN;
            }
        }
        return UNKNOWN;
    }
}
