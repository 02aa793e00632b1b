package app.madang.locker.web;

import app.madang.identity.Requires;
import app.madang.identity.Role;
import app.madang.identity.Viewer;
import app.madang.locker.domain.Lockers;
import app.madang.locker.domain.Result;
import app.madang.locker.domain.Term;
import app.madang.locker.domain.TermChange;
import app.madang.locker.domain.TermDraft;
import app.madang.locker.domain.Terms;
import app.madang.web.FixedContract;
import app.madang.web.Problem;
import app.madang.web.Texts;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The semesters of the lockers. */
@FixedContract
@Requires(Role.ADMIN)
@RestController
@RequestMapping("/api/v1/admin/locker-terms")
class TermController {

    private final Terms terms;
    private final Lockers lockers;
    private final Clock clock;
    private final Texts texts;

    TermController(Terms terms, Lockers lockers, Clock clock, Texts texts) {
        this.terms = terms;
        this.lockers = lockers;
        this.clock = clock;
        this.texts = texts;
    }

    record TermRequest(
            @Nullable String name,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            @Nullable Instant endsAt,
            @Nullable Instant renewalOpensAt,
            @Nullable Instant renewalClosesAt) {}

    record TermView(
            UUID id,
            String name,
            Instant opensAt,
            Instant closesAt,
            Instant endsAt,
            @Nullable Instant renewalOpensAt,
            @Nullable Instant renewalClosesAt,
            Term.Phase phase,
            UUID poolId,
            int taken,
            int units) {}

    record TermList(List<TermView> items, @Nullable String nextCursor) {}

    /** All terms, the newest first. */
    @GetMapping
    TermList list() {
        return new TermList(
                lockers.recent().terms().reversed().stream().map(this::view).toList(), null);
    }

    @PostMapping
    ResponseEntity<TermView> create(@AuthenticationPrincipal Viewer viewer, @RequestBody TermRequest request) {
        var draft = new TermDraft(
                request.name,
                request.opensAt,
                request.closesAt,
                request.endsAt,
                request.renewalOpensAt,
                request.renewalClosesAt);
        var term = value(terms.create(draft, viewer.accountId()));
        return ResponseEntity.created(URI.create("/api/v1/admin/locker-terms/" + term.id()))
                .body(view(term));
    }

    @PatchMapping("/{id}")
    TermView change(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id, @RequestBody TermRequest request) {
        var change = new TermChange(
                request.name,
                request.opensAt,
                request.closesAt,
                request.endsAt,
                request.renewalOpensAt,
                request.renewalClosesAt);
        return view(value(terms.change(id, change, viewer.accountId())));
    }

    record ReturnAnswer(int returned) {}

    /** Ends every claim of a term that is over. */
    @PostMapping("/{id}/return")
    ReturnAnswer returnAll(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
        return new ReturnAnswer(value(terms.returnAll(id, viewer.accountId())));
    }

    private TermView view(Term term) {
        return new TermView(
                term.id(),
                term.name(),
                term.opensAt(),
                term.closesAt(),
                term.endsAt(),
                term.renewalOpensAt(),
                term.renewalClosesAt(),
                term.phase(clock.instant()),
                term.id(),
                terms.taken(term),
                lockers.directory().lockers().size());
    }

    private <T> T value(Result<T> result) {
        return switch (result) {
            case Result.Done<T>(var value) -> value;
            case Result.Refused<T>(var refusal) -> throw new Problem(refusal);
            case Result.Wrong<T>(var errors) -> {
                Fields.of(texts).reject(errors).check();
                throw new IllegalStateException("wrong without an error");
            }
        };
    }
}
