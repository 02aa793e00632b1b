package app.madang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.Api;
import app.madang.testing.Api.Answer;
import app.madang.testing.MadangTest;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Behind a proxy that is believed, so that every test has addresses of its own. */
@MadangTest
@TestPropertySource(
        properties = {
            "madang.web.trusted-proxies=127.0.0.1,10.9.0.0/16",
            "madang.identity.limits.account-and-address=3/1h",
            "madang.identity.limits.address=8/1h",
            "madang.identity.limits.account=6/1h",
            "madang.identity.limits.slow-pace=1h",
            "madang.identity.limits.slow-wait=10ms",
            "madang.identity.limits.access-requests=2/1h"
        })
class LogInLimitTests {

    private static final AtomicInteger number = new AtomicInteger();

    @LocalServerPort
    int port;

    String studentId = "";
    String network = "";

    @BeforeEach
    void useAnAccountAndAddressesOfTheirOwn() {
        var n = number.incrementAndGet();
        studentId = String.valueOf(20280000 + n);
        network = "203.0." + n + ".";
        assertThat(right(from("198.51.100." + n)).status()).isEqualTo(201);
    }

    @Test
    void aPersonMayErrAFewTimes() {
        var here = from(network + 1);
        wrong(here, 2);

        assertThat(right(here).status()).isEqualTo(200);
    }

    @Test
    void tooManyFailuresOnAnAccountFromAnAddressAreStopped() {
        var here = from(network + 1);
        wrong(here, 3);

        var answer = right(here);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("too_many_attempts");
        assertThat(Integer.parseInt(String.valueOf(answer.header("Retry-After"))))
                .isBetween(1, 1200);
        assertThat(right(from(network + 2)).status()).isEqualTo(200);
    }

    @Test
    void successForgivesEarlierFailures() {
        var here = from(network + 1);
        wrong(here, 2);
        right(here);
        wrong(here, 2);

        assertThat(right(here).status()).isEqualTo(200);
    }

    @Test
    void anAddressThatFailsOnManyAccountsIsStopped() {
        var here = from(network + 1);
        exhaust(here);

        var answer = here.logIn(studentId, "이바다", "01012345678");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("too_many_attempts");
        assertThat(logIn(here, "admin-password").status())
                .as("a password is not even checked")
                .isEqualTo(429);
        assertThat(from(network + 2).logIn(studentId, "이바다", "01012345678").status())
                .isEqualTo(403);
    }

    @Test
    void whoeverIsRightPassesAStoppedAddress() {
        var here = from(network + 1);
        exhaust(here);

        assertThat(right(here).status()).isEqualTo(200);
        var newcomer = String.valueOf(29500000 + number.get());
        assertThat(here.logIn(newcomer, "김하늘", "01012345678").status()).isEqualTo(201);
    }

    @Test
    void aGuesserBehindAStoppedAddressIsStoppedOnTheAccountToo() {
        var here = from(network + 1);
        exhaust(here);
        for (var i = 0; i < 3; i++) {
            assertThat(here.logIn(studentId, "이바다", "01012345678").status()).isEqualTo(429);
        }

        assertThat(right(here).status()).isEqualTo(429);
    }

    @Test
    void peopleWhoAreNotOnTheRosterStopNoAddress() {
        var here = from(network + 1);
        var admin = Api.on(port).admin();
        admin.put("/api/v1/admin/roster/settings", Map.of("mode", "closed"));
        try {
            for (var i = 0; i < 9; i++) {
                var stranger = String.valueOf(29600000 + 100 * number.get() + i);
                assertThat(here.logIn(stranger, "김하늘", "01012345678").code()).isEqualTo("not_on_roster");
            }
        } finally {
            admin.put("/api/v1/admin/roster/settings", Map.of("mode", "open"));
        }

        wrong(here, 1);
    }

    @Test
    void aDeviceThatIsKnownPassesAStoppedAddress() {
        var here = from(network + 1);
        assertThat(right(here).status()).isEqualTo(200);
        exhaust(here);

        wrong(here, 1);
        var another = here.with("User-Agent", "Another");
        assertThat(another.logIn(studentId, "이바다", "01012345678").status()).isEqualTo(429);
    }

