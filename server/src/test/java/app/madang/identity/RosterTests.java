package app.madang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.Api;
import app.madang.testing.Api.Answer;
import app.madang.testing.MadangTest;
import java.nio.charset.Charset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@MadangTest
class RosterTests {

    private static final String IMPORT = "/api/v1/admin/roster/import";
    private static final String HEADER = "student_id,name,phone_number\n";

    @LocalServerPort
    int port;

    Api api;
    Api admin;

    @BeforeEach
    void connect() {
        api = Api.on(port);
        admin = api.admin();
    }

    @AfterEach
    void open() {
        mode("open");
    }

    @Test
    void letsAnyoneInWhileItIsOpen() {
        assertThat(api.get("/api/v1/community").text("roster")).isEqualTo("open");
        assertThat(api.logIn("21000001", "김하늘", "01012345678").status()).isEqualTo(201);
    }

    @Test
    void letsOnlyThePeopleOnItInWhileItIsClosed() {
        admin.postCsv(IMPORT, HEADER + "21000002,김하늘,01012345678\n");
        mode("closed");

        var stranger = api.logIn("21000003", "이바다", "01012345678");

        assertThat(api.get("/api/v1/community").text("roster")).isEqualTo("closed");
        assertThat(stranger.status()).isEqualTo(403);
        assertThat(stranger.code()).isEqualTo("not_on_roster");
        assertThat(stranger.text("detail")).contains("명단");
        assertThat(api.logIn("21000002", "김하늘", "01012345678").status()).isEqualTo(201);
        assertThat(api.logIn("21000002", "김하늘", "01012345678").status()).isEqualTo(200);
    }

    @Test
    void letsNobodyTakeAnothersStudentId() {
        admin.postCsv(IMPORT, HEADER + "21000004,김하늘,01012345678\n");

        var thief = api.logIn("21000004", "이바다", "01099999999");

        assertThat(thief.status()).isEqualTo(403);
        assertThat(thief.code()).isEqualTo("identity_mismatch");
        assertThat(api.logIn("21000004", "김하늘", "01012345678").status()).isEqualTo(201);
    }

    @Test
    void keepsLettingMembersInAfterItWasClosed() {
        api.logIn("21000005", "김하늘", "01012345678");
        mode("closed");

        assertThat(api.logIn("21000005", "김하늘", "01012345678").status()).isEqualTo(200);
    }

    @Test
    void takesTheGoodLinesOfAFileAndListsTheBadOnes() {
        var answer = admin.postCsv(IMPORT, """
                student_id,name,phone_number
                21000010,김하나,01000000010
                2100001,김둘,01000000011
                21000012,"김 셋
                21000013,김넷
                21000014,김,01000000014
                21000015,김다섯,전화

                "21000016","김, 여섯",010-0000-0016
                21000017,김일곱,01000000017,extra
                """);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("created", "updated", "errors");
        assertThat(answer.json().get("created").asInt()).isEqualTo(2);
        assertThat(answer.json().get("updated").asInt()).isZero();
        assertThat(answer.json().get("errors").findValues("line").stream().map(line -> line.asInt()))
                .containsExactly(3, 4, 5, 6, 7, 10);
        assertThat(answer.json().get("errors").findValuesAsString("message"))
                .allSatisfy(message -> assertThat(message).isNotBlank());
        assertThat(search("210000").findValuesAsString("student_id")).contains("21000010", "21000016");
        assertThat(api.logIn("21000016", "김, 여섯", "01000000016").status()).isEqualTo(201);
    }

    @Test
    void countsWhomItHadAlready() {
        admin.postCsv(IMPORT, HEADER + "21000020,김하늘,01012345678\n");

        var answer = admin.postCsv(IMPORT, HEADER + "21000020,김하늘,01012345679\n21000021,이바다,01012345678\n");

        assertThat(answer.json().get("created").asInt()).isEqualTo(1);
        assertThat(answer.json().get("updated").asInt()).isEqualTo(1);
    }

