package app.madang.locker.web;

import app.madang.booking.Boards;
import app.madang.booking.Pools;
import app.madang.identity.Viewer;
import app.madang.locker.domain.LockerClaims;
import app.madang.locker.domain.Lockers;
import app.madang.locker.domain.OneTransaction;
import app.madang.locker.web.LockerAnswers.Ending;
import app.madang.web.FixedContract;
import app.madang.web.Texts;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The hold of {@code LockerController} word for word, with one transaction per request beneath it. */
@FixedContract
@Hidden
@RestController
@RequestMapping("/api/v1/bench/one-transaction/lockers")
class OneTransactionController {

    private final LockerClaims claims;
    private final LockerAnswers answers;
    private final Texts texts;

    OneTransactionController(
            OneTransaction one,
            LockerAnswers answers,
            Lockers lockers,
            Pools pools,
            Boards boards,
            Clock clock,
            Texts texts) {
        this.claims = one.claims(lockers, pools, boards, clock);
        this.answers = answers;
        this.texts = texts;
    }

    @PostMapping("/{id}/hold")
    ResponseEntity<byte[]> hold(@AuthenticationPrincipal Viewer viewer, @PathVariable LockerNumber id) {
        var locker = answers.locker(id);
        var body = answers.body(
                texts.get("locker_held", Map.of("locker", locker.id())),
                locker,
                viewer.accountId(),
                Ending.SECONDS_LEFT);
        return LockerAnswers.respond(claims.hold(viewer.accountId(), locker, null), 201, body);
    }

    @PostMapping("/{id}/release-hold")
    ResponseEntity<byte[]> releaseHold(@AuthenticationPrincipal Viewer viewer, @PathVariable LockerNumber id) {
        var locker = answers.locker(id);
        var body = answers.body(
                texts.get("locker_hold_released", Map.of("locker", locker.id())),
                locker,
                viewer.accountId(),
                Ending.NOTHING);
        return LockerAnswers.respond(claims.releaseHold(viewer.accountId(), locker, null), 200, body);
    }
}
