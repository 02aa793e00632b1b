package app.madang.locker;

import static app.madang.locker.LockerTown.LOCKERS;
import static app.madang.locker.LockerTown.hold;
import static app.madang.locker.LockerTown.mine;
import static app.madang.locker.LockerTown.statuses;
import static app.madang.locker.LockerTown.take;
import static app.madang.locker.LockerTown.together;
import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.Api;
import app.madang.testing.Api.Answer;
import app.madang.testing.MadangTest;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Moving to another free locker, all or nothing. */
@MadangTest
class LockerMoveTests {

    @LocalServerPort
    int port;

    LockerTown town;

    @BeforeEach
    void setUp() {
        town = new LockerTown(port);
        town.openTerm();
    }

    @Test
    void movesAConfirmedLockerAndFreesTheOldOne() {
        var lockers = town.lockers(2);
        var member = town.member();
        take(member, lockers.getFirst());

        var answer = move(member, lockers.getFirst(), lockers.getLast());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("locker").get("locker_id").asInt()).isEqualTo(lockers.getLast());
        assertThat(answer.json().get("locker").get("state").asString()).isEqualTo("confirmed");
        assertThat(mine(member).get("locker_id").asInt()).isEqualTo(lockers.getLast());
        assertThat(hold(town.member(), lockers.getFirst()).status()).isEqualTo(201);
    }

    @Test
    void keepsTheOldLockerWhenTheNewOneIsTaken() {
        var lockers = town.lockers(3);
        var member = town.member();
        take(member, lockers.get(0));
        take(town.member(), lockers.get(1));

        var answer = move(member, lockers.get(0), lockers.get(1));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("unit_taken");
        assertThat(answer.json().get("nearest").get(0).asInt()).isEqualTo(lockers.get(2));
        assertThat(mine(member).get("locker_id").asInt()).isEqualTo(lockers.get(0));
        assertThat(mine(member).get("state").asString()).isEqualTo("confirmed");
    }

    @Test
    void movesOnlyOnesOwnLocker() {
        var lockers = town.lockers(2);
        take(town.member(), lockers.getFirst());

        var answer = move(town.member(), lockers.getFirst(), lockers.getLast());
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("nothing_confirmed");
    }

    @Test
    void needsToKnowWhereTo() {
        var member = town.member();
        int locker = town.locker();
        take(member, locker);

        assertThat(move(member, locker, LockerTown.unusedNumber()).status()).isEqualTo(404);
        assertThat(member.post(LOCKERS + "/" + locker + "/move", Map.of()).status())
                .isEqualTo(422);
        assertThat(member.post(LOCKERS + "/" + locker + "/move", Map.of("to", "x"))
                        .status())
                .isEqualTo(400);
        assertThat(member.post(LOCKERS + "/" + locker + "/move", Map.of("to", 1, "at", 2))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void manyWhoMoveToOneLockerAtOnceKeepTheirsButOne() {
        var lockers = town.lockers(31);
        var people = IntStream.range(0, 30)
                .mapToObj(i -> {
                    var member = town.member();
                    take(member, lockers.get(i));
                    return member;
                })
                .toList();

        var answers = together(people.size(), i -> move(people.get(i), lockers.get(i), lockers.getLast()));

        assertThat(statuses(answers)).isEqualTo(Map.of(200, 1L, 409, 29L));
        for (int i = 0; i < people.size(); i++) {
            assertThat(mine(people.get(i)).get("locker_id").asInt())
                    .isEqualTo(answers.get(i).status() == 200 ? lockers.getLast() : lockers.get(i));
        }
    }

    private static Answer move(Api member, int from, int to) {
        return member.post(LOCKERS + "/" + from + "/move", Map.of("to", to));
    }
}
