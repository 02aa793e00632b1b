package app.madang.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.identity.domain.IdentitySettings.Limit;
import app.madang.identity.domain.IdentitySettings.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PasswordFloodTests {

    @Test
    void turnsAwayWhoWouldWaitTooLong() throws Exception {
        var passwords = new Passwords(settings(1, Duration.ZERO));
        var hash = passwords.encode("right");

        var verdicts = together(8, () -> passwords.check("right", hash));

        assertThat(verdicts).contains(Passwords.Verdict.RIGHT, Passwords.Verdict.BUSY);
        assertThat(verdicts).doesNotContain(Passwords.Verdict.WRONG);
        assertThat(passwords.check("right", hash)).isEqualTo(Passwords.Verdict.RIGHT);
    }

    @Test
    void letsThoseWaitWhoseTurnComesSoon() throws Exception {
        var passwords = new Passwords(settings(1, Duration.ofMinutes(2)));
        var hash = passwords.encode("right");

        assertThat(together(8, () -> passwords.check("right", hash))).containsOnly(Passwords.Verdict.RIGHT);
    }

    private static IdentitySettings settings(int checks, Duration wait) {
        var limit = new Limit(10, Duration.ofMinutes(1));
        var limits = new Limits(limit, limit, limit, Duration.ofSeconds(1), Duration.ofSeconds(1), limit);
        return new IdentitySettings(
                Duration.ofMinutes(30), Duration.ofDays(14), Duration.ofSeconds(10), checks, wait, 6, wait, limits);
    }

    private static <T> List<T> together(int callers, Callable<T> call) throws Exception {
        var barrier = new CyclicBarrier(callers);
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var results = new ArrayList<T>();
            var calls = Stream.<Callable<T>>generate(() -> () -> {
                        barrier.await();
                        return call.call();
                    })
                    .limit(callers)
                    .toList();
            for (var result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
