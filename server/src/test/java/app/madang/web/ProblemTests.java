package app.madang.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.Api;
import app.madang.testing.Api.Answer;
import app.madang.testing.MadangTest;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@MadangTest
class ProblemTests {

    private static final String REGISTER = "/api/v1/auth/login-or-register";
    private static final String REQUESTS = "/api/v1/auth/access-requests";

    @LocalServerPort
    int port;

    Api api;

    @BeforeEach
    void connect() {
        api = Api.on(port);
    }

    @Test
    void areDocumentsWithAStableCode() {
        var answer = api.get("/api/v1/auth/me");

        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.json().propertyNames()).containsExactly("type", "title", "status", "detail", "code");
        assertThat(answer.text("type")).isEqualTo("urn:madang:problem:unauthenticated");
    }

    @Test
    void areInKoreanUnlessTheReaderPrefersEnglish() {
        assertThat(detail(api)).isEqualTo("로그인한 뒤에 이용해 주세요.");
        assertThat(detail(api.with("Accept-Language", "en-GB,en;q=0.9,ko;q=0.8")))
                .isEqualTo("Please log in first.");
        assertThat(detail(api.with("Accept-Language", "en;q=0.3, ko;q=0.8"))).isEqualTo("로그인한 뒤에 이용해 주세요.");
        assertThat(detail(api.with("Accept-Language", "fr, en;q=0.1"))).isEqualTo("Please log in first.");
        assertThat(detail(api.with("Accept-Language", "fr"))).isEqualTo("로그인한 뒤에 이용해 주세요.");
        assertThat(detail(api.with("Accept-Language", ";;;"))).isEqualTo("로그인한 뒤에 이용해 주세요.");
    }

    @Test
    void nameFieldsInTheReadersLanguage() {
        var answer = api.with("Accept-Language", "en")
                .post(REGISTER, Map.of("student_id", "x", "name", "김하늘", "phone_number", "01012345678"));

        assertThat(answer.json().get("errors").get("student_id").get(0).asString())
                .isEqualTo("A student id has 8 to 10 digits.");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/v1/nothing,                404, not_found",
        "POST,   /api/v1/nothing/at/all,         404, not_found",
        "GET,    /api/v2/lockers,                404, not_found",
        "DELETE, /api/v1/auth/me,                405, method_not_allowed",
        "GET,    /api/v1/auth/login-or-register, 405, method_not_allowed",
        "GET,    /api/v1/community?colour=blue,  400, unknown_parameter",
        "GET,    /api/v1/%2e%2e/%2e%2e/secret,   400, malformed",
        "GET,    /api/v1//community,             400, malformed",
        "GET,    /api/v1/auth%2Fme,              400, malformed",
        "GET,    /api/v1/auth%5Cme,              400, malformed",
        "GET,    /api/v1/%FF,                    400, malformed"
    })
    void tellWhatIsWrongWithAnAddress(String method, String path, int status, String code) {
        assertProblem(api.send(method, path, null, (byte[]) null), status, code);
    }

    @Test
    void tellOfRequestsThatTheContainerAlreadyRefused() throws Exception {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write("GET /api/v1/[community] HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "\"code\":\"malformed\"")
                    .doesNotContain("<html", "Exception", "Tomcat");
        }
    }

    @Test
    void tellWhatMethodsThereAre() {
        assertThat(api.delete("/api/v1/auth/me").header("Allow")).contains("GET");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "application/json| {",
                "application/json| {\"student_id\":}",
                "application/json| nonsense",
                "application/json| [1,2]",
                "application/json| {} {}",
                "application/json| ''",
                "application/json| {\"student_id\": {\"$ne\": 1}}",
                "application/json| {\"student_id\": 1e999}"
            },
            delimiter = '|')
    void answerBodiesThatAreNoneWith400(String type, String body) {
        assertProblem(api.send("POST", REQUESTS, type, body), 400, "malformed");
    }

    @Test
    void answerOtherMediaTypesWith415() {
        assertProblem(api.send("POST", REGISTER, "application/xml", "<a/>"), 415, "unsupported_media_type");
        assertProblem(api.send("POST", REGISTER, "text/plain", "{}"), 415, "unsupported_media_type");
        assertProblem(api.send("POST", REGISTER, "nonsense", "{}"), 415, "unsupported_media_type");
        assertProblem(api.admin().post("/api/v1/admin/roster/import", Map.of()), 415, "unsupported_media_type");
    }

    @Test
    void answerFormatsWeDoNotSpeakWith406() {
        assertProblem(api.with("Accept", "application/pdf").get("/api/v1/community"), 406, "not_acceptable");
        assertProblem(api.with("Accept", "nonsense").get("/api/v1/community"), 406, "not_acceptable");
    }

    @Test
    void answerAnnouncedBodiesThatAreTooLargeWith413() {
        assertProblem(api.post(REGISTER, Map.of("name", "가".repeat(100_000))), 413, "too_large");
    }

    @Test
    void answerStreamedBodiesThatAreTooLargeWith413() {
        var body = ("{\"name\":\"" + "x".repeat(300_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        var streamed = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));

        assertProblem(api.send("POST", REGISTER, "application/json", streamed), 413, "too_large");
    }

    @Test
    void letFilesBeLargerThanForms() {
        var line = "20999999,김하늘,01012345678\n";
        var admin = api.admin();

        var large =
                admin.postCsv("/api/v1/admin/roster/import", "student_id,name,phone_number\n" + line.repeat(20_000));
        assertThat(large.status()).isEqualTo(200);
        assertProblem(admin.postCsv("/api/v1/admin/roster/import", line.repeat(200_000)), 413, "too_large");
    }

    @Test
    void refuseUnknownFieldsOutsideTheFixedContract() {
        var answer = api.post(
                REQUESTS,
                Map.of("student_id", "20260001", "name", "김하늘", "phone_number", "01012345678", "colour", "blue"));

        assertProblem(answer, 422, "validation_failed");
        assertThat(answer.json().get("errors").propertyNames()).containsExactly("colour");
    }

    @Test
    void answerInvalidValuesOutsideTheFixedContractWith422() {
        assertProblem(
                api.post(REQUESTS, Map.of("student_id", "1", "name", "김", "phone_number", "x")),
                422,
                "validation_failed");
    }

    @Test
    void nameTheFieldOfAWrongType() {
        var answer = api.post(REQUESTS, Map.of("student_id", 20260001));

        assertProblem(answer, 400, "malformed");
        assertThat(answer.json().get("errors").propertyNames()).containsExactly("student_id");
    }

    @Test
    void answerTextsNoDatabaseCanKeepWithoutAFailure() {
        assertThat(api.admin().get("/api/v1/admin/accounts?query=%00").status()).isEqualTo(400);
        assertProblem(
                api.post(
                        REQUESTS,
                        Map.of(
                                "student_id", "20260001",
                                "name", "김하늘",
                                "phone_number", "01012345678",
                                "message", "a\0b")),
                422,
                "validation_failed");
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=201", "limit=x", "limit=99999999999"})
    void answerLimitsOutOfRangeWith422(String query) {
        assertProblem(api.admin().get("/api/v1/admin/accounts?" + query), 422, "validation_failed");
    }

    @ParameterizedTest
    @CsvSource({"x", "%%%25", "MTIzHzQ1", "eA", "LTE5OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk"})
    void answerCursorsThatAreNotOursWith400(String cursor) {
        var answer = api.admin().get("/api/v1/admin/accounts?cursor=" + cursor.replace("%%%25", "%25"));

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void neverShowTheInsideOfTheServer() {
        var bodies = new String[] {
            api.send("POST", REGISTER, "application/json", "{\"student_id\":[").body(),
            api.get("/api/v1/auth/sessions/x").body(),
            api.get("/error").body()
        };

        assertThat(bodies)
                .allSatisfy(body -> assertThat(body)
                        .doesNotContain("Exception", "at app.", "org.springframework", "trace", "java."));
    }

    @Test
    void areKeptByNobody() {
        assertThat(api.get("/api/v1/auth/me").header("Cache-Control")).isEqualTo("no-store");
        assertThat(api.get("/api/v1/community").header("Cache-Control")).isEqualTo("no-store");
    }

    private static String detail(Api api) {
        return api.get("/api/v1/auth/me").text("detail");
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.text("title")).isNotEmpty().isNotEqualTo("title." + status);
        assertThat(answer.text("detail")).isNotEmpty().isNotEqualTo(code);
    }

    @Test
    void answerQueriesThatAreNoTextWith400() {
        var admin = api.admin();

        assertThat(admin.get("/api/v1/admin/lockers?query=%ED%A0%80").status()).isEqualTo(400);
        assertThat(admin.get("/api/v1/admin/accounts?query=%FF").status()).isEqualTo(400);
    }

    @Test
    void answerHalvesOfCharactersWithoutAFailure() {
        var answer = api.send(
                "POST", "/api/v1/auth/login", "application/json", "{\"login\":\"admin\",\"password\":\"\\ud800\"}");

        assertThat(answer.status()).isBetween(400, 401);
    }
}
