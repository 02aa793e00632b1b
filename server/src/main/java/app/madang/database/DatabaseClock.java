package app.madang.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The database's time, followed by a measured offset, so that every node counts down to the same second and a node
 * whose own clock is wrong shows the right time. Decisions never use it: they read the time under their lock.
 */
public final class DatabaseClock extends Clock {

    private final Clock local;
    private volatile long offsetNanos;

    public DatabaseClock(Clock local) {
        this.local = local;
    }

    /** Takes over a reading of the database's clock made between two readings of the local one. */
    public void adjust(Instant localBefore, Instant database, Instant localAfter) {
        var middle = localBefore.plus(Duration.between(localBefore, localAfter).dividedBy(2));
        offsetNanos = Duration.between(middle, database).toNanos();
    }

    /** The machine's own clock, for whoever measures the offset. */
    public Clock local() {
        return local;
    }

    @Override
    public Instant instant() {
        return local.instant().plusNanos(offsetNanos);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants only");
    }
}
