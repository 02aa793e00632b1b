package app.madang.booking.web;

import app.madang.booking.Refusals;
import app.madang.identity.Requires;
import app.madang.identity.Role;
import app.madang.shared.Page;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RefusalController {

    private final Refusals refusals;

    RefusalController(Refusals refusals) {
        this.refusals = refusals;
    }

    /** How often people were refused in a pool, by reason: at most a few seconds old. */
    @Requires(Role.ADMIN)
    @GetMapping("/api/v1/admin/pools/{id}/refusals")
    Page<Refusals.Count> counts(@PathVariable UUID id) {
        return new Page<>(refusals.of(id), null);
    }
}
