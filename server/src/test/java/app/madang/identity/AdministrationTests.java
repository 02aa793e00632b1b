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
class AdministrationTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    Api api;
    Api admin;

    @BeforeEach
    void connect() {
        api = Api.on(port);
        admin = api.admin();
    }

    @Test
    void listsAccountsPageByPage() {
        for (var i = 1; i <= 3; i++) {
            api.logIn("2311111" + i, "최학생" + i, "01012345678");
        }

        var first = admin.get("/api/v1/admin/accounts?query=2311111&limit=2");
        var second = admin.get("/api/v1/admin/accounts?query=2311111&limit=2&cursor=" + first.text("next_cursor"));

        assertThat(first.json().get("items").findValuesAsString("student_id")).containsExactly("23111111", "23111112");
        assertThat(first.json().get("items").get(0).propertyNames())
                .containsExactlyInAnyOrder("serial_id", "handle", "student_id", "name", "phone_number", "role");
        assertThat(second.json().get("items").findValuesAsString("student_id")).containsExactly("23111113");
        assertThat(second.json().get("next_cursor").isNull()).isTrue();
    }

    @Test
    void findsAccountsByTheBeginningOfTheirName() {
        api.logIn("23111120", "남궁하늘", "01012345678");

        assertThat(admin.get("/api/v1/admin/accounts?query=" + encode("남궁"))
                        .json()
                        .get("items")
                        .findValuesAsString("student_id"))
                .containsExactly("23111120");
        assertThat(admin.get("/api/v1/admin/accounts?query=" + encode("%"))
                        .json()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void changesRoles() {
        var serialId = api.logIn("23111130", "김간부", "01012345678")
                .json()
                .get("serial_id")
                .asLong();

        var answer = admin.put("/api/v1/admin/accounts/" + serialId + "/role", Map.of("role", "moderator"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("role")).isEqualTo("moderator");
    }

    @Test
    void endsTheLogInsThatCarryAnotherRole() {
        var copied = """
                insert into identity.account (id, handle, name, password_hash, role)
                select gen_random_uuid(), 'second.admin', '부관리자', password_hash, 'admin'
                from identity.account where handle = 'admin' returning serial_id
                """;
        var serialId = jdbc.sql(copied).query(Long.class).single();
        var second =
                api.bearer(api.post("/api/v1/auth/login", Map.of("login", "second.admin", "password", "admin-password"))
                        .text("access_token"));
        assertThat(second.get("/api/v1/admin/accounts").status()).isEqualTo(200);

        assertThat(admin.put("/api/v1/admin/accounts/" + serialId + "/role", Map.of("role", "member"))
                        .status())
                .isEqualTo(200);

        assertThat(second.get("/api/v1/auth/me").status()).isEqualTo(401);
    }

    @Test
    void keepsTheLastAdmin() {
        // Tests share the application: others may have left admins of their own.
        jdbc.sql("update identity.account set role = 'member' where role = 'admin' and handle <> 'admin'")
                .update();
        var serialId = admin.get("/api/v1/auth/me").json().get("serial_id").asLong();

        var answer = admin.put("/api/v1/admin/accounts/" + serialId + "/role", Map.of("role", "member"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("last_admin");
        assertThat(admin.get("/api/v1/admin/accounts").status()).isEqualTo(200);
    }

    @Test
    void refusesRolesAndAccountsThatDoNotExist() {
        assertThat(admin.put("/api/v1/admin/accounts/1/role", Map.of("role", "king"))
                        .status())
                .isEqualTo(400);
        assertThat(admin.put("/api/v1/admin/accounts/1/role", Map.of()).status())
                .isEqualTo(422);
        assertThat(admin.put("/api/v1/admin/accounts/999999999/role", Map.of("role", "member"))
                        .status())
                .isEqualTo(404);
        assertThat(admin.put("/api/v1/admin/accounts/x/role", Map.of("role", "member"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void tellsAnyoneWhatTheCommunityIs() {
        var community = api.get("/api/v1/community");

        assertThat(community.status()).isEqualTo(200);
        assertThat(community.json().propertyNames()).containsExactlyInAnyOrder("name", "roster", "demo", "now");
        assertThat(community.text("name")).isEqualTo("마당");
        assertThat(community.json().get("demo").asBoolean()).isFalse();
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
