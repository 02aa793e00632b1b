package app.madang.locker;

import static app.madang.locker.LockerTown.LOCKERS;
import static app.madang.locker.LockerTown.TERMS;
import static app.madang.locker.LockerTown.hold;
import static app.madang.locker.LockerTown.take;
import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.MadangTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Keeping one's locker for the next term. */
@MadangTest
class LockerRenewalTests {

    @LocalServerPort
    int port;

    LockerTown town;
    String running;

    @BeforeEach
    void setUp() {
        town = new LockerTown(port);
        running = town.openTerm();
    }

    @Test
    void keepsMyLockerInsideTheWindow() {
        var lockers = town.lockers(2);
        var member = town.member();
        take(member, lockers.getFirst());
        var next = next(Duration.ofMinutes(-1), Duration.ofHours(1));

        var offered = member.get(LOCKERS + "/me").json().get("renewal");
        assertThat(offered.get("term_id").asString()).isEqualTo(next);
        assertThat(offered.get("renewed").asBoolean()).isFalse();

        var answer = member.post(LOCKERS + "/" + lockers.getFirst() + "/renewal");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("term_id")).isEqualTo(next);
        assertThat(member.post(LOCKERS + "/" + lockers.getFirst() + "/renewal").status())
                .isEqualTo(200);
        assertThat(member.get(LOCKERS + "/me")
                        .json()
                        .get("renewal")
                        .get("renewed")
                        .asBoolean())
                .isTrue();

        open(next);
        assertThat(hold(town.member(), lockers.getFirst()).code()).isEqualTo("unit_taken");
        assertThat(hold(member, lockers.getLast()).code()).isEqualTo("limit_reached");
    }

    @Test
    void isClosedOutsideTheWindow() {
        int locker = town.locker();
        var member = town.member();
        take(member, locker);
        next(Duration.ofMinutes(30), Duration.ofHours(1));

        var answer = member.post(LOCKERS + "/" + locker + "/renewal");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("renewal_closed");
        assertThat(member.get(LOCKERS + "/me").json().get("renewal").isNull()).isTrue();
    }

    @Test
    void isForConfirmedLockersOfOnesOwn() {
        var lockers = town.lockers(3);
        var holder = town.member();
        hold(holder, lockers.get(0));
        take(town.member(), lockers.get(1));
        next(Duration.ofMinutes(-1), Duration.ofHours(1));

        for (int locker : lockers) {
            var answer = holder.post(LOCKERS + "/" + locker + "/renewal");
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("nothing_to_renew");
        }
    }

    @Test
    void mustEndBeforeTheOpening() {
        var answer = create(Duration.ofHours(4), Duration.ofHours(5), Duration.ofMinutes(1), Duration.ofHours(5));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").propertyNames()).containsExactly("renewal_closes_at");
    }

    private String next(Duration renewalOpens, Duration renewalCloses) {
        var answer = create(Duration.ofHours(4), Duration.ofHours(5), renewalOpens, renewalCloses);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    private app.madang.testing.Api.Answer create(
            Duration opens, Duration closes, Duration renewalOpens, Duration renewalCloses) {
        var now = Instant.now();
        return town.admin.post(
                TERMS,
                Map.of(
                        "name", "다음 학기",
                        "opens_at", now.plus(opens).toString(),
                        "closes_at", now.plus(closes).toString(),
                        "renewal_opens_at", now.plus(renewalOpens).toString(),
                        "renewal_closes_at", now.plus(renewalCloses).toString()));
    }

    /** Ends the running term and lets the next begin. */
    private void open(String next) {
        var now = Instant.now();
        assertThat(town.admin
                        .patch(
                                TERMS + "/" + running,
                                Map.of("ends_at", now.minusSeconds(2).toString()))
                        .status())
                .isEqualTo(200);
        var answer = town.admin.patch(
                TERMS + "/" + next,
                Map.of(
                        "opens_at", now.minusSeconds(1).toString(),
                        "renewal_opens_at", now.minusSeconds(30).toString(),
                        "renewal_closes_at", now.minusSeconds(10).toString()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
