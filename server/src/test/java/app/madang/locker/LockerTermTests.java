package app.madang.locker;

import static app.madang.locker.LockerTown.LOCKERS;
import static app.madang.locker.LockerTown.TERMS;
import static app.madang.locker.LockerTown.hold;
import static app.madang.locker.LockerTown.mine;
import static app.madang.locker.LockerTown.seen;
import static app.madang.locker.LockerTown.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.madang.testing.Api;
import app.madang.testing.Api.Answer;
import app.madang.testing.MadangTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Semesters: their order, their ends, what remains of them. */
@MadangTest
class LockerTermTests {

    @LocalServerPort
    int port;

    LockerTown town;

    @BeforeEach
    void setUp() {
        town = new LockerTown(port);
    }

    @Test
    void answersWhatWasWrittenDownAndEndsWhenItClosesUnlessSaid() {
        var opens = Instant.parse("2031-03-02T00:00:00Z");
        var answer = town.admin.post(
                TERMS,
                Map.of("name", "2031 봄", "opens_at", "2031-03-02T09:00:00+09:00", "closes_at", "2031-03-09T00:00:00Z"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(TERMS + "/" + answer.text("id"));
        assertThat(Instant.parse(answer.text("opens_at"))).isEqualTo(opens);
        assertThat(answer.text("ends_at")).isEqualTo(answer.text("closes_at"));
        assertThat(answer.text("phase")).isEqualTo("upcoming");
    }

    @Test
    void refusesATermThatOverlapsAnother() {
        town.openTerm();
        var answer = create("겹치는 학기", Duration.ofMinutes(90), Duration.ofHours(5));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("term_overlaps");
        assertThat(answer.text("detail")).contains("학기");
        assertThat(create("다음 학기", Duration.ofHours(3), Duration.ofHours(5)).status())
                .isEqualTo(201);
    }

    @Test
    void refusesToMoveATermOverAnother() {
        town.openTerm();
        var next = create("다음 학기", Duration.ofHours(3), Duration.ofHours(5)).text("id");

        var answer = town.admin.patch(
                TERMS + "/" + next, Map.of("opens_at", Instant.now().toString()));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("term_overlaps");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "name,-",
                "name,'  '",
                "opens_at,-",
                "closes_at,-",
                "closes_at,2020-01-01T00:00:00Z",
                "ends_at,2020-01-01T00:00:00Z",
                "opens_at,1990-01-01T00:00:00Z",
                "renewal_opens_at,2031-01-01T00:00:00Z",
            })
    void answers400AndNamesTheFieldThatIsWrong(String field, String value) {
        var body = new HashMap<String, Object>(
                Map.of("name", "학기", "opens_at", "2031-05-01T00:00:00Z", "closes_at", "2031-05-02T00:00:00Z"));
        body.put(field, value);
        var answer = town.admin.post(TERMS, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").propertyNames())
                .anyMatch(named -> named.startsWith(field.split("_")[0]));
        assertThat(answer.body()).as("every text is there").doesNotContain("message.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{", "[]", "{\"opens_at\":\"morning\"}", "{\"opens_at\":12}", "{\"name\":[1]}"})
    void answers400ToABodyOfTheWrongForm(String body) {
        assertThat(town.admin.send("POST", TERMS, "application/json", body).status())
                .isEqualTo(400);
    }

    @Test
    void refusesNumbersForTimes() {
        for (var number : new String[] {"2200000000", "2200000000.5"}) {
            var body = "{\"name\":\"학기\",\"opens_at\":" + number + ",\"closes_at\":\"2041-03-09T00:00:00Z\"}";
            assertThat(town.admin.send("POST", TERMS, "application/json", body).status())
                    .as(number)
                    .isEqualTo(400);
        }
    }

    @Test
    void showsTheRunningTermElseTheNextElseTheLast() {
        var last = town.term("끝난 학기", Duration.ofHours(-3), Duration.ofHours(-2), Duration.ofHours(-1));
        assertThat(shownTerm()).isEqualTo(last + " ended");

        var next = town.term("다음 학기", Duration.ofHours(2), Duration.ofHours(3), Duration.ofHours(4));
        assertThat(shownTerm()).isEqualTo(next + " upcoming");

        var running = town.term("이번 학기", Duration.ofMinutes(-30), Duration.ofMinutes(-10), Duration.ofHours(1));
        assertThat(shownTerm()).isEqualTo(running + " closed");
    }

    @Test
    void takesHoldsFromTheMomentItIsOpened() {
        var term = town.term("다음 학기", Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(3));
        int locker = town.locker();
        assertThat(hold(town.member(), locker).status()).isEqualTo(403);

        town.admin.patch(
                TERMS + "/" + term,
                Map.of("opens_at", Instant.now().minusMillis(1).toString()));
        assertThat(hold(town.member(), locker).status()).isEqualTo(201);
    }

    @Test
    void isEndedEarlyByItsEndAlone() {
        var term = town.openTerm();
        var answer = town.admin.patch(
                TERMS + "/" + term,
                Map.of("ends_at", Instant.now().minusMillis(1).toString()));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("phase")).isEqualTo("ended");
        assertThat(answer.text("closes_at")).isEqualTo(answer.text("ends_at"));
        assertThat(hold(town.member(), town.locker()).code()).isEqualTo("not_open");
    }

    @Test
    void doesNotHinderTheNextTerm() {
        var term = town.openTerm();
        int locker = town.locker();
        var member = town.member();
        take(member, locker);
        town.admin.patch(
                TERMS + "/" + term,
                Map.of("ends_at", Instant.now().minusMillis(1).toString()));
        town.term("새 학기", Duration.ZERO, Duration.ofHours(1), Duration.ofHours(2));

        assertThat(mine(member).isNull()).isTrue();
        assertThat(hold(member, locker).status()).isEqualTo(201);
        assertThat(hold(town.member(), locker).code()).isEqualTo("unit_taken");
    }

    @Test
    void givesAllItsLockersBackAtOnceWhenItIsOver() {
        var term = town.openTerm();
        var lockers = town.lockers(5);
        var member = town.member();
        take(member, lockers.get(0));
        take(town.member(), lockers.get(1));
        hold(town.member(), lockers.get(2));
        var early = town.admin.post(TERMS + "/" + term + "/return");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("term_not_over");

        town.admin.patch(
                TERMS + "/" + term,
                Map.of("ends_at", Instant.now().minusMillis(1).toString()));
        assertThat(mine(member).get("locker_id").asInt()).isEqualTo(lockers.getFirst());
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(
                                seen(town.admin, lockers.get(2)).get("state").asString())
                        .isEqualTo("held"));
        var returned = town.admin.post(TERMS + "/" + term + "/return");
        assertThat(returned.status()).as(returned.body()).isEqualTo(200);
        assertThat(returned.json().get("returned").asInt()).isEqualTo(3);
        assertThat(mine(member).isNull()).isTrue();
        var history = town.admin
                .get("/api/v1/admin/lockers/" + lockers.getFirst() + "/history")
                .json()
                .get("items");
        assertThat(history.get(0).get("type").asString()).isEqualTo("revoked");
    }

