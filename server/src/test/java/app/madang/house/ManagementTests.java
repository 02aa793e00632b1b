package app.madang.house;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.Http;
import app.madang.testing.MadangTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

@MadangTest
@TestPropertySource(properties = "madang.metrics-token=collector")
class ManagementTests {

    @LocalServerPort
    int port;

    Http http = new Http(0);

    @BeforeEach
    void connect() {
        http = new Http(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void loadBalancersLearnHowTheNodeIsAndNothingElse(String path) {
        var answer = http.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("{")
                .contains("\"status\":\"UP\"")
                .doesNotContain("components", "postgres");
    }

    @Test
    void metricsAreForTheCollectorAndForAdmins() {
        assertThat(http.get("/actuator/prometheus", "Authorization", "Bearer collector")
                        .body())
                .contains("jvm_memory_used_bytes", "hikaricp_connections_active{pool=\"engine\"");
        assertThat(http.get("/actuator/prometheus", "Authorization", "Bearer " + adminToken())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void metricsAreForNobodyElse() {
        assertThat(http.get("/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(http.get("/actuator/prometheus", "Authorization", "Bearer guessed")
                        .statusCode())
                .isEqualTo(401);
        assertThat(http.get("/actuator/prometheus", "Authorization", "Bearer " + memberToken())
                        .statusCode())
                .isEqualTo(403);
    }

    private String adminToken() {
        return accessToken("/api/v1/auth/login", """
                {"login":"admin","password":"admin-password"}
                """);
    }

    private String memberToken() {
        return accessToken("/api/v1/auth/login-or-register", """
                {"student_id":"2026000001","name":"관찰자","phone_number":"01012345678"}
                """);
    }

    private String accessToken(String path, String body) {
        return JsonMapper.shared()
                .readTree(http.post(path, body).body())
                .get("access_token")
                .asString();
    }
}
