package app.madang.identity.domain;

import app.madang.identity.Role;
import app.madang.identity.Viewer;
import app.madang.shared.Ids;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Access tokens: JWT signed with HS256. A token that proved good once is remembered, so that the next request costs a
 * look-up; whether its session goes on, and its time, are asked each time.
 */
@Component
class AccessTokens {

    private static final String ISSUER = "madang";
    private static final String AUDIENCE = "madang";
    private static final int LENGTH_MAX = 2048;
    private static final int REMEMBERED_MAX = 50_000;

    private final Cache<String, Verified> verified =
            Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).build();
    private final SigningKeys keys;
    private final EndedSessions ended;
    private final IdentitySettings settings;
    private final Clock clock;

    AccessTokens(SigningKeys keys, EndedSessions ended, IdentitySettings settings, Clock clock) {
        this.keys = keys;
        this.ended = ended;
        this.settings = settings;
        this.clock = clock;
    }

    String issue(UUID accountId, Role role, UUID sessionId) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(accountId.toString())
                .claim("sid", sessionId.toString())
                .claim("role", role.name().toLowerCase(Locale.ROOT))
                .jwtID(Ids.next().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(settings.accessToken())))
                .build();
        var key = keys.current();
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.id())
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new MACSigner(key.secret()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    Optional<Viewer> verify(String token) {
        return live(token).map(Verified::viewer);
    }

    /** The id of a token of this log-in that is still good. */
    Optional<UUID> idWithin(UUID sessionId, String token) {
        return live(token)
                .filter(good -> good.viewer().sessionId().equals(sessionId))
                .map(Verified::tokenId);
    }

    private Optional<Verified> live(String token) {
        var good = verified.getIfPresent(token);
        if (good == null) {
            good = token.length() <= LENGTH_MAX ? check(token) : null;
            if (good == null) {
                return Optional.empty();
            }
            verified.put(token, good);
        }
        if (ended.contains(good.viewer().sessionId())
                || ended.containsToken(good.tokenId())
                || !good.viewer().expiresAt().isAfter(clock.instant())) {
            verified.invalidate(token);
            return Optional.empty();
        }
        return Optional.of(good);
    }

    /** Forgets every token that proved good, since the key of some may no longer be believed. */
    void forget() {
        verified.invalidateAll();
    }

    private @Nullable Verified check(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            var keyId = jwt.getHeader().getKeyID();
            // The algorithm is ours to choose, not the token's.
            if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) || keyId == null) {
                return null;
            }
            var verifier = keys.verifier(keyId);
            if (verifier == null || !jwt.verify(verifier)) {
                return null;
            }
            return verified(jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException forged) {
            return null;
        }
    }

    private @Nullable Verified verified(JWTClaimsSet claims) throws ParseException {
        var expires = claims.getExpirationTime();
        if (!ISSUER.equals(claims.getIssuer()) || !claims.getAudience().contains(AUDIENCE) || expires == null) {
            return null;
        }
        var account = claims.getSubject();
        var session = claims.getStringClaim("sid");
        var role = claims.getStringClaim("role");
        var id = claims.getJWTID();
        if (account == null || session == null || role == null || id == null) {
            return null;
        }
        Instant expiresAt = expires.toInstant();
        var viewer = new Viewer(
                UUID.fromString(account),
                Role.valueOf(role.toUpperCase(Locale.ROOT)),
                UUID.fromString(session),
                expiresAt);
        return new Verified(UUID.fromString(id), viewer);
    }

    private record Verified(UUID tokenId, Viewer viewer) {}
}
