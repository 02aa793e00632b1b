package app.madang.identity.web;

import app.madang.identity.Accounts;
import app.madang.identity.IdentityRefusal;
import app.madang.identity.Role;
import app.madang.identity.Viewer;
import app.madang.identity.domain.EndLogIn;
import app.madang.web.FixedContract;
import app.madang.web.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who I am, and where I am logged in. */
@RestController
@RequestMapping("/api/v1/auth")
class MeController {

    /** @param role what this log-in may do, which is less than the account's role after a log-in by student id */
    record Me(
            long serialId,
            String handle,
            @Nullable String studentId,
            String name,
            @Nullable String phoneNumber,
            Role role,
            Instant expiresAt) {}

    record Session(UUID id, String userAgent, String address, Instant createdAt, Instant lastUsedAt, boolean current) {}

    record SessionList(List<Session> items, @Nullable String nextCursor) {}

    private final Accounts accounts;
    private final EndLogIn logIns;

    MeController(Accounts accounts, EndLogIn logIns) {
        this.accounts = accounts;
        this.logIns = logIns;
    }

    @GetMapping("/me")
    @FixedContract
    Me me(@AuthenticationPrincipal Viewer viewer) {
        var person =
                accounts.find(viewer.accountId()).orElseThrow(() -> new Problem(new IdentityRefusal.TokenInvalid()));
        return new Me(
                person.serialId(),
                person.handle(),
                person.studentId(),
                person.name(),
                person.phoneNumber(),
                viewer.role(),
                viewer.expiresAt());
    }

    @GetMapping("/sessions")
    SessionList sessions(@AuthenticationPrincipal Viewer viewer) {
        var items = logIns.list(viewer.accountId()).stream()
                .map(session -> new Session(
                        session.id(),
                        session.userAgent(),
                        session.address(),
                        session.createdAt(),
                        session.lastUsedAt(),
                        session.id().equals(viewer.sessionId())))
                .toList();
        return new SessionList(items, null);
    }

    @DeleteMapping("/sessions/{id}")
    ResponseEntity<Void> end(@PathVariable UUID id, @AuthenticationPrincipal Viewer viewer) {
        if (!logIns.endOwn(id, viewer.accountId())) {
            throw new Problem(new IdentityRefusal.NoSuchSession());
        }
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/sessions")
    ResponseEntity<Void> endOthers(@AuthenticationPrincipal Viewer viewer) {
        logIns.endOthers(viewer.accountId(), viewer.sessionId());
        return ResponseEntity.noContent().build();
    }
}
