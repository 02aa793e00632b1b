package app.madang.locker;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.Api;
import app.madang.testing.MadangTest;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** What a newcomer finds after the first start. */
@MadangTest
@DirtiesContext
@TestPropertySource(properties = "madang.demo=true")
class DemoCommunityTests {

    @LocalServerPort
    int port;

    @Test
    void isLivedInAndOpensInTwoMinutes() {
        var anyone = Api.on(port);
        var answer = anyone.logIn("9900000001", "이하늘", "01000000001");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var member = anyone.bearer(answer.text("access_token"));

        var list = member.get("/api/v1/lockers").json();
        var states = StreamSupport.stream(list.get("lockers").spliterator(), false)
                .map(locker -> locker.get("state").asString())
                .toList();
        assertThat(states).hasSize(300);
        assertThat(states.stream().filter("confirmed"::equals)).hasSize(70);
        assertThat(states.stream().filter("held"::equals)).hasSize(12);
        assertThat(states.stream().filter("broken"::equals)).hasSize(6);
        assertThat(list.get("available_count").asInt()).isEqualTo(212);
        var term = list.get("term");
        assertThat(term.get("phase").asString()).isEqualTo("upcoming");
        assertThat(Instant.parse(term.get("opens_at").asString()))
                .isBetween(Instant.now(), Instant.now().plus(Duration.ofMinutes(2)));
        assertThat(member.post("/api/v1/lockers/101/hold").code()).isEqualTo("not_open");
        assertThat(anyone.admin().get("/api/v1/admin/locker-places").json().get("items"))
                .hasSize(6)
                .allMatch(place -> !place.get("instructions").asString().isEmpty());
    }
}
