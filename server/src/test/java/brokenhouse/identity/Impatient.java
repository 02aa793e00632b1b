package brokenhouse.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Supplier;

/** Breaks: time comes from the injected clock. */
public final class Impatient {

    private Impatient() {}

    static Instant now() {
        return Instant.now();
    }

    static Supplier<OffsetDateTime> later() {
        return OffsetDateTime::now;
    }

    static long millis() {
        return System.currentTimeMillis();
    }

    static Clock clock() {
        return Clock.systemUTC();
    }

    /** This one does as it should. */
    static OffsetDateTime patient(Clock clock) {
        return OffsetDateTime.now(clock);
    }
}
