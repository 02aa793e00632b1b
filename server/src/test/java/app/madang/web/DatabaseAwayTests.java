package app.madang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.madang.testing.Api;
import app.madang.testing.MadangTest;
import app.madang.testing.TestPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@MadangTest
@TestPropertySource(properties = "madang.community-name=외딴 마당") // an application of its own: its database goes away
class DatabaseAwayTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void isAnsweredWith503AndHealsByItself() throws SQLException {
        var member = Api.on(port).newMember();
        var name = jdbc.sql("select current_database()").query(String.class).single();

        command("alter database " + name + " allow_connections false");
        command("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");

        var read = member.get("/api/v1/auth/me");
        assertThat(read.status()).as(read.body()).isEqualTo(503);
        assertThat(read.code()).isEqualTo("unavailable");
        assertThat(read.header("Retry-After")).isNotNull();
        assertThat(Api.on(port).logIn("25000001", "김하늘", "01012345678").status())
                .isEqualTo(503);
        assertThat(member.with("Idempotency-Key", "away")
                        .post("/api/v1/lockers/1/defect", Map.of("description", "문이 안 닫혀요"))
                        .status())
                .isEqualTo(503);
        assertThat(Api.on(port).get("/api/v1/nothing").status()).isEqualTo(404);

        command("alter database " + name + " allow_connections true");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(member.get("/api/v1/auth/me").status()).isEqualTo(200));
    }

    private static void command(String sql) throws SQLException {
        try (var connection = TestPostgres.server().superuser("postgres").getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
