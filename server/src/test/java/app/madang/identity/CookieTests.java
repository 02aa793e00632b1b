package app.madang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.Api;
import app.madang.testing.Api.Answer;
import app.madang.testing.MadangTest;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@MadangTest
class CookieTests {

    private static final AtomicInteger people = new AtomicInteger(20240000);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    Api browser;

    @BeforeEach
    void open() {
        browser = Api.on(port)
                .with("Madang-Session", "cookie")
                .with("Sec-Fetch-Site", "same-origin")
                .with("User-Agent", "Browser");
    }

    @Test
    void carryTheTokensSoThatScriptsNeverSeeThem() {
        var answer = logIn();

        assertThat(answer.json().propertyNames()).containsExactly("serial_id");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Secure", "Domain"));
        assertThat(withCookies(answer).get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    void areRenewedByTheRefreshCookieAlone() {
        var first = logIn();

        var second = withCookies(first).post("/api/v1/auth/refresh");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().propertyNames()).containsExactly("serial_id");
        assertThat(cookies(second)).isNotEqualTo(cookies(first));
        assertThat(withCookies(second).get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    void areGivenAgainForAMomentWhenTheAnswerWasLost() {
        var first = logIn();
        var lost = withCookies(first).post("/api/v1/auth/refresh");

        var again = withCookies(first).post("/api/v1/auth/refresh");

        assertThat(again.status()).isEqualTo(200);
        assertThat(cookie(again, "madang_refresh")).isEqualTo(cookie(lost, "madang_refresh"));
        assertThat(withCookies(again).post("/api/v1/auth/refresh").status()).isEqualTo(200);
    }

    @Test
    void areNotGivenAgainOnceTheAnswerWasUsed() {
        var first = logIn();
        var second = withCookies(first).post("/api/v1/auth/refresh");
        withCookies(second).post("/api/v1/auth/refresh");

        assertThat(withCookies(first).post("/api/v1/auth/refresh").status()).isEqualTo(401);
    }

    @Test
    void areNotGivenAgainToAnotherClient() {
        var first = logIn();
        var second = withCookies(first).post("/api/v1/auth/refresh");

        var thief = withCookies(first).with("User-Agent", "Another").post("/api/v1/auth/refresh");

        assertThat(thief.status()).isEqualTo(401);
        assertThat(withCookies(second).get("/api/v1/auth/me").status()).isEqualTo(401);
    }

    @Test
    void areNotGivenAgainAfterTheMoment() {
        var first = logIn();
        withCookies(first).post("/api/v1/auth/refresh");
        jdbc.sql("""
                update identity.refresh_token set used_at = used_at - interval '11 seconds'
                where hash = sha256(?::bytea)
                """).param(cookie(first, "madang_refresh")).update();

        assertThat(withCookies(first).post("/api/v1/auth/refresh").status()).isEqualTo(401);
    }

    @Test
    void areClearedByLogOut() {
        var answer = logIn();

        var out = withCookies(answer).post("/api/v1/auth/logout");

        assertThat(out.status()).isEqualTo(200);
        assertThat(out.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie).contains("Max-Age=0"));
        assertThat(withCookies(answer).get("/api/v1/auth/me").status()).isEqualTo(401);
    }

    @Test
    void doNotLetAForeignPageWrite() {
        var mine = withCookies(logIn());

        var foreignSite = mine.with("Sec-Fetch-Site", "cross-site").delete("/api/v1/auth/sessions");
        var sameSite = mine.with("Sec-Fetch-Site", "same-site").delete("/api/v1/auth/sessions");

        assertThat(foreignSite.status()).isEqualTo(403);
        assertThat(foreignSite.code()).isEqualTo("foreign_origin");
        assertThat(sameSite.status()).isEqualTo(403);
        assertThat(mine.with("Sec-Fetch-Site", "cross-site")
                        .get("/api/v1/auth/me")
                        .status())
                .isEqualTo(200);
        assertThat(mine.delete("/api/v1/auth/sessions").status()).isEqualTo(204);
    }

    @Test
    void needAnOriginWhereTheBrowserDoesNotTellTheSite() {
        var old = Api.on(port).with("Cookie", cookies(logIn()));

        assertThat(old.delete("/api/v1/auth/sessions").status()).isEqualTo(403);
        assertThat(old.with("Origin", "https://elsewhere.example")
                        .delete("/api/v1/auth/sessions")
                        .status())
                .isEqualTo(403);
        assertThat(old.with("Origin", "null").delete("/api/v1/auth/sessions").status())
                .isEqualTo(403);
        assertThat(old.with("Origin", "http://127.0.0.1:" + port)
                        .delete("/api/v1/auth/sessions")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void areNotSetForAForeignPage() {
        var answer = browser.with("Sec-Fetch-Site", "cross-site").logIn("20249999", "김쿠키", "01012345678");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Set-Cookie")).isNull();
    }

    @Test
    void giveWayToABearer() {
        var program = Api.on(port).newMember();
        var mixed = program.with("Cookie", cookies(logIn())).with("Origin", "https://elsewhere.example");

        assertThat(mixed.get("/api/v1/auth/me").text("student_id"))
                .isEqualTo(program.get("/api/v1/auth/me").text("student_id"));
        assertThat(mixed.delete("/api/v1/auth/sessions").status()).isEqualTo(204);
    }

    private Answer logIn() {
        return browser.logIn(String.valueOf(people.incrementAndGet()), "김쿠키", "01012345678");
    }

    private Api withCookies(Answer answer) {
        return browser.with("Cookie", cookies(answer));
    }

    static String cookies(Answer answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }

    private static String cookie(Answer answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }
}
