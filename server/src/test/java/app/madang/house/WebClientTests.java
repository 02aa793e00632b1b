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

/** With a small client in the place of the real one, which need not be built for this. */
@MadangTest
@TestPropertySource(properties = "madang.web.client=classpath:/static-of-tests/")
class WebClientTests {

    @LocalServerPort
    int port;

    Http http = new Http(0);

    @BeforeEach
    void connect() {
        http = new Http(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/lockers", "/admin/lockers/101", "/login?next=%2Flockers"})
    void everyAddressOfTheClientIsItsOnePage(String address) {
        var page = http.get(address);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(page.body()).contains("the one page");
    }

    @Test
    void filesWithAChecksumInTheirNameAreKeptForGood() {
        var file = http.get("/assets/app-1a2b3c.js");

        assertThat(file.body()).contains("app");
        assertThat(file.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/assets/gone-1a2b3c.js", "/assets/gone", "/favicon.gone.ico", "/api/v1/nothing", "/api/nothing"
            })
    void whatIsMissingIsNotThePage(String address) {
        var answer = http.get(address);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("the one page");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/%2e%2e/application.yaml", "/..%2fapplication.yaml", "/assets/%2e%2e/%2e%2e/application.yaml"})
    void nothingBesidesTheClientIsServed(String address) {
        var answer = http.get(address);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("madang.data", "${MADANG");
    }
}
