package app.madang.booking.web;

import app.madang.booking.Booking;
import app.madang.booking.BookingRefusal.NoSuchClaim;
import app.madang.booking.BookingRefusal.NoSuchPool;
import app.madang.booking.Claim;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.Pools;
import app.madang.booking.Receipt;
import app.madang.identity.Viewer;
import app.madang.web.IdempotencyKey;
import app.madang.web.Problem;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Checks that a pool may be used directly, and turns the engine's outcomes into answers. */
@Component
class DirectClaims {

    private final Booking booking;
    private final Pools pools;
    private final JsonMapper json;

    DirectClaims(Booking booking, Pools pools, JsonMapper json) {
        this.booking = booking;
        this.pools = pools;
        this.json = json;
    }

    void requireDirect(UUID poolId) {
        var pool = pools.find(poolId).orElseThrow(() -> new Problem(new NoSuchPool(poolId)));
        if (!pool.policy().direct()) {
            throw new Problem(new NotDirect());
        }
    }

    /** The viewer's own claim; somebody else's does not exist for them, except for admins. */
    Claim own(UUID claimId, Viewer viewer) {
        return pools.claim(claimId)
                .filter(claim -> viewer.accountId().equals(claim.accountId()) || viewer.isAdmin())
                .orElseThrow(() -> new Problem(new NoSuchClaim()));
    }

    ResponseEntity<String> answer(
            Command command,
            Viewer viewer,
            @Nullable IdempotencyKey key,
            int status,
            Function<Outcome.Granted, Object> body) {
        Function<Outcome.Granted, String> render = granted -> json.writeValueAsString(body.apply(granted));
        var receipt = key == null
                ? null
                : new Receipt(viewer.accountId(), key.route(), key.key(), key.fingerprint(), status, render);
        return switch (booking.submit(command, receipt)) {
            case Outcome.Granted granted -> body(status, render.apply(granted));
            case Outcome.Replayed replayed -> body(replayed.status(), replayed.body());
            case Outcome.Refused refused -> throw new Problem(refused.refusal());
        };
    }

    private static ResponseEntity<String> body(int status, String json) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json);
    }
}
