package app.madang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.Api;
import app.madang.testing.Api.Answer;
import app.madang.testing.MadangTest;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@MadangTest
class AccessRequestTests {

    private static final AtomicInteger people = new AtomicInteger(22000000);

    @LocalServerPort
    int port;

    Api api;
    Api admin;
    String studentId = "";

    @BeforeEach
    void connect() {
        api = Api.on(port);
        admin = api.admin();
        studentId = String.valueOf(people.incrementAndGet());
    }

    @AfterEach
    void open() {
        admin.put("/api/v1/admin/roster/settings", Map.of("mode", "open"));
    }

    @Test
    void reachTheAdminsNewestFirst() {
        api.logIn(studentId, "이바다", "01012345678");
        var first = ask("김하늘", "01012345678");
        var second = ask("김하늘", "01011112222");

        var items = admin.get("/api/v1/admin/access-requests?status=open&limit=2")
                .json()
                .get("items");

        assertThat(items.findValuesAsString("id")).containsExactly(second, first);
        assertThat(items.get(1).get("message").asString()).isEqualTo("제 학번이에요");
        assertThat(items.get(1).get("account").get("name").asString()).isEqualTo("이바다");
    }

    @Test
    void areListedPageByPage() {
        for (var i = 0; i < 3; i++) {
            ask("김하늘", "01012345678");
        }

        var first = admin.get("/api/v1/admin/access-requests?limit=2");
        var second = admin.get("/api/v1/admin/access-requests?limit=2&cursor=" + first.text("next_cursor"));

        assertThat(first.json().get("items")).hasSize(2);
        assertThat(second.json().get("items").get(0).get("id").asString())
                .isLessThan(first.json().get("items").get(1).get("id").asString());
    }

    @Test
    void thatAreRightGiveTheAccountItsTrueName() {
        var wrong = api.logIn(studentId, "이바다", "01012345678");
        var id = ask("김하늘", "01099998888");

        var resolved = resolve(id, Map.of("action", "correct", "note", "학생증 확인"));

        assertThat(resolved.status()).isEqualTo(200);
        assertThat(resolved.text("status")).isEqualTo("done");
        assertThat(resolved.text("action")).isEqualTo("correct");
        var right = api.logIn(studentId, "김하늘", "01099998888");
        assertThat(right.status()).isEqualTo(200);
        assertThat(serialId(right)).isEqualTo(serialId(wrong));
        assertThat(api.bearer(wrong.text("access_token")).get("/api/v1/auth/me").status())
                .isEqualTo(401);
        assertThat(api.logIn(studentId, "이바다", "01012345678").code()).isEqualTo("identity_mismatch");
    }

    @Test
    void thatAreRightOpenAClosedRoster() {
        admin.put("/api/v1/admin/roster/settings", Map.of("mode", "closed"));
        assertThat(api.logIn(studentId, "김하늘", "01012345678").code()).isEqualTo("not_on_roster");

        resolve(ask("김하늘", "01012345678"), Map.of("action", "correct"));

        assertThat(api.logIn(studentId, "김하늘", "01012345678").status()).isEqualTo(201);
    }

    @Test
    void moveAStudentIdToAnotherAccount() {
        var squatter = api.logIn(studentId, "이바다", "01012345678");
        var other = api.logIn(String.valueOf(people.incrementAndGet()), "김하늘", "01012345678");
        var id = ask("김하늘", "01012345678");

        var resolved = resolve(id, Map.of("action", "merge", "merge_into_serial_id", serialId(other)));

        assertThat(resolved.status()).as(resolved.body()).isEqualTo(200);
        var merged = api.logIn(studentId, "김하늘", "01012345678");
        assertThat(serialId(merged)).isEqualTo(serialId(other));
        assertThat(api.bearer(squatter.text("access_token"))
                        .get("/api/v1/auth/me")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void areMergedOnlyIntoAnAccountThatExists() {
        var id = ask("김하늘", "01012345678");

        assertThat(resolve(id, Map.of("action", "merge")).status()).isEqualTo(422);
        assertThat(resolve(id, Map.of("action", "merge", "merge_into_serial_id", 999_999_999))
                        .status())
                .isEqualTo(404);
        assertThat(resolve(id, Map.of("action", "dismiss")).status()).isEqualTo(200);
    }

    @Test
    void thatAreWrongChangeNothing() {
        api.logIn(studentId, "이바다", "01012345678");

        resolve(ask("김하늘", "01012345678"), Map.of("action", "dismiss"));

        assertThat(api.logIn(studentId, "이바다", "01012345678").status()).isEqualTo(200);
    }

    @Test
    void areResolvedOnce() {
        var id = ask("김하늘", "01012345678");
        resolve(id, Map.of("action", "dismiss"));

        var again = resolve(id, Map.of("action", "correct"));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("request_resolved");
        assertThat(resolve(UUID.randomUUID().toString(), Map.of("action", "dismiss"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void mustSaySomethingSensible() {
        assertThat(api.post("/api/v1/auth/access-requests", Map.of("student_id", studentId))
                        .status())
                .isEqualTo(422);
        assertThat(resolve(ask("김하늘", "01012345678"), Map.of()).status()).isEqualTo(422);
        assertThat(resolve(ask("김하늘", "01012345678"), Map.of("action", "ignore"))
                        .status())
                .isEqualTo(400);
        assertThat(admin.get("/api/v1/admin/access-requests?status=lost").status())
                .isEqualTo(422);
    }

    private String ask(String name, String phoneNumber) {
        var answer = api.post(
                "/api/v1/auth/access-requests",
                Map.of("student_id", studentId, "name", name, "phone_number", phoneNumber, "message", "제 학번이에요"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    private Answer resolve(String id, Map<String, ?> resolution) {
        return admin.post("/api/v1/admin/access-requests/" + id + "/resolution", resolution);
    }

    private static JsonNode serialId(Answer logIn) {
        return logIn.json().get("serial_id");
    }
}
