package app.madang.identity.domain;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with bounded concurrency: each check costs 19 MiB and a good part of a processor, and a flood of log-ins must
 * leave something to the others.
 */
@Component
class Passwords {

    enum Verdict {
        RIGHT,
        WRONG,
        BUSY
    }

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int LENGTH_MAX = 200;

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, 2);
    private final Semaphore turns;
    private final long waitMillis;
    private final String nobodysHash;

    Passwords(IdentitySettings settings) {
        var checks = settings.passwordChecks() > 0
                ? settings.passwordChecks()
                : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        turns = new Semaphore(checks, true);
        waitMillis = settings.passwordWait().toMillis();
        nobodysHash = encode(RefreshTokens.first());
    }

    String encode(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    /** An account without a password takes as long as one with a wrong one. */
    Verdict check(String password, @Nullable String hash) {
        if (password.length() > LENGTH_MAX
                || !StandardCharsets.UTF_8.newEncoder().canEncode(password)) {
            return Verdict.WRONG;
        }
        try {
            if (!turns.tryAcquire(waitMillis, TimeUnit.MILLISECONDS)) {
                return Verdict.BUSY;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Verdict.BUSY;
        }
        try {
            var matches = encoder.matches(password, hash == null ? nobodysHash : hash);
            return matches && hash != null ? Verdict.RIGHT : Verdict.WRONG;
        } finally {
            turns.release();
        }
    }
}
