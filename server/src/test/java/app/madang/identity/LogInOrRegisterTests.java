package app.madang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.Api;
import app.madang.testing.MadangTest;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@MadangTest
class LogInOrRegisterTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    Api api;

    @BeforeEach
    void connect() {
        api = Api.on(port);
    }

    @Test
    void registersWhoIsNewAndKnowsThemAfterwards() {
        var first = api.logIn("20210001", "김하늘", "01012345678");
        var second = api.logIn("20210001", "김하늘", "01012345678");

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(first.json().propertyNames())
                .containsExactlyInAnyOrder("access_token", "refresh_token", "serial_id");
        assertThat(first.json().get("serial_id").isIntegralNumber()).isTrue();
        assertThat(second.json().get("serial_id")).isEqualTo(first.json().get("serial_id"));
        assertThat(second.text("refresh_token")).isNotEqualTo(first.text("refresh_token"));

        var me = api.bearer(first.text("access_token")).get("/api/v1/auth/me");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.text("student_id")).isEqualTo("20210001");
        assertThat(me.text("name")).isEqualTo("김하늘");
        assertThat(me.text("phone_number")).isEqualTo("01012345678");
        assertThat(me.text("role")).isEqualTo("member");
    }

    @Test
    void takesTwoSpellingsOfOneNameForOnePerson() {
        assertThat(api.logIn("20210002", "한 별", "01012345678").status()).isEqualTo(201);
        var decomposed = "  \u1112\u1161\u11ab \u00a0\u1107\u1167\u11af ";

        assertThat(api.logIn("20210002", decomposed, "01012345678").status()).isEqualTo(200);
    }

    @Test
    void neverMakesASecondAccountOfAStudentId() {
        api.logIn("20210003", "김하늘", "01012345678");

        var otherName = api.logIn("20210003", "이바다", "01012345678");
        var otherPhone = api.logIn("20210003", "김하늘", "01012345679");

        assertThat(otherName.status()).isEqualTo(403);
        assertThat(otherName.code()).isEqualTo("identity_mismatch");
        assertThat(otherPhone.status()).isEqualTo(403);
        assertThat(accounts("20210003")).isEqualTo(1);
    }

    @Test
    void makesOneAccountOfAThousandCallsAtOnce() throws Exception {
        var statuses =
                together(300, i -> api.logIn("20210004", "김하늘", "01012345678").status());

        assertThat(statuses).isEqualTo(Map.of(201, 1L, 200, 299L));
        assertThat(accounts("20210004")).isEqualTo(1);
    }

    @Test
    void letsATownOfPeopleInAtOnceFromOneAddress() throws Exception {
        var statuses = together(
                1000,
                i -> api.logIn(String.valueOf(30000000 + i), "학생 " + i, "0101000" + (1000 + i))
                        .status());

        assertThat(statuses).isEqualTo(Map.of(201, 1000L));
    }

    @Test
    void letsOneOfTwoPeopleHaveAStudentIdThatBothClaimAtOnce() throws Exception {
        var statuses = together(
                40,
                i -> api.logIn("20210005", i % 2 == 0 ? "김하늘" : "이바다", "01012345678")
                        .status());

        assertThat(statuses.get(201)).isEqualTo(1);
        assertThat(statuses.get(200)).isEqualTo(19);
        assertThat(statuses.get(403)).isEqualTo(20);
        assertThat(accounts("20210005")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{}",
                "{\"student_id\":20210009,\"name\":\"김하늘\",\"phone_number\":\"01012345678\"}",
                "{\"student_id\":\"20210009\",\"name\":[\"김하늘\"],\"phone_number\":\"01012345678\"}",
                "{\"student_id\":\"20210009\",\"name\":null,\"phone_number\":\"01012345678\"}",
                "{\"student_id\":\"2021009\",\"name\":\"김하늘\",\"phone_number\":\"01012345678\"}",
                "{\"student_id\":\"20210009123\",\"name\":\"김하늘\",\"phone_number\":\"01012345678\"}",
                "{\"student_id\":\"２０２１０００９\",\"name\":\"김하늘\",\"phone_number\":\"01012345678\"}",
                "{\"student_id\":\"20210009\",\"name\":\"김\",\"phone_number\":\"01012345678\"}",
                "{\"student_id\":\"20210009\",\"name\":\" 김 \",\"phone_number\":\"01012345678\"}",
                "{\"student_id\":\"20210009\",\"name\":\"가나다라마바사아자차카타파하가나다라마바사\",\"phone_number\":\"01012345678\"}",
                "{\"student_id\":\"20210009\",\"name\":\"김\\u0000하늘\",\"phone_number\":\"01012345678\"}",
                "{\"student_id\":\"20210009\",\"name\":\"김하늘\",\"phone_number\":\"010-1234-5678\"}",
                "{\"student_id\":\"20210009\",\"name\":\"김하늘\",\"phone_number\":\"전화번호입니다열자\"}",
                "{\"student_id\":\"20210009\",\"name\":\"김하늘\",\"phone_number\":\"010123456\"}",
                "{\"student_id\":\"20210009\",\"name\":\"김하늘\",\"phone_number\":\"0101234567890123\"}"
            })
    void answersInvalidInputWith400(String body) {
        var answer = api.send("POST", "/api/v1/auth/login-or-register", "application/json", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isIn("malformed", "validation_failed");
        assertThat(accounts("20210009")).isZero();
    }

    @Test
    void ignoresFieldsItDoesNotKnow() {
        var answer = api.post(
                "/api/v1/auth/login-or-register?utm=poster",
                Map.of("student_id", "20210010", "name", "김하늘", "phone_number", "01012345678", "role", "admin"));

        assertThat(answer.status()).isEqualTo(201);
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        var answer = api.logIn("1", "김", "x");

        assertThat(answer.json().get("errors").propertyNames())
                .containsExactlyInAnyOrder("student_id", "name", "phone_number");
    }

    private long accounts(String studentId) {
        return jdbc.sql("select count(*) from identity.account where student_id = ?")
                .param(studentId)
                .query(Long.class)
                .single();
    }

    /** Calls all at one moment; how often each result came. */
    static Map<Integer, Long> together(int callers, java.util.function.IntFunction<Integer> call) throws Exception {
        var barrier = new CyclicBarrier(callers);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, callers)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        barrier.await();
                        return call.apply(i);
                    })
                    .toList();
            var results = threads.invokeAll(calls);
            var statuses = new java.util.ArrayList<Integer>();
            for (var result : results) {
                statuses.add(result.get());
            }
            return statuses.stream().collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        }
    }
}
