package app.madang.locker;

import static app.madang.locker.LockerTown.LOCKERS;
import static app.madang.locker.LockerTown.confirm;
import static app.madang.locker.LockerTown.hold;
import static app.madang.locker.LockerTown.mine;
import static app.madang.locker.LockerTown.seen;
import static app.madang.locker.LockerTown.take;
import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.MadangTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The fixed contract: names, codes and types that existing clients depend on. */
@MadangTest
class LockerContractTests {

    @LocalServerPort
    int port;

    LockerTown town;

    @BeforeEach
    void setUp() {
        town = new LockerTown(port);
    }

    @Test
    void holdsAFreeLockerForFifteenMinutes() {
        town.openTerm();
        int locker = town.locker();
        var answer = hold(town.member(), locker);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("message", "locker", "expires_in");
        assertThat(answer.json().get("expires_in").isIntegralNumber()).isTrue();
        assertThat(answer.json().get("expires_in").asInt()).isEqualTo(900);
        assertThat(answer.text("message")).isEqualTo(locker + "번을 잡아 두었어요. 15분 안에 확정해 주세요.");
        var shown = answer.json().get("locker");
        assertThat(shown.get("locker_id").asInt()).isEqualTo(locker);
        assertThat(shown.get("state").asString()).isEqualTo("held");
        assertThat(shown.get("mine").asBoolean()).isTrue();
    }

