package app.madang.identity.web;

import app.madang.identity.Anonymous;
import app.madang.identity.IdentityRefusal;
import app.madang.identity.Requires;
import app.madang.identity.Role;
import app.madang.identity.Viewer;
import app.madang.identity.domain.AccessRequest;
import app.madang.identity.domain.AccessRequests;
import app.madang.shared.Page;
import app.madang.web.Cursors;
import app.madang.web.Paging;
import app.madang.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** "I can't get in", and what admins make of it. */
@RestController
class AccessRequestController {

    record Form(
            @Nullable String studentId,
            @Nullable String name,
            @Nullable String phoneNumber,
            @Nullable String message) {}

    record Created(UUID id) {}

    record Resolution(
            AccessRequest.@Nullable Action action,
            @Nullable String note,
            @Nullable Long mergeIntoSerialId) {}

    /** @param account who has the student id now */
    record Item(
            UUID id,
            String studentId,
            String name,
            String phoneNumber,
            @Nullable String message,
            AccessRequest.Status status,
            AccessRequest.@Nullable Action action,
            @Nullable String note,
            Instant createdAt,
            @Nullable Instant resolvedAt,
            AccountsController.@Nullable Account account) {

        static Item of(AccessRequest request) {
            return new Item(
                    request.id(),
                    request.applicant().studentId(),
                    request.applicant().name(),
                    request.applicant().phoneNumber(),
                    request.message(),
                    request.status(),
                    request.action(),
                    request.note(),
                    request.createdAt(),
                    request.resolvedAt(),
                    request.account() == null ? null : AccountsController.Account.of(request.account()));
        }
    }

    private final AccessRequests requests;
    private final Forms forms;

    AccessRequestController(AccessRequests requests, Forms forms) {
        this.requests = requests;
        this.forms = forms;
    }

    @Anonymous
    @PostMapping("/api/v1/auth/access-requests")
    @ResponseStatus(HttpStatus.CREATED)
    Created ask(@RequestBody Form form, HttpServletRequest request) {
        var applicant = forms.applicant(form.studentId(), form.name(), form.phoneNumber());
        var message = forms.text("message", form.message());
        var pause = requests.pause(AuthController.client(request));
        if (pause != null) {
            throw new Problem(new IdentityRefusal.TooManyAttempts(pause));
        }
        return new Created(requests.ask(applicant, message));
    }

    @Requires(Role.ADMIN)
    @GetMapping("/api/v1/admin/access-requests")
    Page<Item> list(@RequestParam(required = false) @Nullable String status, Paging paging) {
        var after = paging.after(1);
        var rows = requests.list(status(status), after == null ? null : uuid(after.getFirst()), paging.fetch()).stream()
                .map(Item::of)
                .toList();
        return paging.page(rows, item -> List.of(item.id()));
    }

    @Requires(Role.ADMIN)
    @PostMapping("/api/v1/admin/access-requests/{id}/resolution")
    Item resolve(@PathVariable UUID id, @RequestBody Resolution resolution, @AuthenticationPrincipal Viewer viewer) {
        if (resolution.action() == null) {
            throw new Problem(forms.missing("action"));
        }
        if (resolution.action() == AccessRequest.Action.MERGE && resolution.mergeIntoSerialId() == null) {
            throw new Problem(forms.missing("merge_into_serial_id"));
        }
        var refusal = requests.resolve(
                id,
                resolution.action(),
                forms.text("note", resolution.note()),
                resolution.mergeIntoSerialId(),
                viewer.accountId());
        if (refusal != null) {
            throw new Problem(refusal);
        }
        return requests.find(id).map(Item::of).orElseThrow(() -> new Problem(new IdentityRefusal.NoSuchRequest()));
    }

    private AccessRequest.@Nullable Status status(@Nullable String text) {
        return switch (text) {
            case null -> null;
            case "open" -> AccessRequest.Status.OPEN;
            case "done" -> AccessRequest.Status.DONE;
            default -> throw new Problem(forms.unknownValue("status", "open, done"));
        };
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Cursors.invalid();
        }
    }
}
