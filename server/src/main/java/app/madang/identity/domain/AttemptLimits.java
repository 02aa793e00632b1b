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
        var wait = checkAddress(account, client);
        return wait == null ? checkAccount(account, client) : wait;
    }

    /** The like for an attempt that costs little: the address is asked only when it fails. */
    @Nullable
    Duration checkAccount(String account, Client client) {
        var wait = wait(byAccountAndAddress.getIfPresent(new Pair(account, client.network())));
        if (wait != null) {
            return wait;
        }
        if (wait(byAccount.getIfPresent(account)) != null && !sessions.knows(account, client)) {
            return waitForTurn(account);
        }
        return null;
    }

    /** How long an address that failed too often hears nothing else; null when it did not, or the client is known. */
    @Nullable
    Duration checkAddress(String account, Client client) {
        var wait = wait(byAddress.getIfPresent(client.network()));
        return wait != null && !sessions.knows(account, client) ? wait : null;
    }

    void failed(String account, Client client) {
        failedBesideOthers(account, client);
        take(byAddress.get(client.network(), key -> bucket(settings.address())));
    }

    /** A failure that tells nothing of a guesser, and is not held against others behind the address. */
    void failedBesideOthers(String account, Client client) {
        take(byAccountAndAddress.get(new Pair(account, client.network()), key -> bucket(settings.accountAndAddress())));
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
