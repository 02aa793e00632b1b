package app.madang.locker.web;

import app.madang.identity.Person;
import app.madang.identity.Viewer;
import app.madang.locker.domain.Defects;
import app.madang.locker.domain.Locker;
import app.madang.locker.domain.LockerClaims;
import app.madang.locker.domain.LockerRefusal.Plain;
import app.madang.locker.domain.People;
import app.madang.locker.domain.Renewals;
import app.madang.locker.domain.Swap;
import app.madang.locker.domain.SwapAnswers;
import app.madang.locker.domain.Swaps;
import app.madang.locker.domain.Term;
import app.madang.locker.web.LockerAnswers.Ending;
import app.madang.locker.web.LockerContract.Done;
import app.madang.shared.Refusal;
import app.madang.web.IdempotencyKey;
import app.madang.web.Problem;
import app.madang.web.Texts;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What else a member does with a locker: move, exchange, keep for the next term, report. */
@RestController
@RequestMapping("/api/v1/lockers")
class LockerMovesController {

    private final LockerClaims claims;
    private final LockerAnswers answers;
    private final Swaps swaps;
    private final SwapAnswers swapAnswers;
    private final Renewals renewals;
    private final Defects defects;
    private final People people;
    private final Texts texts;

    LockerMovesController(
            LockerClaims claims,
            LockerAnswers answers,
            Swaps swaps,
            SwapAnswers swapAnswers,
            Renewals renewals,
            Defects defects,
            People people,
            Texts texts) {
        this.claims = claims;
        this.answers = answers;
        this.swaps = swaps;
        this.swapAnswers = swapAnswers;
        this.renewals = renewals;
        this.defects = defects;
        this.people = people;
        this.texts = texts;
    }

    record MoveRequest(@Nullable Integer to) {}

    @PostMapping("/{id}/move")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Done.class)))
    ResponseEntity<byte[]> move(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable LockerNumber id,
            @RequestBody MoveRequest request,
            @Nullable IdempotencyKey key) {
        var fields = Fields.of(texts);
        int to = fields.number("to", request.to, 1, Integer.MAX_VALUE);
        fields.check();
        var from = answers.locker(id);
        var target = answers.locker(new LockerNumber(to));
        var body = answers.body("locker_moved", target, viewer.accountId(), key, Ending.NOTHING);
        var answer = claims.move(
                viewer.accountId(), from, target, LockerAnswers.receipt(viewer.accountId(), key, 200, body));
        return LockerAnswers.respond(answer, 200, body);
    }

    record SwapRequest(@Nullable String message) {}

    record SwapView(
            UUID id,
            int fromLockerId,
            int toLockerId,
            String fromName,
            @Nullable String message,
            Instant createdAt,
            Instant expiresAt) {}

    record SwapAnswer(SwapView swap) {}

    record SwapList(List<SwapView> incoming, List<SwapView> outgoing) {}

    record Message(String message) {}

    @PostMapping("/{id}/swap")
    @ApiResponse(responseCode = "201")
    ResponseEntity<SwapAnswer> ask(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable LockerNumber id,
            @RequestBody(required = false) @Nullable SwapRequest request) {
        var fields = Fields.of(texts);
        var message = fields.prose("message", request == null ? null : request.message, 200);
        fields.check();
        var wanted = answers.locker(id);
        return switch (swaps.ask(viewer.accountId(), wanted, message.isEmpty() ? null : message)) {
            case Swaps.Asked.Yes(var swap) ->
                ResponseEntity.created(URI.create("/api/v1/lockers/swaps")).body(new SwapAnswer(view(swap)));
            case Swaps.Asked.No(var refusal) -> throw new Problem(refusal);
        };
    }

    @GetMapping("/swaps")
    SwapList swaps(@AuthenticationPrincipal Viewer viewer) {
        var open = swaps.openOf(viewer.accountId());
        return new SwapList(
                open.incoming().stream().map(this::view).toList(),
                open.outgoing().stream().map(this::view).toList());
    }

    private SwapView view(Swap swap) {
        return new SwapView(
                swap.id(),
                swap.from().lockerId(),
                swap.to().lockerId(),
                people.find(swap.from().accountId()).map(Person::name).orElse(""),
                swap.message(),
                swap.createdAt(),
                swap.expiresAt());
    }

    @PostMapping("/swaps/{id}/accept")
    Message accept(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
        return done(swapAnswers.accept(viewer.accountId(), id), "swap_accepted");
    }

    @PostMapping("/swaps/{id}/decline")
    Message decline(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
        return done(swapAnswers.decline(viewer.accountId(), id), "swap_declined");
    }

    @DeleteMapping("/swaps/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
        swapAnswers.withdraw(viewer.accountId(), id).ifPresent(refusal -> {
            throw new Problem(refusal);
        });
    }

    private Message done(Optional<Refusal> refusal, String message) {
        if (refusal.isPresent()) {
            throw new Problem(refusal.get());
        }
        return new Message(texts.get(message));
    }

    record RenewalAnswer(String message, UUID termId) {}

    @PostMapping("/{id}/renewal")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RenewalAnswer.class)))
    ResponseEntity<byte[]> renew(
            @AuthenticationPrincipal Viewer viewer, @PathVariable LockerNumber id, @Nullable IdempotencyKey key) {
        var locker = answers.locker(id);
        var answer = renewals.renew(viewer.accountId(), locker, term -> {
            var body = renewalBody(locker, term);
            return LockerAnswers.receipt(viewer.accountId(), key, 200, granted -> body);
        });
        return switch (answer) {
            case Renewals.Answer.Yes(var term) -> LockerAnswers.json(200, renewalBody(locker, term));
            case Renewals.Answer.Again(int status, String body) -> LockerAnswers.json(status, body);
            case Renewals.Answer.No(var refusal) -> throw new Problem(refusal);
        };
    }

    private String renewalBody(Locker locker, Term term) {
        var message = texts.get("locker_renewed", Map.of("locker", locker.id(), "term", term.name()));
        var json = new StringBuilder("{\"message\":");
        LockerJson.string(json, message);
        return json.append(",\"term_id\":\"").append(term.id()).append("\"}").toString();
    }

    record DefectRequest(@Nullable String description) {}

    record DefectAnswer(UUID id) {}

    @PostMapping("/{id}/defect")
    @ResponseStatus(HttpStatus.CREATED)
    DefectAnswer report(
            @AuthenticationPrincipal Viewer viewer, @PathVariable LockerNumber id, @RequestBody DefectRequest request) {
        var locker = answers.locker(id);
        var fields = Fields.of(texts);
        var description = fields.prose("description", request.description, 1_000);
        if (description.isEmpty()) {
            fields.reject("description", "field_missing", Map.of());
        }
        fields.check();
        return new DefectAnswer(defects.report(viewer.accountId(), locker, description)
                .orElseThrow(() -> new Problem(Plain.DEFECTS_TOO_MANY)));
    }
}
