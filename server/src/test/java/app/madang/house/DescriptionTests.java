package app.madang.house;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.Golden;
import app.madang.testing.Http;
import app.madang.testing.MadangTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@MadangTest
class DescriptionTests {

    @LocalServerPort
    int port;

    Http http = new Http(0);

    @BeforeEach
    void connect() {
        http = new Http(port);
    }

    @Test
    void theCommittedFileIsTheDescriptionOfThisCode() {
        var json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

        var described = json.readTree(http.get("/api/v1/openapi.json").body());

        Golden.compare("docs/openapi.json", json.writeValueAsString(described).replace("\r\n", "\n") + "\n");
    }

    @Test
    void namesAreTheOnesOfTheJsonAndWhatIsNeverMissingIsRequired() {
        var schemas = JsonMapper.shared()
                .readTree(http.get("/api/v1/openapi.json").body())
                .at("/components/schemas");

        assertThat(schemas.at("/Problem/required").toString()).contains("code");
        assertThat(schemas.at("/Health/required").toString()).contains("status", "db");
        assertThat(schemas.toString()).contains("student_id").doesNotContain("studentId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/swagger/index.html", "/api/schema/swagger-ui/", "/docs"})
    void habitsLeadToThePages(String habit) {
        var answer = http.get(habit);

        assertThat(answer.statusCode()).isEqualTo(302);
        var next =
                http.get(answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", ""));
        assertThat(next.statusCode()).isIn(200, 302);
    }

    @Test
    void thePagesAreThere() {
        var page = http.get("/swagger-ui/index.html");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("swagger-ui");
        assertThat(http.get("/swagger-ui/swagger-initializer.js").body()).contains("config");
        assertThat(http.get("/api/v1/openapi.json/swagger-config").body()).contains("/api/v1/openapi.json");
    }
}