    @Test
    void answers404WhereThereIsNoTerm() {
        var nowhere = TERMS + "/0198f0f0-0000-7000-8000-000000000000";
        assertThat(town.admin.patch(nowhere, Map.of("name", "새 이름")).status()).isEqualTo(404);
        assertThat(town.admin.post(nowhere + "/return").status()).isEqualTo(404);
        assertThat(town.admin.patch(TERMS + "/x", Map.of("name", "새 이름")).status())
                .isEqualTo(400);
    }

    @Test
    void isForAdmins() {
        Api member = town.member();
        assertThat(member.get(TERMS).status()).isEqualTo(403);
        assertThat(member.post(TERMS, Map.of("name", "내 학기")).status()).isEqualTo(403);
        assertThat(town.anyone.get(TERMS).status()).isEqualTo(401);
    }

    @Test
    void blocksWhatIsBrokenInTermsMadeLater() {
        var lockers = town.lockers(2);
        town.admin.put("/api/v1/admin/lockers/" + lockers.getFirst() + "/broken", Map.of("reason", "경첩"));
        town.openTerm();

        assertThat(hold(town.member(), lockers.getFirst()).code()).isEqualTo("unit_blocked");
        assertThat(town.admin
                        .delete("/api/v1/admin/lockers/" + lockers.getFirst() + "/broken")
                        .status())
                .isEqualTo(200);
        assertThat(hold(town.member(), lockers.getFirst()).status()).isEqualTo(201);
    }

    private Answer create(String name, Duration opens, Duration closes) {
        var now = Instant.now();
        return town.admin.post(
                TERMS,
                Map.of(
                        "name", name,
                        "opens_at", now.plus(opens).toString(),
                        "closes_at", now.plus(closes).toString()));
    }

    private String shownTerm() {
        var term = town.member().get(LOCKERS).json().get("term");
        return term.get("id").asString() + " " + term.get("phase").asString();
    }
}
