package app.madang.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.MadangTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@MadangTest
class HealthTests {

    @LocalServerPort
    int port;

    @Test
    void saysThatTheDatabaseIsReachable() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/health"))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"healthy\",\"db\":\"reachable\"}");
        }
    }
}
