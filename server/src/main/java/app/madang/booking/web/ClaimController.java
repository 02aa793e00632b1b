package app.madang.booking.web;

import app.madang.booking.Booking;
import app.madang.booking.Claim;
import app.madang.booking.ClaimLog;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.Pools;
import app.madang.booking.Target;
import app.madang.identity.Viewer;
import app.madang.shared.Page;
import app.madang.web.IdempotencyKey;
import app.madang.web.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ClaimController {

    private static final int LOG_MAX = 500;

    private final Booking booking;
    private final Pools pools;
    private final ClaimLog log;
    private final DirectClaims claims;

    ClaimController(Booking booking, Pools pools, ClaimLog log, DirectClaims claims) {
        this.booking = booking;
        this.pools = pools;
        this.log = log;
        this.claims = claims;
    }

    /** One step of a claim, without names: what happened, when, why, and whether its owner did it. */
    record LogLine(
            long version,
            String type,
            List<Integer> units,
            boolean byOwner,
            @Nullable String reason,
            Instant at) {}

    /** The viewer's own live claims; {@code mine} may be written or left out. */
    @GetMapping("/api/v1/claims")
    Page<ClaimBody> mine(
            @RequestParam(required = false) @Nullable String mine, @AuthenticationPrincipal Viewer viewer) {
        return new Page<>(
                pools.liveClaimsOf(viewer.accountId()).stream()
                        .map(ClaimBody::of)
                        .toList(),
                null);
    }

    @PostMapping("/api/v1/claims/{id}/confirm")
    ResponseEntity<String> confirm(
            @PathVariable UUID id, @Nullable IdempotencyKey key, @AuthenticationPrincipal Viewer viewer) {
        var claim = claims.own(id, viewer);
        claims.requireDirect(claim.poolId());
        return claims.answer(
                new Command.Confirm(claim.poolId(), viewer.accountId(), new Target.Claim(id)),
                viewer,
                key,
                200,
                granted -> Map.of("claim", ClaimBody.of(granted.claim()), "version", granted.version()));
    }

    @DeleteMapping("/api/v1/claims/{id}")
    ResponseEntity<Void> end(@PathVariable UUID id, @AuthenticationPrincipal Viewer viewer) {
        var claim = claims.own(id, viewer);
        claims.requireDirect(claim.poolId());
        var target = new Target.Claim(id);
        var command = claim.state() == Claim.State.HELD
                ? new Command.ReleaseHold(claim.poolId(), viewer.accountId(), target)
                : new Command.Return(claim.poolId(), viewer.accountId(), target);
        if (booking.submit(command) instanceof Outcome.Refused refused) {
            throw new Problem(refused.refusal());
        }
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/api/v1/claims/{id}/log")
    Page<LogLine> log(@PathVariable UUID id, @AuthenticationPrincipal Viewer viewer) {
        var claim = claims.own(id, viewer);
        return new Page<>(
                log.ofClaim(claim.poolId(), id, LOG_MAX).stream()
                        .map(entry -> new LogLine(
                                entry.version(),
                                ClaimBody.name(entry.type()),
                                entry.units(),
                                entry.actorId() != null && entry.actorId().equals(claim.accountId()),
                                entry.reason(),
                                entry.at()))
                        .toList(),
                null);
    }
}