    @Test
    void allAddressesOfAnIpv6NetworkCountAsOne() {
        var prefix = "2001:db8:0:" + Integer.toHexString(number.get());
        wrong(from(prefix + "::1"), 2);
        wrong(from(prefix + ":ffff::2"), 1);

        assertThat(right(from(prefix + "::3")).status()).isEqualTo(429);
        assertThat(right(from("2001:db8:1::1")).status()).isEqualTo(200);
    }

    @Test
    void strangersOnlySlowDevicesThatAreUnknown() {
        var owner = from("198.51.100." + number.get());
        for (var i = 0; i < 6; i++) {
            wrong(from(network + (10 + i)), 1);
        }

        assertThat(right(owner).status()).isEqualTo(200);
        assertThat(right(from(network + 1)).status())
                .as("the turn of unknown devices")
                .isEqualTo(200);
        assertThat(right(from(network + 2)).status())
                .as("must wait for its turn")
                .isEqualTo(429);
    }

    @Test
    void passwordsAreLimitedToo() {
        var here = from(network + 1);
        for (var i = 0; i < 3; i++) {
            assertThat(logIn(here, "guess" + i).status()).isEqualTo(401);
        }

        assertThat(logIn(here, "admin-password").status()).isEqualTo(429);
        assertThat(logIn(from(network + 2), "admin-password").status()).isEqualTo(200);
    }

    @Test
    void requestsOfPeopleWhoCannotGetInAreLimitedByAddress() {
        var here = from(network + 1);
        var form = Map.of("student_id", studentId, "name", "이바다", "phone_number", "01012345678");

        assertThat(here.post("/api/v1/auth/access-requests", form).status()).isEqualTo(201);
        assertThat(here.post("/api/v1/auth/access-requests", form).status()).isEqualTo(201);
        assertThat(here.post("/api/v1/auth/access-requests", form).status()).isEqualTo(429);
    }

    @Test
    void anAddressInventedLeftOfTheTrueOneIsNotBelieved() {
        for (var i = 0; i < 3; i++) {
            wrong(from("192.0.2." + i + ", " + network + 1), 1);
        }

        assertThat(right(from("192.0.2.77, " + network + 1)).status()).isEqualTo(429);
        assertThat(right(from("192.0.2.77, " + network + "1, 10.9.8.7")).status())
                .isEqualTo(429);
    }

    @Test
    void underTlsCookiesAreBoundToTheHost() {
        var browser = from(network + 1)
                .with("X-Forwarded-Proto", "https")
                .with("X-Forwarded-Host", "madang.example.org")
                .with("Madang-Session", "cookie")
                .with("Origin", "https://madang.example.org");

        var answer = right(browser);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-madang_")
                        .contains("Secure", "Path=/", "HttpOnly")
                        .doesNotContain("Domain"));
        assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=");
        var cookies = CookieTests.cookies(answer);
        assertThat(browser.with("Cookie", cookies).get("/api/v1/auth/me").status())
                .isEqualTo(200);
        assertThat(browser.with("Cookie", cookies.replace("__Host-", ""))
                        .get("/api/v1/auth/me")
                        .status())
                .isEqualTo(401);
        assertThat(browser.with("Cookie", cookies)
                        .with("Origin", "http://madang.example.org")
                        .delete("/api/v1/auth/sessions")
                        .status())
                .isEqualTo(403);
        assertThat(browser.with("Cookie", cookies)
                        .delete("/api/v1/auth/sessions")
                        .status())
                .isEqualTo(204);
    }

    private Api from(String forwardedFor) {
        return Api.on(port).with("X-Forwarded-For", forwardedFor).with("User-Agent", "Browser");
    }

    private Answer right(Api api) {
        return api.logIn(studentId, "김하늘", "01012345678");
    }

    private static void exhaust(Api api) {
        for (var i = 0; i < 8; i++) {
            var other = String.valueOf(29000000 + 100 * number.get() + i);
            assertThat(api.logIn(other, "김하늘", "01012345678").status()).isEqualTo(201);
            var again = api.with("User-Agent", "Guesser").logIn(other, "이바다", "01012345678");
            assertThat(again.status()).isEqualTo(403);
        }
    }

    private void wrong(Api api, int times) {
        for (var i = 0; i < times; i++) {
            assertThat(api.logIn(studentId, "이바다", "01012345678").status()).isEqualTo(403);
        }
    }

    private static Answer logIn(Api api, String password) {
        return api.post("/api/v1/auth/login", Map.of("login", "admin", "password", password));
    }
}
