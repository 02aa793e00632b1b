package app.madang.locker;

import static app.madang.locker.LockerTown.LOCKERS;
import static app.madang.locker.LockerTown.confirm;
import static app.madang.locker.LockerTown.hold;
import static app.madang.locker.LockerTown.mine;
import static app.madang.locker.LockerTown.seen;
import static app.madang.locker.LockerTown.statuses;
import static app.madang.locker.LockerTown.take;
import static app.madang.locker.LockerTown.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.madang.testing.Api;
import app.madang.testing.MadangTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the council does with lockers. */
@MadangTest
class LockerAdminTests {

    static final String ADMIN = "/api/v1/admin/lockers";

    @LocalServerPort
    int port;

    LockerTown town;

    @BeforeEach
    void setUp() {
        town = new LockerTown(port);
    }

    @Test
    void assignsALockerToANamedStudentBeforeTheOpening() {
        town.term("다음 학기", Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(3));
        var lockers = town.lockers(2);
        var member = town.member();

        var answer = assign(lockers.getFirst(), studentId(member));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(mine(member).get("state").asString()).isEqualTo("confirmed");

        assertThat(assign(lockers.getLast(), studentId(member)).code()).isEqualTo("limit_reached");
        assertThat(assign(lockers.getFirst(), studentId(town.member())).code()).isEqualTo("unit_taken");
    }

    @Test
    void assignsOnceUnderOneKey() {
        town.openTerm();
        int locker = town.locker();
        var body = Map.of("student_id", studentId(town.member()), "reason", "휠체어");
        var admin = town.admin.with("Idempotency-Key", "assign-" + locker);

        var first = admin.post(ADMIN + "/" + locker + "/assign", body);
        var second = admin.post(ADMIN + "/" + locker + "/assign", body);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void namesWhatIsWrongWithAnAssignment() {
        town.openTerm();
        int locker = town.locker();

        var unknown = assign(locker, "99999999");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().get("errors").propertyNames()).containsExactly("student_id");
        var empty = town.admin.post(ADMIN + "/" + locker + "/assign", Map.of());
        assertThat(empty.json().get("errors").propertyNames()).containsExactlyInAnyOrder("student_id", "reason");
    }

    @Test
    void needsATermToAssignIn() {
        var term = town.openTerm();
        int locker = town.locker();
        town.admin.patch(
                LockerTown.TERMS + "/" + term,
                Map.of("ends_at", java.time.Instant.now().minusMillis(1).toString()));

        assertThat(assign(locker, studentId(town.member())).code()).isEqualTo("no_term");
    }

    @Test
    void revokesALockerWithAReasonThatStaysInItsHistory() {
        town.openTerm();
        int locker = town.locker();
        var member = town.member();
        take(member, locker);

        var answer = town.admin.post(ADMIN + "/" + locker + "/revoke", Map.of("reason", "졸업"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(mine(member).isNull()).isTrue();
        assertThat(confirm(member, locker).status()).isEqualTo(409);
        assertThat(town.admin
                        .post(ADMIN + "/" + locker + "/revoke", Map.of("reason", "졸업"))
                        .status())
                .isEqualTo(404);

        var history = town.admin.get(ADMIN + "/" + locker + "/history").json().get("items");
        assertThat(history)
                .extracting(entry -> entry.get("type").asString())
                .containsExactly("revoked", "confirmed", "held");
        assertThat(history.get(0).get("reason").asString()).isEqualTo("졸업");
        assertThat(history.get(0).get("account").get("student_id").asString()).isEqualTo(studentId(member));
        assertThat(history.get(0).get("actor").get("name").isString()).isTrue();
    }

    @Test
    void pagesThroughTheHistoryOfAllTerms() {
        int locker = town.locker();
        for (int i = 0; i < 2; i++) {
            town.clearTerms();
            town.openTerm();
            take(town.member(), locker);
        }

        var types = new ArrayList<String>();
        var path = ADMIN + "/" + locker + "/history?limit=3";
        var cursor = "";
        do {
            var page = town.admin.get(path + cursor).json();
            page.get("items").forEach(entry -> types.add(entry.get("type").asString()));
            cursor = page.get("next_cursor").isNull()
                    ? null
                    : "&cursor=" + page.get("next_cursor").asString();
        } while (cursor != null);
        assertThat(types).containsExactly("confirmed", "held", "confirmed", "held");
        assertThat(town.admin.get(path + "&cursor=nonsense").status()).isEqualTo(400);
    }

    @Test
    void takesABrokenLockerOutOfUseUnlessSomeoneHasIt() {
        town.openTerm();
        var lockers = town.lockers(2);
        take(town.member(), lockers.getFirst());

        assertThat(markBroken(lockers.getFirst()).code()).isEqualTo("locker_in_use");
        assertThat(markBroken(lockers.getLast()).status()).isEqualTo(200);
        assertThat(markBroken(lockers.getLast()).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            var shown = seen(town.member(), lockers.getLast());
            assertThat(shown.get("state").asString()).isEqualTo("broken");
            assertThat(shown.get("owner").asString()).isEqualTo("taken");
        });
        assertThat(town.admin
                        .post(ADMIN + "/" + lockers.getLast() + "/revoke", Map.of("reason", "x"))
                        .code())
                .isEqualTo("unit_blocked");
        assertThat(town.admin
                        .delete(ADMIN + "/" + lockers.getLast() + "/broken")
                        .status())
                .isEqualTo(200);
        assertThat(hold(town.member(), lockers.getLast()).status()).isEqualTo(201);
    }

    @Test
    void neverHasALockerBrokenAndTakenAtOnce() {
        town.openTerm();
        var lockers = town.lockers(10);

        for (int locker : lockers) {
            var answers = together(2, i -> i == 0 ? markBroken(locker) : hold(town.member(), locker));
            assertThat(answers.stream().filter(answer -> answer.status() < 300)).hasSize(1);
        }
    }

    @Test
    void drawsAGrid() {
        town.openTerm();
        int first = LockerTown.unusedNumber();
        var answer = grid("격자관 " + first, first, 3, 4);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().get("created").asInt()).isEqualTo(12);

        var last = seen(town.admin, first + 11);
        assertThat(last.get("row").asInt()).isEqualTo(3);
        assertThat(last.get("column").asInt()).isEqualTo(4);
        assertThat(hold(town.member(), first + 11).status()).isEqualTo(201);

        var again = grid("격자관 " + first, first + 10, 1, 5);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("locker_ids_taken");
        assertThat(hold(town.member(), first + 12).status()).isEqualTo(404);
    }

