package app.madang.locker.web;

import app.madang.identity.Viewer;
import app.madang.locker.domain.LockerClaims;
import app.madang.locker.domain.Lockers;
import app.madang.locker.domain.People;
import app.madang.locker.domain.Renewals;
import app.madang.locker.web.LockerAnswers.Ending;
import app.madang.locker.web.LockerContract.Confirmed;
import app.madang.locker.web.LockerContract.Done;
import app.madang.locker.web.LockerContract.Held;
import app.madang.locker.web.LockerContract.LockerList;
import app.madang.locker.web.LockerContract.MyLocker;
import app.madang.locker.web.LockerContract.MyLockerAnswer;
import app.madang.locker.web.LockerContract.Renewal;
import app.madang.web.FixedContract;
import app.madang.web.IdempotencyKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lockers as existing clients know them. */
@FixedContract
@RestController
@RequestMapping("/api/v1/lockers")
class LockerController {

    private final LockerLists lists;
    private final LockerClaims claims;
    private final LockerAnswers answers;
    private final Lockers lockers;
    private final Renewals renewals;
    private final People people;

    LockerController(
            LockerLists lists,
            LockerClaims claims,
            LockerAnswers answers,
            Lockers lockers,
            Renewals renewals,
            People people) {
        this.lists = lists;
        this.claims = claims;
        this.answers = answers;
        this.lockers = lockers;
        this.renewals = renewals;
        this.people = people;
    }

    @GetMapping
    @Operation(summary = "All lockers, as they look to the reader")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = LockerList.class)))
    void list(@AuthenticationPrincipal Viewer viewer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var answer = lists.answer(viewer.accountId(), viewer.isAdmin(), request.getHeader(HttpHeaders.IF_NONE_MATCH));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader(HttpHeaders.ETAG, answer.etag());
        var body = answer.body();
        if (body == null) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        var bytes = body.bytes();
        var mine = answer.mine();
        var out = response.getOutputStream();
        if (mine == null) {
            response.setContentLength(bytes.length);
            out.write(bytes, 0, bytes.length);
            return;
        }
        int start = body.start(mine.index());
        int end = body.end(mine.index());
        response.setContentLength(bytes.length - (end - start) + mine.json().length);
        out.write(bytes, 0, start);
        out.write(mine.json(), 0, mine.json().length);
        out.write(bytes, end, bytes.length - end);
    }

    @GetMapping("/me")
    MyLockerAnswer mine(@AuthenticationPrincipal Viewer viewer) {
        return new MyLockerAnswer(myLocker(viewer.accountId()), renewal(viewer.accountId()));
    }

    private @Nullable MyLocker myLocker(UUID accountId) {
        var claim = claims.mine(accountId).orElse(null);
        if (claim == null) {
            return null;
        }
        var directory = lockers.directory();
        var locker = directory.lockerOfUnit(claim.units().getFirst()).orElse(null);
        var term = directory.term(claim.poolId()).orElse(null);
        if (locker == null || term == null) {
            return null;
        }
        var place = directory.placeOf(locker);
        var held = claim.until() != null;
        return new MyLocker(
                locker.id(),
                place.name(),
                place.id(),
                locker.floor(),
                people.ownerName(accountId),
                LockerAnswers.stateOf(claim),
                claim.until(),
                claim.claimId(),
                term.endsAt(),
                held ? null : place.instructions());
    }

    private @Nullable Renewal renewal(UUID accountId) {
        var offer = renewals.offer(accountId).orElse(null);
        if (offer == null
                || offer.term().renewalOpensAt() == null
                || offer.term().renewalClosesAt() == null) {
            return null;
        }
        return new Renewal(
                offer.term().id(),
                offer.term().name(),
                offer.term().renewalOpensAt(),
                offer.term().renewalClosesAt(),
                offer.locker().id(),
                offer.renewed());
    }

    @PostMapping("/{id}/hold")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Held.class)))
    ResponseEntity<byte[]> hold(
            @AuthenticationPrincipal Viewer viewer, @PathVariable LockerNumber id, @Nullable IdempotencyKey key) {
        var locker = answers.locker(id);
        var body = answers.body("locker_held", locker, viewer.accountId(), key, Ending.SECONDS_LEFT);
        var answer = claims.hold(viewer.accountId(), locker, LockerAnswers.receipt(viewer.accountId(), key, 201, body));
        return LockerAnswers.respond(answer, 201, body);
    }

    @PostMapping("/{id}/confirm")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Confirmed.class)))
    ResponseEntity<byte[]> confirm(
            @AuthenticationPrincipal Viewer viewer, @PathVariable LockerNumber id, @Nullable IdempotencyKey key) {
        var locker = answers.locker(id);
        var instructions = lockers.directory().placeOf(locker).instructions();
        var body = answers.body("locker_confirmed", locker, viewer.accountId(), key, Ending.instructions(instructions));
        var answer =
                claims.confirm(viewer.accountId(), locker, LockerAnswers.receipt(viewer.accountId(), key, 200, body));
        return LockerAnswers.respond(answer, 200, body);
    }

    @PostMapping("/{id}/release")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Done.class)))
    ResponseEntity<byte[]> release(
            @AuthenticationPrincipal Viewer viewer, @PathVariable LockerNumber id, @Nullable IdempotencyKey key) {
        var locker = answers.locker(id);
        var body = answers.body("locker_returned", locker, viewer.accountId(), key, Ending.NOTHING);
        var answer =
                claims.release(viewer.accountId(), locker, LockerAnswers.receipt(viewer.accountId(), key, 200, body));
        return LockerAnswers.respond(answer, 200, body);
    }

    @PostMapping("/{id}/release-hold")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Done.class)))
    ResponseEntity<byte[]> releaseHold(
            @AuthenticationPrincipal Viewer viewer, @PathVariable LockerNumber id, @Nullable IdempotencyKey key) {
        var locker = answers.locker(id);
        var body = answers.body("locker_hold_released", locker, viewer.accountId(), key, Ending.NOTHING);
        var answer = claims.releaseHold(
                viewer.accountId(), locker, LockerAnswers.receipt(viewer.accountId(), key, 200, body));
        return LockerAnswers.respond(answer, 200, body);
    }
}
