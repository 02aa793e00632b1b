package app.madang.identity.domain;

import app.madang.identity.IdentityRefusal;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets a few log-ins at a time to the database, in the order they came. When a whole campus comes at once, people wait
 * here without a connection, longer than the pool would let them, and whoever is in already finds connections free.
 */
@Component
class LogInTurns {

    private final Semaphore turns;
    private final long waitMillis;

    LogInTurns(IdentitySettings settings) {
        turns = new Semaphore(settings.logInsAtOnce(), true);
        waitMillis = settings.logInWait().toMillis();
    }

    Entry take(Supplier<Entry> logIn) {
        try {
            if (!turns.tryAcquire(waitMillis, TimeUnit.MILLISECONDS)) {
                return new Entry.Refused(new IdentityRefusal.LoginBusy());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Entry.Refused(new IdentityRefusal.LoginBusy());
        }
        try {
            return logIn.get();
        } finally {
            turns.release();
        }
    }
}
