package app.madang.locker;

import static app.madang.locker.LockerTown.LOCKERS;
import static app.madang.locker.LockerTown.hold;
import static app.madang.locker.LockerTown.mine;
import static app.madang.locker.LockerTown.seen;
import static app.madang.locker.LockerTown.statuses;
import static app.madang.locker.LockerTown.take;
import static app.madang.locker.LockerTown.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.madang.testing.Api;
import app.madang.testing.Api.Answer;
import app.madang.testing.MadangTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two people exchange their lockers, when both want it. */
@MadangTest
class LockerSwapTests {

    static final String SWAPS = LOCKERS + "/swaps";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    LockerTown town;
    Api one;
    Api other;
    List<Integer> lockers;

    @BeforeEach
    void setUp() {
        town = new LockerTown(port);
        town.openTerm();
        lockers = town.lockers(4);
        one = town.member();
        other = town.member();
        take(one, lockers.get(0));
        take(other, lockers.get(1));
        awaitSeen(lockers.get(0), "confirmed");
        awaitSeen(lockers.get(1), "confirmed");
    }

    @Test
    void exchangesTheLockersOfTwoWhoAgree() {
        var asked = ask(one, lockers.get(1));
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        assertThat(asked.json().get("swap").propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "from_locker_id", "to_locker_id", "from_name", "message", "created_at", "expires_at");

        var incoming = other.get(SWAPS).json().get("incoming");
        assertThat(incoming).hasSize(1);
        assertThat(one.get(SWAPS).json().get("outgoing")).hasSize(1);

        var accepted = other.post(SWAPS + "/" + incoming.get(0).get("id").asString() + "/accept");
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        assertThat(mine(one).get("locker_id").asInt()).isEqualTo(lockers.get(1));
        assertThat(mine(other).get("locker_id").asInt()).isEqualTo(lockers.get(0));
        assertThat(other.get(SWAPS).json().get("incoming")).isEmpty();
    }

    @Test
    void isAnsweredOnlyByWhoWasAsked() {
        var id = asked(one, lockers.get(1));

        assertThat(one.post(SWAPS + "/" + id + "/accept").status()).isEqualTo(404);
        assertThat(town.member().post(SWAPS + "/" + id + "/accept").status()).isEqualTo(404);
        assertThat(town.member().post(SWAPS + "/" + id + "/decline").status()).isEqualTo(404);
        assertThat(other.delete(SWAPS + "/" + id).status()).isEqualTo(404);
        assertThat(mine(one).get("locker_id").asInt()).isEqualTo(lockers.get(0));
    }

    @Test
    void changesNothingWhenDeclined() {
        var id = asked(one, lockers.get(1));

        assertThat(other.post(SWAPS + "/" + id + "/decline").status()).isEqualTo(200);
        var late = other.post(SWAPS + "/" + id + "/accept");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("swap_answered");
        assertThat(mine(one).get("locker_id").asInt()).isEqualTo(lockers.get(0));
    }

    @Test
    void cannotBeAcceptedOnceWithdrawn() {
        var id = asked(one, lockers.get(1));

        assertThat(one.delete(SWAPS + "/" + id).status()).isEqualTo(204);
        assertThat(other.post(SWAPS + "/" + id + "/accept").code()).isEqualTo("swap_answered");
    }

    @Test
    void cannotBeAcceptedOnceExpired() {
        var id = asked(one, lockers.get(1));
        jdbc.sql("update locker.swap_request set expires_at = now() - interval '1 second' where id = ?::uuid")
                .param(id)
                .update();

        var late = other.post(SWAPS + "/" + id + "/accept");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("swap_expired");
        assertThat(ask(one, lockers.get(1)).status()).isEqualTo(201);
    }

