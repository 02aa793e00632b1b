package app.madang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.Api;
import app.madang.testing.MadangTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@MadangTest
class PasswordTests {

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
    void letTheAdminOfTheFirstStartIn() {
        var answer = logIn("admin", "admin-password");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("access_token", "refresh_token", "serial_id");
        var me = api.bearer(answer.text("access_token")).get("/api/v1/auth/me");
        assertThat(me.text("role")).isEqualTo("admin");
        assertThat(me.json().get("student_id").isNull()).isTrue();
    }

    @Test
    void areKeptAsArgon2id() {
        assertThat(jdbc.sql("select password_hash from identity.account where handle = 'admin'")
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$");
    }

    @Test
    void openTheAccountByEMailToo() {
        jdbc.sql("update identity.account set email = 'council@example.org' where handle = 'admin'")
                .update();

        assertThat(logIn(" Council@Example.org ", "admin-password").status()).isEqualTo(200);
    }

    @Test
    void thatAreWrongSayNothingAboutTheAccount() {
        var wrong = logIn("admin", "guess");
        var unknown = logIn("nobody", "guess");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("wrong_login");
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void doNotOpenAccountsThatHaveNone() {
        api.logIn("20250001", "김번호", "01012345678");
        var handle = jdbc.sql("select handle from identity.account where student_id = '20250001'")
                .query(String.class)
                .single();

        assertThat(logIn(handle, "").status()).isEqualTo(400);
        assertThat(logIn(handle, "x").status()).isEqualTo(401);
        assertThat(logIn("20250001", "x").status()).isEqualTo(401);
    }

    @Test
    void areNotNeededWhereAStudentIdOpensTheDoorAMemberMayPass() {
        var answer = api.logIn("20250002", "김간부", "01012345678");
        jdbc.sql("update identity.account set role = 'admin' where student_id = '20250002'")
                .update();

        var again = api.logIn("20250002", "김간부", "01012345678");
        var refreshed = api.post("/api/v1/auth/refresh", Map.of("refresh_token", answer.text("refresh_token")));

        for (var token : new String[] {again.text("access_token"), refreshed.text("access_token")}) {
            assertThat(api.bearer(token).get("/api/v1/auth/me").text("role")).isEqualTo("member");
            assertThat(api.bearer(token).get("/api/v1/admin/accounts").status()).isEqualTo(403);
        }
    }

    @Test
    void inBodiesOfTheWrongShapeAnswer400() {
        assertThat(api.post("/api/v1/auth/login", Map.of("login", "admin")).status())
                .isEqualTo(400);
        assertThat(api.post("/api/v1/auth/login", Map.of("login", "admin", "password", 1))
                        .status())
                .isEqualTo(400);
        assertThat(logIn("admin", "x".repeat(100_000)).status()).isEqualTo(401);
    }

    private Api.Answer logIn(String login, String password) {
        return api.post("/api/v1/auth/login", Map.of("login", login, "password", password));
    }
}