    @Test
    void takesTheFirstOfTwoLinesForAStudentId() {
        var answer = admin.postCsv(IMPORT, HEADER + "21000025,김하늘,01012345678\n21000025,이바다,01099999999\n");

        assertThat(answer.json().get("created").asInt()).isEqualTo(1);
        assertThat(answer.json().get("errors")).hasSize(1);
        var error = answer.json().get("errors").get(0);
        assertThat(error.get("line").asInt()).isEqualTo(3);
        assertThat(error.get("message").asString()).contains("21000025");
        assertThat(api.logIn("21000025", "이바다", "01099999999").code()).isEqualTo("identity_mismatch");
        assertThat(api.logIn("21000025", "김하늘", "01012345678").status()).isEqualTo(201);
    }

    @Test
    void readsWhatSpreadsheetsWrite() {
        var excel = "\ufeffStudent_ID,Name,Phone_Number,메모\r\n21000030,김하늘,010-1234-5678,반장\r\n";
        assertThat(admin.postCsv(IMPORT, excel).json().get("created").asInt()).isEqualTo(1);

        var korean = (HEADER + "21000031,홍길동,01012345678\n").getBytes(Charset.forName("x-windows-949"));
        var answer = admin.send("POST", IMPORT, "text/csv", korean);

        assertThat(answer.json().get("created").asInt()).isEqualTo(1);
        assertThat(api.logIn("21000031", "홍길동", "01012345678").status()).isEqualTo(201);
    }

    @Test
    void refusesFilesWithoutTheirHeader() {
        for (var file : new String[] {"", "\n\n", "21000040,김하늘,01012345678\n", "name,phone_number\n김하늘,010\n"}) {
            var answer = admin.postCsv(IMPORT, file);
            assertThat(answer.status()).isEqualTo(400);
        }
    }

    @Test
    void isRightAboutWhoHasAStudentId() {
        var squatter = api.logIn("21000050", "이바다", "01099999999");

        admin.postCsv(IMPORT, HEADER + "21000050,김하늘,01012345678\n");

        assertThat(api.bearer(squatter.text("access_token"))
                        .get("/api/v1/auth/me")
                        .status())
                .isEqualTo(401);
        assertThat(api.logIn("21000050", "이바다", "01099999999").code()).isEqualTo("identity_mismatch");
        var owner = api.logIn("21000050", "김하늘", "01012345678");
        assertThat(owner.status()).isEqualTo(200);
        assertThat(owner.json().get("serial_id")).isEqualTo(squatter.json().get("serial_id"));
    }

    @Test
    void isListedPageByPage() {
        admin.postCsv(IMPORT, HEADER + "21100001,박하나,01000000001\n21100002,박둘,01000000002\n21100003,박셋,01000000003\n");
        api.logIn("21100002", "박둘", "01000000002");

        var first = admin.get("/api/v1/admin/roster?query=211000&limit=2");
        var second = admin.get("/api/v1/admin/roster?query=211000&limit=2&cursor=" + first.text("next_cursor"));

        assertThat(first.json().get("items").findValuesAsString("student_id")).containsExactly("21100001", "21100002");
        assertThat(first.json().get("items").get(1).get("registered").asBoolean())
                .isTrue();
        assertThat(second.json().get("items").findValuesAsString("student_id")).containsExactly("21100003");
        assertThat(second.json().get("next_cursor").isNull()).isTrue();
    }

    @Test
    void isOpenOrClosedAndNothingElse() {
        assertThat(mode("ajar").status()).isEqualTo(422);
        assertThat(admin.put("/api/v1/admin/roster/settings", Map.of()).status())
                .isEqualTo(422);
        assertThat(mode("closed").text("mode")).isEqualTo("closed");
        assertThat(admin.get("/api/v1/admin/roster/settings").text("mode")).isEqualTo("closed");
    }

    private Answer mode(String mode) {
        return admin.put("/api/v1/admin/roster/settings", Map.of("mode", mode));
    }

    private tools.jackson.databind.JsonNode search(String query) {
        return admin.get("/api/v1/admin/roster?query=" + query).json().get("items");
    }
}
