package app.madang.locker.web;

import app.madang.identity.Accounts;
import app.madang.identity.Person;
import app.madang.identity.Requires;
import app.madang.identity.Role;
import app.madang.identity.Viewer;
import app.madang.locker.domain.LockerSetup;
import app.madang.locker.domain.LockerStewards;
import app.madang.locker.domain.People;
import app.madang.shared.Page;
import app.madang.shared.Refusal;
import app.madang.web.Cursors;
import app.madang.web.IdempotencyKey;
import app.madang.web.Invalid;
import app.madang.web.Paging;
import app.madang.web.Problem;
import app.madang.web.Texts;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an admin does with the lockers of the current term. */
@Requires(Role.ADMIN)
@RestController
@RequestMapping("/api/v1/admin/lockers")
class LockerAdminController {

    private static final int REASON_MAX = 200;

    private final LockerStewards stewards;
    private final LockerSetup setup;
    private final LockerRegister register;
    private final LockerAnswers answers;
    private final Accounts accounts;
    private final People people;
    private final Texts texts;

    LockerAdminController(
            LockerStewards stewards,
            LockerSetup setup,
            LockerRegister register,
            LockerAnswers answers,
            Accounts accounts,
            People people,
            Texts texts) {
        this.stewards = stewards;
        this.setup = setup;
        this.register = register;
        this.answers = answers;
        this.accounts = accounts;
        this.people = people;
        this.texts = texts;
    }

    @GetMapping
    Page<LockerRegister.Row> list(
            @RequestParam(name = "place_id", required = false) @Nullable UUID placeId,
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "query", required = false) @Nullable String query,
            Paging paging) {
        var fields = Fields.of(texts);
        fields.word("state", state, "free", "held", "confirmed", "broken");
        fields.check();
        var after = paging.after(1);
        long below = after == null ? 0 : Cursors.number(after.getFirst());
        return paging.page(register.rows(placeId, state, query, below, paging.fetch()), row -> List.of(row.lockerId()));
    }

    @GetMapping(path = "/export", produces = "text/csv")
    ResponseEntity<byte[]> export() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"lockers.csv\"")
                .body(register.csv());
    }

    record AssignRequest(
            @Nullable String studentId, @Nullable String reason) {}

    record ReasonRequest(@Nullable String reason) {}

    record Message(String message) {}

    @PostMapping("/{id}/assign")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Message.class)))
    ResponseEntity<byte[]> assign(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable LockerNumber id,
            @RequestBody AssignRequest request,
            @Nullable IdempotencyKey key) {
        var locker = answers.locker(id);
        var fields = Fields.of(texts);
        var studentId = fields.line("student_id", request.studentId, 20);
        var reason = fields.line("reason", request.reason, REASON_MAX);
        fields.check();
        var person = accounts.findByStudentId(studentId)
                .orElseThrow(() -> new Problem(Invalid.of(
                        "student_id", texts.get("locker_student_unknown", Map.of("student_id", studentId)))));
        var body = LockerAnswers.message(
                texts.get("locker_assigned", Map.of("locker", locker.id(), "name", person.name())));
        var receipt = LockerAnswers.receipt(viewer.accountId(), key, 201, body);
        return LockerAnswers.respond(stewards.assign(locker, person, reason, viewer.accountId(), receipt), 201, body);
    }

    @PostMapping("/{id}/revoke")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Message.class)))
    ResponseEntity<byte[]> revoke(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable LockerNumber id,
            @RequestBody ReasonRequest request,
            @Nullable IdempotencyKey key) {
        var locker = answers.locker(id);
        var reason = reason(request);
        var body = LockerAnswers.message(texts.get("locker_revoked", Map.of("locker", locker.id())));
        var receipt = LockerAnswers.receipt(viewer.accountId(), key, 200, body);
        return LockerAnswers.respond(stewards.revoke(locker, reason, viewer.accountId(), receipt), 200, body);
    }

    @PutMapping("/{id}/broken")
    Message markBroken(
            @AuthenticationPrincipal Viewer viewer, @PathVariable LockerNumber id, @RequestBody ReasonRequest request) {
        var locker = answers.locker(id);
        orThrow(setup.markBroken(locker.id(), reason(request), viewer.accountId()));
        return message("locker_marked_broken", locker.id());
    }

    @DeleteMapping("/{id}/broken")
    Message markMended(@AuthenticationPrincipal Viewer viewer, @PathVariable LockerNumber id) {
        var locker = answers.locker(id);
        orThrow(setup.markMended(locker.id(), viewer.accountId()));
        return message("locker_mended", locker.id());
    }

    /** One step in the life of a locker. */
    record HistoryEntry(
            long version,
            String term,
            String type,
            LockerRegister.@Nullable Owner account,
            @Nullable Actor actor,
            @Nullable String reason,
            Instant at) {}

    record Actor(String name) {}

    @GetMapping("/{id}/history")
    Page<HistoryEntry> history(@PathVariable LockerNumber id, Paging paging) {
        var locker = answers.locker(id);
        var after = paging.after(2);
        var below = after == null ? null : position(after);
        var page = paging.page(
                stewards.history(locker, below, paging.fetch()),
                event -> List.of(event.term().id(), event.entry().version()));
        var ids = new ArrayList<UUID>();
        for (var event : page.items()) {
            Optional.ofNullable(event.entry().accountId()).ifPresent(ids::add);
            Optional.ofNullable(event.entry().actorId()).ifPresent(ids::add);
        }
        var known = people.findAll(ids);
        return new Page<>(
                page.items().stream().map(event -> entry(event, known)).toList(), page.nextCursor());
    }

    private static LockerStewards.Position position(List<String> cursor) {
        try {
            return new LockerStewards.Position(UUID.fromString(cursor.getFirst()), Cursors.number(cursor.getLast()));
        } catch (IllegalArgumentException e) {
            throw Cursors.invalid();
        }
    }

    private static HistoryEntry entry(LockerStewards.Event event, Map<UUID, Person> known) {
        var entry = event.entry();
        var account = entry.accountId() == null ? null : known.get(entry.accountId());
        var actor = entry.actorId() == null ? null : known.get(entry.actorId());
        return new HistoryEntry(
                entry.version(),
                event.term().name(),
                entry.type().name().toLowerCase(Locale.ROOT),
                account == null ? null : LockerRegister.Owner.of(account),
                actor == null ? null : new Actor(actor.name()),
                entry.reason(),
                entry.at());
    }

    private String reason(ReasonRequest request) {
        var fields = Fields.of(texts);
        var reason = fields.line("reason", request.reason, REASON_MAX);
        fields.check();
        return reason;
    }

    private Message message(String key, int lockerId) {
        return new Message(texts.get(key, Map.of("locker", lockerId)));
    }

    private static void orThrow(Optional<Refusal> refusal) {
        if (refusal.isPresent()) {
            throw new Problem(refusal.get());
        }
    }
}