    @Test
    void confirmsAHoldAndConfirmsItAgain() {
        town.openTerm();
        int locker = town.locker();
        var member = town.member();
        hold(member, locker);

        assertThat(confirm(member, locker).status()).isEqualTo(200);
        var again = confirm(member, locker);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("locker").get("state").asString()).isEqualTo("confirmed");
    }

    @Test
    void refusesALockerThatSomeoneElseHasAndNamesTheNearest() {
        town.openTerm();
        var lockers = town.lockers(6);
        hold(town.member(), lockers.get(2));

        var answer = hold(town.member(), lockers.get(2));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("unit_taken");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("nearest"))
                .extracting(node -> node.asInt())
                .containsExactly(lockers.get(1), lockers.get(3), lockers.get(0));
        assertThat(answer.text("detail")).contains("옆 칸은 비어 있어요");
    }

    @Test
    void speaksEnglishToThoseWhoPreferIt() {
        town.openTerm();
        int locker = town.locker();
        hold(town.member(), locker);

        var answer = hold(town.member().with("Accept-Language", "en-GB,en;q=0.9"), locker);
        assertThat(answer.text("detail")).startsWith("Someone just took this one");
    }

    @Test
    void tellsADoubleClickHowManySecondsAreLeft() {
        town.openTerm();
        int locker = town.locker();
        var member = town.member();
        hold(member, locker);

        var answer = hold(member, locker);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("already_mine");
        assertThat(answer.json().get("seconds_left").asInt()).isBetween(880, 900);
    }

    @Test
    void givesEachPersonOneLockerPerTerm() {
        town.openTerm();
        var lockers = town.lockers(2);
        var member = town.member();
        hold(member, lockers.getFirst());

        var answer = hold(member, lockers.getLast());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("limit_reached");
        assertThat(answer.text("detail")).contains(lockers.getFirst() + "번");
    }

    @Test
    void holdsNothingBeforeTheOpening() {
        town.term("다음 학기", Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(3));

        var answer = hold(town.member(), town.locker());
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("not_open");
        assertThat(Instant.parse(answer.text("opens_at"))).isAfter(Instant.now());
    }

    @Test
    void holdsNothingAfterTheClosing() {
        town.term("지난 학기", Duration.ofHours(-2), Duration.ofHours(-1), Duration.ofHours(1));

        var answer = hold(town.member(), town.locker());
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("not_open");
    }

    @Test
    void confirmsALiveHoldAfterTheClosing() {
        var term = town.openTerm();
        int locker = town.locker();
        var member = town.member();
        hold(member, locker);
        var closed = town.admin.patch(
                LockerTown.TERMS + "/" + term,
                Map.of("closes_at", Instant.now().minusSeconds(1).toString()));
        assertThat(closed.status()).as(closed.body()).isEqualTo(200);

        assertThat(hold(town.member(), town.locker()).status()).isEqualTo(403);
        assertThat(confirm(member, locker).status()).isEqualTo(200);
    }

    @Test
    void confirmsALiveHoldWhenTheNextTermHasBegun() {
        var term = town.openTerm();
        int locker = town.locker();
        var member = town.member();
        hold(member, locker);
        town.admin.patch(
                LockerTown.TERMS + "/" + term,
                Map.of("ends_at", Instant.now().minusSeconds(1).toString()));
        town.term("새 학기", Duration.ZERO, Duration.ofHours(1), Duration.ofHours(2));

        assertThat(confirm(member, locker).status()).isEqualTo(200);
    }

    @Test
    void refusesToConfirmWhatWasNeverHeld() {
        town.openTerm();
        assertThat(confirm(town.member(), town.locker()).status()).isEqualTo(409);
    }

    @Test
    void refusesToConfirmWhatSomeoneElseHolds() {
        town.openTerm();
        int locker = town.locker();
        hold(town.member(), locker);

        var answer = confirm(town.member(), locker);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("not_yours");
    }

    @Test
    void returnsAConfirmedLocker() {
        town.openTerm();
        int locker = town.locker();
        var member = town.member();
        take(member, locker);

        assertThat(member.post(LOCKERS + "/" + locker + "/release").status()).isEqualTo(200);
        assertThat(mine(member).isNull()).isTrue();
        assertThat(hold(town.member(), locker).status()).isEqualTo(201);
    }

    @Test
    void findsNothingToReturnWhereNothingIsConfirmed() {
        town.openTerm();
        var lockers = town.lockers(3);
        var member = town.member();
        hold(member, lockers.get(0));
        take(town.member(), lockers.get(1));

        for (int locker : lockers) {
            assertThat(member.post(LOCKERS + "/" + locker + "/release").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void letsAHoldGo() {
        town.openTerm();
        int locker = town.locker();
        var member = town.member();
        hold(member, locker);

        assertThat(member.post(LOCKERS + "/" + locker + "/release-hold").status())
                .isEqualTo(200);
        assertThat(member.post(LOCKERS + "/" + locker + "/release-hold").status())
                .isEqualTo(404);
        assertThat(hold(town.member(), locker).status()).isEqualTo(201);
    }

    @Test
    void keepsAConfirmedLockerWhenAHoldIsToBeReleased() {
        town.openTerm();
        int locker = town.locker();
        var member = town.member();
        take(member, locker);

        assertThat(member.post(LOCKERS + "/" + locker + "/release-hold").status())
                .isEqualTo(404);
        assertThat(mine(member).get("state").asString()).isEqualTo("confirmed");
    }

    @Test
    void listsLockersWithTheNamesAndTypesOfTheContract() {
        town.openTerm();
        int locker = town.locker();
        var answer = town.member().get(LOCKERS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(answer.json().get("available_count").isIntegralNumber()).isTrue();
        assertThat(answer.json().get("version").isIntegralNumber()).isTrue();
        assertThat(answer.json().get("term").propertyNames())
                .containsExactlyInAnyOrder("id", "name", "opens_at", "closes_at", "ends_at", "phase", "pool_id");
        assertThat(answer.json().get("term").get("phase").asString()).isEqualTo("open");
        var shown = seen(town.member(), locker);
        assertThat(shown.get("locker_id").isIntegralNumber()).isTrue();
        assertThat(shown.get("location_id").isString()).isTrue();
        assertThat(shown.get("owner").isNull()).isTrue();
        assertThat(shown.get("state").asString()).isEqualTo("free");
        assertThat(shown.get("mine").isBoolean()).isTrue();
    }

    @Test
    void showsTheOwnersStudentIdOnlyToTheOwnerAndAdmins() {
        town.openTerm();
        int locker = town.locker();
        var studentId = "2026" + (70000 + LockerTown.unusedNumber() % 10000);
        var member = town.anyone.bearer(
                town.anyone.logIn(studentId, "김하늘", "01012345678").text("access_token"));
        take(member, locker);

        assertThat(seen(member, locker).get("owner").asString()).isEqualTo(studentId);
        assertThat(seen(member, locker).get("mine").asBoolean()).isTrue();
        assertThat(seen(town.admin, locker).get("owner").asString()).isEqualTo(studentId);
        assertThat(seen(town.admin, locker).get("mine").asBoolean()).isFalse();
        assertThat(seen(town.member(), locker).get("owner").asString()).isEqualTo("taken");
        assertThat(seen(town.member(), locker).get("state").asString()).isEqualTo("confirmed");
    }

    @Test
    void showsMyLockerAndNothingWithoutOne() {
        town.openTerm();
        int locker = town.locker();
        var member = town.member();

        var nothing = member.get(LOCKERS + "/me");
        assertThat(nothing.status()).isEqualTo(200);
        assertThat(nothing.json().get("locker").isNull()).isTrue();

        hold(member, locker);
        var held = mine(member);
        assertThat(held.get("locker_id").asInt()).isEqualTo(locker);
        assertThat(held.get("location_id").isString()).isTrue();
        assertThat(held.get("state").asString()).isEqualTo("held");
        assertThat(Instant.parse(held.get("hold_expires_at").asString())).isAfter(Instant.now());
        assertThat(held.get("owner").asString()).matches("[0-9]{8}");

        confirm(member, locker);
        assertThat(mine(member).get("state").asString()).isEqualTo("confirmed");
        assertThat(mine(member).get("hold_expires_at").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hold", "confirm", "release", "release-hold"})
    void knowsNoLockerOfAnUnusedNumber(String verb) {
        town.openTerm();
        var answer = town.member().post(LOCKERS + "/" + LockerTown.unusedNumber() + "/" + verb);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("no_such_locker");
        assertThat(town.member().post(LOCKERS + "/4000000000/" + verb).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hold", "confirm", "release", "release-hold"})
    void answers400ToWhatIsNoNumber(String verb) {
        for (var id : new String[] {"abc", "1.5", "99999999999999999999", "0x10", "%20"}) {
            var answer = town.member().post(LOCKERS + "/" + id + "/" + verb);
            assertThat(answer.status()).as(id).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hold", "confirm", "release", "release-hold"})
    void answers401WithoutAToken(String verb) {
        assertThat(town.anyone.post(LOCKERS + "/1/" + verb).status()).isEqualTo(401);
    }

    @Test
    void ignoresBodiesAndParametersItDoesNotKnow() {
        town.openTerm();
        var answer = town.member().post(LOCKERS + "/" + town.locker() + "/hold?campaign=1", Map.of("who", "me"));
        assertThat(answer.status()).isEqualTo(201);
    }

    @Test
    void answersARepeatedHoldWithTheSameKeyByteForByte() {
        town.openTerm();
        int locker = town.locker();
        var member = town.member().with("Idempotency-Key", "key-" + locker);
        var first = hold(member, locker);
        var second = hold(member, locker);

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherRequest() {
        town.openTerm();
        var lockers = town.lockers(2);
        var member = town.member().with("Idempotency-Key", "key-" + lockers.getFirst());
        hold(member, lockers.getFirst());

        assertThat(hold(member, lockers.getLast()).status()).isEqualTo(409);
    }

    @Test
    void holdsNothingOfABrokenLocker() {
        town.openTerm();
        var lockers = town.lockers(2);
        town.admin.put("/api/v1/admin/lockers/" + lockers.getFirst() + "/broken", Map.of("reason", "문이 안 열려요"));

        var answer = hold(town.member(), lockers.getFirst());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("unit_blocked");
        assertThat(seen(town.member(), lockers.getFirst()).get("state").asString())
                .isEqualTo("broken");
    }

    @Test
    void showsTheInstructionsOfThePlaceOnlyAfterConfirming() {
        town.openTerm();
        int locker = town.locker();
        var member = town.member();
        hold(member, locker);
        var place = seen(member, locker).get("place_id").asString();
        var changed = town.admin.patch("/api/v1/admin/locker-places/" + place, Map.of("instructions", "열쇠는 행정실에"));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);

        assertThat(mine(member).get("instructions").isNull()).isTrue();
        assertThat(confirm(member, locker).text("instructions")).isEqualTo("열쇠는 행정실에");
        assertThat(mine(member).get("instructions").asString()).isEqualTo("열쇠는 행정실에");
    }

    @Test
    void answers304ToWhoHasTheListAlready() {
        town.openTerm();
        int locker = town.locker();
        var member = town.member();
        var first = member.get(LOCKERS);
        var same = member.with("If-None-Match", String.valueOf(first.header("ETag")))
                .get(LOCKERS);
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.body()).isEmpty();

        hold(member, locker);
        var changed = member.with("If-None-Match", String.valueOf(first.header("ETag")))
                .get(LOCKERS);
        assertThat(changed.status()).isEqualTo(200);
    }
}