    @Test
    void isStaleWhenTheAskerHasMovedMeanwhile() {
        var id = asked(one, lockers.get(1));
        one.post(LOCKERS + "/" + lockers.get(0) + "/move", Map.of("to", lockers.get(2)));

        var late = other.post(SWAPS + "/" + id + "/accept");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("swap_stale");
        assertThat(mine(one).get("locker_id").asInt()).isEqualTo(lockers.get(2));
        assertThat(mine(other).get("locker_id").asInt()).isEqualTo(lockers.get(1));
    }

    @Test
    void isStaleWhenTheAskerHasReturnedMeanwhile() {
        var id = asked(one, lockers.get(1));
        one.post(LOCKERS + "/" + lockers.get(0) + "/release");

        assertThat(other.post(SWAPS + "/" + id + "/accept").code()).isEqualTo("swap_stale");
        assertThat(mine(other).get("locker_id").asInt()).isEqualTo(lockers.get(1));
    }

    @Test
    void needsAConfirmedLockerOfOnesOwn() {
        var nobody = town.member();
        assertThat(ask(nobody, lockers.get(1)).code()).isEqualTo("swap_needs_mine");

        hold(nobody, lockers.get(2));
        assertThat(ask(nobody, lockers.get(1)).code()).isEqualTo("swap_needs_mine");
    }

    @Test
    void isNotForFreeOrHeldOrOwnLockers() {
        assertThat(ask(one, lockers.get(2)).code()).isEqualTo("swap_target_free");
        assertThat(ask(one, lockers.get(0)).code()).isEqualTo("swap_with_myself");
        hold(town.member(), lockers.get(3));
        awaitSeen(lockers.get(3), "held");
        assertThat(ask(one, lockers.get(3)).code()).isEqualTo("swap_target_held");
        assertThat(ask(one, LockerTown.unusedNumber()).status()).isEqualTo(404);
    }

    @Test
    void isAskedOnceAtATime() {
        asked(one, lockers.get(1));
        assertThat(ask(one, lockers.get(1)).code()).isEqualTo("swap_asked_already");
    }

    @Test
    void namesTheFieldOfATooLongMessage() {
        var answer = one.post(LOCKERS + "/" + lockers.get(1) + "/swap", Map.of("message", "가".repeat(201)));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors").propertyNames()).containsExactly("message");
    }

    @Test
    void exchangesOnceWhenAcceptedManyTimesAtOnce() {
        var id = asked(one, lockers.get(1));

        var answers = together(20, i -> other.post(SWAPS + "/" + id + "/accept"));

        assertThat(statuses(answers)).isEqualTo(Map.of(200, 1L, 409, 19L));
        assertThat(mine(one).get("locker_id").asInt()).isEqualTo(lockers.get(1));
    }

    @Test
    void exchangesOrNotButNeverHalfWhenTheOtherReturnsAtTheSameMoment() {
        for (int round = 0; round < 5; round++) {
            var pair = town.lockers(2);
            var asker = town.member();
            var asked = town.member();
            take(asker, pair.get(0));
            take(asked, pair.get(1));
            awaitSeen(pair.get(1), "confirmed");
            var id = asked(asker, pair.get(1));

            var answers = together(
                    2,
                    i -> i == 0
                            ? asked.post(SWAPS + "/" + id + "/accept")
                            : asker.post(LOCKERS + "/" + pair.get(0) + "/release"));

            boolean swapped = answers.getFirst().status() == 200;
            boolean returned = answers.getLast().status() == 200;
            assertThat(swapped).isNotEqualTo(returned);
            assertThat(mine(asked).get("locker_id").asInt()).isEqualTo(pair.get(swapped ? 0 : 1));
            assertThat(mine(asker).isNull()).isEqualTo(returned);
        }
    }

    private Answer ask(Api member, int locker) {
        return member.post(LOCKERS + "/" + locker + "/swap", Map.of("message", "창가가 좋아요"));
    }

    private String asked(Api member, int locker) {
        var answer = ask(member, locker);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("swap").get("id").asString();
    }

    private void awaitSeen(int locker, String state) {
        await().atMost(Duration.ofSeconds(5))
                .until(() -> seen(town.admin, locker).get("state").asString().equals(state));
    }
}
