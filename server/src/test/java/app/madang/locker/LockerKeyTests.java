package app.madang.locker;

import static app.madang.locker.LockerTown.LOCKERS;
import static app.madang.locker.LockerTown.TERMS;
import static app.madang.locker.LockerTown.hold;
import static app.madang.locker.LockerTown.mine;
import static app.madang.locker.LockerTown.seen;
import static app.madang.locker.LockerTown.statuses;
import static app.madang.locker.LockerTown.take;
import static app.madang.locker.LockerTown.together;
import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.Api.Answer;
import app.madang.testing.MadangTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every write may be sent twice with one key, and is done once. */
@MadangTest
class LockerKeyTests {

    @LocalServerPort
    int port;

    LockerTown town;
    String key;

    @BeforeEach
    void setUp() {
        town = new LockerTown(port);
        key = "key-" + LockerTown.unusedNumber();
    }

    @Test
    void makesATermOnce() {
        var admin = town.admin.with("Idempotency-Key", key);
        var body = Map.of("name", "한 번", "opens_at", "2041-03-01T00:00:00Z", "closes_at", "2041-03-02T00:00:00Z");

        var answer = sameTwice(201, () -> admin.post(TERMS, body));
        assertThat(town.admin
                        .patch(TERMS + "/" + answer.text("id"), Map.of("name", "두 번째 이름"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keepsNothingOfARefusedChange() {
        town.openTerm();
        var admin = town.admin.with("Idempotency-Key", key);
        var body = Map.of(
                "name", "겹침",
                "opens_at", Instant.now().toString(),
                "closes_at", Instant.now().plusSeconds(60).toString());

        assertThat(admin.post(TERMS, body).code()).isEqualTo("term_overlaps");
        town.clearTerms();
        assertThat(admin.post(TERMS, body).status()).isEqualTo(201);
    }

    @Test
    void importsOnceAndShowsItAtOnce() {
        town.openTerm();
        int locker = LockerTown.unusedNumber();
        var admin = town.admin.with("Idempotency-Key", key);

        var answer = sameTwice(
                200, () -> admin.postCsv("/api/v1/admin/lockers/import", "locker_id,location\n" + locker + ",새 관\n"));
        assertThat(answer.json().get("created").asInt()).isEqualTo(1);
        assertThat(seen(town.member(), locker).get("location_id").asString()).isEqualTo("새 관");
        assertThat(hold(town.member(), locker).status()).isEqualTo(201);
    }

    @Test
    void marksBrokenOnce() {
        town.openTerm();
        int locker = town.locker();
        var admin = town.admin.with("Idempotency-Key", key);

        sameTwice(200, () -> admin.put("/api/v1/admin/lockers/" + locker + "/broken", Map.of("reason", "경첩")));
        assertThat(hold(town.member(), locker).code()).isEqualTo("unit_blocked");
    }

    @Test
    void answersABreakOfALockerInUseLikeWithoutAKey() {
        town.openTerm();
        int locker = town.locker();
        take(town.member(), locker);

        var answer = town.admin
                .with("Idempotency-Key", key)
                .put("/api/v1/admin/lockers/" + locker + "/broken", Map.of("reason", "경첩"));
        assertThat(answer.code()).isEqualTo("locker_in_use");
    }

    @Test
    void swapsOnce() {
        town.openTerm();
        var lockers = town.lockers(2);
        var one = town.member();
        var other = town.member();
        take(one, lockers.getFirst());
        take(other, lockers.getLast());
        var id = one.post(LOCKERS + "/" + lockers.getLast() + "/swap")
                .json()
                .get("swap")
                .get("id")
                .asString();
        var accepting = other.with("Idempotency-Key", key);

        var answers = together(10, i -> accepting.post(LOCKERS + "/swaps/" + id + "/accept"));
        assertThat(statuses(answers)).isEqualTo(Map.of(200, 10L));
        assertThat(mine(one).get("locker_id").asInt()).isEqualTo(lockers.getLast());
    }

    @Test
    void movesReturnsAndRevokesOnce() {
        town.openTerm();
        var lockers = town.lockers(2);
        var member = town.member();
        take(member, lockers.getFirst());

        sameTwice(
                200,
                () -> member.with("Idempotency-Key", key + "-move")
                        .post(LOCKERS + "/" + lockers.getFirst() + "/move", Map.of("to", lockers.getLast())));
        sameTwice(
                200,
                () -> member.with("Idempotency-Key", key + "-return")
                        .post(LOCKERS + "/" + lockers.getLast() + "/release"));
        take(member, lockers.getFirst());
        sameTwice(
                200,
                () -> town.admin
                        .with("Idempotency-Key", key + "-revoke")
                        .post("/api/v1/admin/lockers/" + lockers.getFirst() + "/revoke", Map.of("reason", "졸업")));
        assertThat(mine(member).isNull()).isTrue();
    }

    @Test
    void returnsATermOnce() {
        var term = town.openTerm();
        take(town.member(), town.locker());
        town.admin.patch(
                TERMS + "/" + term,
                Map.of("ends_at", Instant.now().minusMillis(1).toString()));

        var answer =
                sameTwice(200, () -> town.admin.with("Idempotency-Key", key).post(TERMS + "/" + term + "/return"));
        assertThat(answer.json().get("returned").asInt()).isEqualTo(1);
    }

    private static Answer sameTwice(int status, Supplier<Answer> call) {
        var answers = List.of(call.get(), call.get());
        assertThat(answers.getFirst().status()).as(answers.getFirst().body()).isEqualTo(status);
        assertThat(answers.getLast().status()).isEqualTo(status);
        assertThat(answers.getLast().body()).isEqualTo(answers.getFirst().body());
        return answers.getFirst();
    }
}
