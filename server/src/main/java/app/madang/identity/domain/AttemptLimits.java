package app.madang.identity.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.BlockingBucket;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Bounds guessing. Only failures count, so a campus behind one address may log in at once. Failures from everywhere on
 * one account merely make unknown devices wait, so strangers lock nobody out.
 */
@Component
class AttemptLimits {

    private static final int WATCHED_MAX = 100_000;

    private record Pair(String account, String network) {}

    private final IdentitySettings.Limits settings;
    private final SessionStore sessions;
    private final Cache<Pair, Bucket> byAccountAndAddress;
    private final Cache<String, Bucket> byAddress;
    private final Cache<String, Bucket> byAccount;
    private final Cache<String, Bucket> turns;
    private final Cache<String, Bucket> accessRequests;

    AttemptLimits(IdentitySettings settings, SessionStore sessions) {
        this.settings = settings.limits();
        this.sessions = sessions;
        this.byAccountAndAddress = cache(this.settings.accountAndAddress().per());
        this.byAddress = cache(this.settings.address().per());
        this.byAccount = cache(this.settings.account().per());
        this.turns = cache(this.settings.slowPace().multipliedBy(2));
        this.accessRequests = cache(this.settings.accessRequests().per());
    }

    /** How long to wait before the next attempt is heard, or null when it is now. */
    @Nullable
    Duration check(String account, Client client) {
        var wait = wait(byAccountAndAddress.getIfPresent(new Pair(account, client.network())));
        if (wait != null) {
            return wait;
        }
        wait = wait(byAddress.getIfPresent(client.network()));
        if (wait != null && !sessions.knows(account, client)) {
            return wait;
        }
        if (wait(byAccount.getIfPresent(account)) != null && !sessions.knows(account, client)) {
            return waitForTurn(account);
        }
        return null;
    }

    void failed(String account, Client client) {
        take(byAccountAndAddress.get(new Pair(account, client.network()), key -> bucket(settings.accountAndAddress())));
        take(byAddress.get(client.network(), key -> bucket(settings.address())));
        take(byAccount.get(account, key -> bucket(settings.account())));
    }

    void succeeded(String account, Client client) {
        byAccountAndAddress.invalidate(new Pair(account, client.network()));
    }

    /** Counts a "can't get in" request; how long to wait when there were too many. */
    @Nullable
    Duration accessRequest(Client client) {
        var bucket = accessRequests.get(client.network(), key -> bucket(settings.accessRequests()));
        return bucket.tryConsume(1) ? null : wait(bucket);
    }

    private @Nullable Duration waitForTurn(String account) {
        var turn = turns.get(
                account,
                key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(1).refillIntervally(1, settings.slowPace()))
                        .build());
        try {
            BlockingBucket queue = turn.asBlocking();
            return queue.tryConsume(1, settings.slowWait()) ? null : settings.slowWait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return settings.slowWait();
        }
    }

    private static void take(Bucket bucket) {
        bucket.tryConsume(1);
    }

    private static @Nullable Duration wait(@Nullable Bucket bucket) {
        if (bucket == null) {
            return null;
        }
        var estimate = bucket.estimateAbilityToConsume(1);
        return estimate.canBeConsumed() ? null : Duration.of(estimate.getNanosToWaitForRefill(), ChronoUnit.NANOS);
    }

    private static Bucket bucket(IdentitySettings.Limit limit) {
        return Bucket.builder()
                .addLimit(to -> to.capacity(limit.count()).refillGreedy(limit.count(), limit.per()))
                .build();
    }

    private static <K> Cache<K, Bucket> cache(Duration per) {
        return Caffeine.newBuilder()
                .maximumSize(WATCHED_MAX)
                .expireAfterAccess(per.plusMinutes(1))
                .build();
    }
}
