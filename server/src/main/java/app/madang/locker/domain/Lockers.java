package app.madang.locker.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The directory kept in memory. It follows what other nodes change within about a second while someone looks, and asks
 * the database again before saying that something does not exist.
 */
@Component
public class Lockers {

    private static final long POLL_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long STALE_NANOS = Duration.ofSeconds(3).toNanos();
    private static final long RECHECK_NANOS = Duration.ofMillis(200).toNanos();

    private final DirectoryStore store;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicBoolean polling = new AtomicBoolean();
    private volatile @Nullable Seen seen;

    private record Seen(Directory directory, long atNanos) {}

    Lockers(DirectoryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** At most about a second old while it is being asked for; does not touch the database. */
    public Directory directory() {
        var known = seen;
        long age = known == null ? Long.MAX_VALUE : System.nanoTime() - known.atNanos;
        if (known == null || age > STALE_NANOS) {
            return checked(POLL_NANOS);
        }
        if (age > POLL_NANOS && polling.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::poll);
        }
        return known.directory;
    }

    /** Checked against the database within the last 200 ms. */
    public Directory recent() {
        return checked(RECHECK_NANOS);
    }

    /** The locker with this number, also when another node has made it a moment ago. */
    public Optional<Locker> find(int lockerId) {
        return directory().locker(lockerId).or(() -> recent().locker(lockerId));
    }

    /** The current term; empty when there was never one. */
    public Optional<Term> currentTerm() {
        var now = clock.instant();
        return directory()
                .currentTerm(now)
                .filter(term -> term.phase(now) == Term.Phase.OPEN)
                .or(() -> recent().currentTerm(clock.instant()));
    }

    /** Forgets what is known after a change made here, so that whoever made it sees it. */
    void changed() {
        // Waits for a reading that may have begun before the change.
        reading.lock();
        try {
            seen = null;
        } finally {
            reading.unlock();
        }
    }

    private void poll() {
        try {
            checked(RECHECK_NANOS);
        } finally {
            polling.set(false);
        }
    }

    private Directory checked(long ageMaxNanos) {
        var early = seen;
        if (early != null && System.nanoTime() - early.atNanos < ageMaxNanos) {
            return early.directory;
        }
        reading.lock();
        try {
            var known = seen;
            if (known != null && System.nanoTime() - known.atNanos < ageMaxNanos) {
                return known.directory;
            }
            long startedNanos = System.nanoTime();
            var directory =
                    known != null && known.directory.version() == store.version() ? known.directory : store.read();
            seen = new Seen(directory, startedNanos);
            return directory;
        } finally {
            reading.unlock();
        }
    }
}