    @Test
    void drawsEachGridOnceWhenManyAreDrawnAtOnce() {
        town.openTerm();
        int first = LockerTown.unusedNumber();

        var answers = together(8, i -> grid("동시 " + first, first + 10 * (i / 2), 2, 5));

        assertThat(statuses(answers).get(201)).isEqualTo(4L);
        assertThat(hold(town.member(), first + 39).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"rows,0", "columns,0", "rows,201", "first_id,0", "floor,999", "location,"})
    void namesWhatIsWrongWithAGrid(String field, String value) {
        var body = new HashMap<String, Object>(
                Map.of("location", "관", "first_id", LockerTown.unusedNumber(), "rows", 2, "columns", 2, "floor", 1));
        body.put(field, value == null ? "" : Integer.valueOf(value));
        var answer = town.admin.post(ADMIN, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors").propertyNames()).containsExactly(field);
        assertThat(answer.body()).as("every text is there").doesNotContain("message.");
    }

    @Test
    void movesALockerToAnotherSpot() {
        int locker = town.locker();
        var answer = town.admin.patch(ADMIN + "/" + locker, Map.of("location", "새 관", "row", 7));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);

        var shown = seen(town.admin, locker);
        assertThat(shown.get("location_id").asString()).isEqualTo("새 관");
        assertThat(shown.get("row").asInt()).isEqualTo(7);
        assertThat(shown.get("column").asInt()).isEqualTo(1);
        assertThat(town.admin.patch(ADMIN + "/" + locker, Map.of("row", 0)).status())
                .isEqualTo(422);
        assertThat(town.admin
                        .patch(ADMIN + "/" + locker, Map.of("colour", "red"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void removesOnlyLockersThatNobodyEverHad() {
        town.openTerm();
        var lockers = town.lockers(2);
        var member = town.member();
        hold(member, lockers.getFirst());
        member.post(LOCKERS + "/" + lockers.getFirst() + "/release-hold");

        assertThat(town.admin.delete(ADMIN + "/" + lockers.getFirst()).code()).isEqualTo("locker_used");
        assertThat(town.admin.delete(ADMIN + "/" + lockers.getLast()).status()).isEqualTo(204);
        assertThat(hold(town.member(), lockers.getLast()).status()).isEqualTo(404);
        town.lockers("다시", lockers.getLast(), 1);
        assertThat(hold(town.member(), lockers.getLast()).status()).isEqualTo(201);
    }

    @Test
    void listsLockersByStatePlaceAndOwner() {
        town.openTerm();
        var lockers = town.lockers(5);
        var member = town.member();
        take(member, lockers.get(2));
        var place = seen(town.admin, lockers.getFirst()).get("place_id").asString();
        await().atMost(Duration.ofSeconds(5))
                .until(() ->
                        seen(town.admin, lockers.get(2)).get("state").asString().equals("confirmed"));

        assertThat(listed("?place_id=" + place + "&state=free")).hasSize(4).doesNotContain(lockers.get(2));
        assertThat(listed("?query=" + studentId(member))).containsExactly(lockers.get(2));
        assertThat(listed("?query=" + lockers.get(4))).containsExactly(lockers.get(4));
        var first = town.admin.get(ADMIN + "?limit=2&place_id=" + place).json();
        assertThat(first.get("items")).hasSize(2);
        assertThat(listed("?limit=2&place_id=" + place + "&cursor="
                        + first.get("next_cursor").asString()))
                .containsExactly(lockers.get(2), lockers.get(3));
        assertThat(town.admin.get(ADMIN + "?state=open").status()).isEqualTo(422);
        assertThat(town.admin.get(ADMIN + "?colour=red").status()).isEqualTo(400);
    }

    @Test
    void namesPlacesAndTellsHowFullTheyAre() {
        town.openTerm();
        var lockers = town.lockers(3);
        markBroken(lockers.getFirst());
        var place = seen(town.admin, lockers.getFirst()).get("place_id").asString();
        var name = "이름 바꾼 관 " + lockers.getFirst();
        assertThat(town.admin
                        .patch("/api/v1/admin/locker-places/" + place, Map.of("name", name))
                        .status())
                .isEqualTo(200);

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            var shown = place(place);
            assertThat(shown.get("name").asString()).isEqualTo(name);
            assertThat(shown.get("lockers").asInt()).isEqualTo(3);
            assertThat(shown.get("free").asInt()).isEqualTo(2);
        });
        var other = seen(town.admin, town.locker()).get("place_id").asString();
        assertThat(town.admin
                        .patch("/api/v1/admin/locker-places/" + other, Map.of("name", name))
                        .code())
                .isEqualTo("place_name_taken");
    }

    @Test
    void handlesDefectsThatMembersReport() {
        int locker = town.locker();
        var member = town.member();
        var reported = member.post(LOCKERS + "/" + locker + "/defect", Map.of("description", "문이 안 닫혀요"));
        assertThat(reported.status()).as(reported.body()).isEqualTo(201);
        var id = reported.text("id");
        assertThat(defects("open")).contains(id);

        var resolved = town.admin.post(ADMIN + "/defects/" + id + "/resolution", Map.of("note", "경첩 교체"));
        assertThat(resolved.status()).isEqualTo(200);
        assertThat(defects("open")).doesNotContain(id);
        assertThat(defects("done")).contains(id);
        assertThat(member.post(LOCKERS + "/" + locker + "/defect", Map.of("description", " "))
                        .status())
                .isEqualTo(422);
        assertThat(town.admin
                        .post(ADMIN + "/defects/0198f0f0-0000-7000-8000-000000000000/resolution")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void takesTenOpenReportsOfOnePerson() {
        int locker = town.locker();
        var member = town.member();
        var statuses = IntStream.range(0, 11)
                .map(i -> member.post(LOCKERS + "/" + locker + "/defect", Map.of("description", "또 고장 " + i))
                        .status())
                .boxed()
                .toList();
        assertThat(statuses).last().isEqualTo(409);
        assertThat(statuses.subList(0, 10)).containsOnly(201);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,''",
        "POST,''",
        "GET,/export",
        "PATCH,/1",
        "DELETE,/1",
        "POST,/1/assign",
        "POST,/1/revoke",
        "PUT,/1/broken",
        "DELETE,/1/broken",
        "GET,/1/history",
        "GET,/defects"
    })
    void isForAdmins(String method, String path) {
        var body = method.equals("GET") || method.equals("DELETE") ? null : "{}";
        assertThat(town.member()
                        .send(method, ADMIN + path, "application/json", body)
                        .status())
                .isEqualTo(403);
        assertThat(town.anyone
                        .send(method, ADMIN + path, "application/json", body)
                        .status())
                .isEqualTo(401);
    }

    private Api.Answer assign(int locker, String studentId) {
        return town.admin.post(
                ADMIN + "/" + locker + "/assign", Map.of("student_id", studentId, "reason", "가까운 자리가 필요해요"));
    }

    private Api.Answer markBroken(int locker) {
        return town.admin.put(ADMIN + "/" + locker + "/broken", Map.of("reason", "경첩이 빠졌어요"));
    }

    private Api.Answer grid(String location, int first, int rows, int columns) {
        return town.admin.post(
                ADMIN, Map.of("location", location, "floor", 1, "first_id", first, "rows", rows, "columns", columns));
    }

    private static String studentId(Api member) {
        return member.get("/api/v1/auth/me").text("student_id");
    }

    private List<Integer> listed(String query) {
        var ids = new ArrayList<Integer>();
        town.admin
                .get(ADMIN + query)
                .json()
                .get("items")
                .forEach(row -> ids.add(row.get("locker_id").asInt()));
        return ids;
    }

    private tools.jackson.databind.JsonNode place(String id) {
        for (var place : town.admin.get("/api/v1/admin/locker-places").json().get("items")) {
            if (place.get("id").asString().equals(id)) {
                return place;
            }
        }
        throw new AssertionError("no place " + id);
    }

    private List<String> defects(String status) {
        var ids = new ArrayList<String>();
        town.admin
                .get(ADMIN + "/defects?limit=200&status=" + status)
                .json()
                .get("items")
                .forEach(defect -> ids.add(defect.get("id").asString()));
        return ids;
    }
}
