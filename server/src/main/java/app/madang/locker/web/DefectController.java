package app.madang.locker.web;

import app.madang.identity.Person;
import app.madang.identity.Requires;
import app.madang.identity.Role;
import app.madang.identity.Viewer;
import app.madang.locker.domain.Defect;
import app.madang.locker.domain.Defects;
import app.madang.locker.domain.LockerRefusal.Plain;
import app.madang.locker.domain.People;
import app.madang.shared.Page;
import app.madang.web.Cursors;
import app.madang.web.Paging;
import app.madang.web.Problem;
import app.madang.web.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What members found broken, and what was done about it. */
@Requires(Role.ADMIN)
@RestController
@RequestMapping("/api/v1/admin/lockers/defects")
class DefectController {

    private final Defects defects;
    private final People people;
    private final Texts texts;

    DefectController(Defects defects, People people, Texts texts) {
        this.defects = defects;
        this.people = people;
        this.texts = texts;
    }

    record DefectView(
            UUID id,
            int lockerId,
            String description,
            @Nullable String reporter,
            Instant createdAt,
            String status,
            @Nullable String note) {}

    @GetMapping
    Page<DefectView> list(@RequestParam(name = "status", required = false) @Nullable String status, Paging paging) {
        var fields = Fields.of(texts);
        fields.word("status", status, "open", "done");
        fields.check();
        var after = paging.after(1);
        var page = paging.page(
                defects.list(!"done".equals(status), after == null ? null : id(after.getFirst()), paging.fetch()),
                defect -> List.of(defect.id()));
        var reporters =
                people.findAll(page.items().stream().map(Defect::reporterId).toList());
        return new Page<>(
                page.items().stream().map(defect -> view(defect, reporters)).toList(), page.nextCursor());
    }

    private static UUID id(String part) {
        try {
            return UUID.fromString(part);
        } catch (IllegalArgumentException e) {
            throw Cursors.invalid();
        }
    }

    private static DefectView view(Defect defect, Map<UUID, Person> reporters) {
        var reporter = reporters.get(defect.reporterId());
        return new DefectView(
                defect.id(),
                defect.lockerId(),
                defect.description(),
                reporter == null ? null : reporter.name(),
                defect.createdAt(),
                defect.resolvedAt() == null ? "open" : "done",
                defect.note());
    }

    record Resolution(@Nullable String note) {}

    record Message(String message) {}

    @PostMapping("/{id}/resolution")
    Message resolve(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable Resolution request) {
        var fields = Fields.of(texts);
        var note = fields.prose("note", request == null ? null : request.note, 1_000);
        fields.check();
        if (!defects.resolve(id, viewer.accountId(), note.isEmpty() ? null : note)) {
            throw new Problem(Plain.NO_SUCH_DEFECT);
        }
        return new Message(texts.get("defect_resolved"));
    }
}
