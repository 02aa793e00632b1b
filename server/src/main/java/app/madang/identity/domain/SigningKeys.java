package app.madang.identity.domain;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** This node's copy of the signing keys, read anew each second, and at once when a token names an unknown one. */
@Component
class SigningKeys {

    /** Tokens with invented key ids must not become a load on the database. */
    private static final Duration UNKNOWN_PACE = Duration.ofSeconds(1);

    private record Copy(SigningKeyStore.SigningKey current, Map<String, JWSVerifier> verifiers) {}

    private final SigningKeyStore store;
    private final IdentitySettings settings;
    private final Clock clock;
    private final AtomicReference<Instant> askedForUnknown = new AtomicReference<>(Instant.MIN);
    private volatile @Nullable Copy copy;

    SigningKeys(SigningKeyStore store, IdentitySettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    SigningKeyStore.SigningKey current() {
        return copy().current();
    }

    @Nullable
    JWSVerifier verifier(String keyId) {
        var known = copy().verifiers().get(keyId);
        if (known != null) {
            return known;
        }
        var now = clock.instant();
        var last = askedForUnknown.get();
        if (last.isBefore(now.minus(UNKNOWN_PACE)) && askedForUnknown.compareAndSet(last, now)) {
            refresh();
        }
        return copy().verifiers().get(keyId);
    }

    /** Reads the keys; true when one of those known before is no longer believed. */
    boolean refresh() {
        var before = copy;
        var keys = store.read(settings.accessToken());
        if (keys.isEmpty()) {
            store.makeFirst();
            keys = store.read(settings.accessToken());
        }
        var verifiers = new HashMap<String, JWSVerifier>();
        for (var key : keys) {
            verifiers.put(key.id(), verifier(key));
        }
        copy = new Copy(keys.getFirst(), Map.copyOf(verifiers));
        return before != null
                && !verifiers.keySet().containsAll(before.verifiers().keySet());
    }

    private Copy copy() {
        var keys = copy;
        if (keys == null) {
            refresh();
            keys = copy;
        }
        if (keys == null) {
            throw new IllegalStateException("no signing key");
        }
        return keys;
    }

    private static JWSVerifier verifier(SigningKeyStore.SigningKey key) {
        try {
            return new MACVerifier(key.secret());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
