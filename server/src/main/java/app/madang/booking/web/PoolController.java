package app.madang.booking.web;

import app.madang.booking.Board;
import app.madang.booking.Boards;
import app.madang.booking.BookingRefusal.NoSuchPool;
import app.madang.booking.BookingRefusal.TooManyUnits;
import app.madang.booking.Claim;
import app.madang.booking.Claimant;
import app.madang.booking.Command;
import app.madang.booking.Policy;
import app.madang.booking.UnitChoice;
import app.madang.identity.Viewer;
import app.madang.web.EntityTags;
import app.madang.web.IdempotencyKey;
import app.madang.web.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PoolController {

    private final Boards boards;
    private final DirectClaims claims;
    private final Clock clock;

    PoolController(Boards boards, DirectClaims claims, Clock clock) {
        this.boards = boards;
        this.claims = claims;
        this.clock = clock;
    }

    record TakenUnit(int unit, String state, @Nullable Instant until, boolean mine) {}

    record Snapshot(
            UUID poolId,
            long version,
            @Nullable Integer units,
            @Nullable Integer free,
            List<TakenUnit> taken,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            Instant now) {}

    record Wanted(@Nullable List<Integer> units, @Nullable Integer any) {

        UnitChoice choice() {
            if (units != null && any == null && units.stream().allMatch(unit -> unit != null)) {
                return new UnitChoice.Exactly(units);
            }
            if (any != null && units == null) {
                return new UnitChoice.Any(any);
            }
            throw new Problem(new TooManyUnits(Policy.UNITS_PER_CLAIM_LIMIT));
        }
    }

    @GetMapping("/api/v1/pools/{id}")
    ResponseEntity<Snapshot> show(
            @PathVariable UUID id,
            @RequestHeader(value = "If-None-Match", required = false) @Nullable String known,
            @AuthenticationPrincipal Viewer viewer) {
        var board = boards.board(id).orElseThrow(() -> new Problem(new NoSuchPool(id)));
        var mine = board.claimsByAccount().get(viewer.accountId());
        var tag = EntityTags.of(mine == null ? board.etag() : board.etag() + "-" + mine.claimId());
        var answer = ResponseEntity.status(EntityTags.matches(known, tag) ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePrivate());
        return EntityTags.matches(known, tag) ? answer.build() : answer.body(snapshot(board, viewer));
    }

    private Snapshot snapshot(Board board, Viewer viewer) {
        var taken = board.claims().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> taken(each.getKey(), each.getValue(), viewer))
                .toList();
        var units = board.units();
        return new Snapshot(
                board.poolId(),
                board.version(),
                units,
                units == null ? null : units - taken.size(),
                taken,
                board.policy().opensAt(),
                board.policy().closesAt(),
                clock.instant());
    }

    private static TakenUnit taken(int unit, Claim claim, Viewer viewer) {
        return new TakenUnit(
                unit,
                claim.isBlock() ? "blocked" : ClaimBody.name(claim.state()),
                claim.until(),
                viewer.accountId().equals(claim.accountId()));
    }

    @PostMapping("/api/v1/pools/{id}/claims")
    ResponseEntity<String> hold(
            @PathVariable UUID id,
            @RequestBody Wanted wanted,
            @Nullable IdempotencyKey key,
            @AuthenticationPrincipal Viewer viewer) {
        claims.requireDirect(id);
        var claimant = new Claimant(viewer.accountId(), Set.of(ClaimBody.name(viewer.role())));
        return claims.answer(
                new Command.Hold(id, claimant, wanted.choice()),
                viewer,
                key,
                201,
                granted -> Map.of("claim", ClaimBody.of(granted.claim()), "version", granted.version()));
    }
}
