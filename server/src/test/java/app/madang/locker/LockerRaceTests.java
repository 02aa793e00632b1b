package app.madang.locker;

import static app.madang.locker.LockerTown.LOCKERS;
import static app.madang.locker.LockerTown.confirm;
import static app.madang.locker.LockerTown.hold;
import static app.madang.locker.LockerTown.statuses;
import static app.madang.locker.LockerTown.together;
import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.Api;
import app.madang.testing.Api.Answer;
import app.madang.testing.MadangTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many people, one moment. */
@MadangTest
class LockerRaceTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    LockerTown town;
    UUID term;

    @BeforeEach
    void setUp() {
        town = new LockerTown(port);
        term = UUID.fromString(town.openTerm());
    }

    @Test
    void aThousandPeopleRaceForOneLockerAndExactlyOneGetsIt() {
        int locker = town.locker();
        var people = people(1_000);

        var answers = together(people.size(), i -> hold(people.get(i), locker));

        assertThat(statuses(answers)).isEqualTo(Map.of(201, 1L, 409, 999L));
        assertThat(answers.stream().filter(answer -> answer.status() == 409).map(Answer::code))
                .containsOnly("unit_taken");
        int winner = answers.stream().map(Answer::status).toList().indexOf(201);
        assertThat(confirm(people.get(winner), locker).status()).isEqualTo(200);
        assertThat(occupied()).isEqualTo(1);
    }

    @Test
    void aThousandPeopleRaceForThreeHundredLockers() {
        var lockers = town.lockers(300);
        var people = people(1_000);

        var answers = together(people.size(), i -> {
            var wanted = ThreadLocalRandom.current();
            var last = hold(people.get(i), lockers.get(wanted.nextInt(lockers.size())));
            for (int more = 0; more < 3; more++) {
                var again = hold(people.get(i), lockers.get(wanted.nextInt(lockers.size())));
                last = last.status() == 201 ? last : again;
            }
            return last;
        });

        assertThat(statuses(answers).keySet()).containsOnly(201, 409);
        long won = answers.stream().filter(answer -> answer.status() == 201).count();
        assertThat(won).isEqualTo(occupied()).isGreaterThan(250);
        assertThat(jdbc.sql("""
                        select count(*) from (
                            select account_id from booking.claim c
                              join booking.occupancy o using (claim_id)
                             where o.pool_id = :pool and o.until > now() and c.account_id is not null
                             group by account_id having count(*) > 1) as greedy
                        """).param("pool", term).query(Long.class).single()).isZero();
    }

    @Test
    void theWinnerConfirmsAtOnceWhileOthersHammerTheSameLocker() throws Exception {
        var lockers = town.lockers(20);
        var hammerers = people(60);
        var winners = people(lockers.size());
        var over = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int[] target = {lockers.getFirst()};
            for (var hammerer : hammerers) {
                threads.submit(() -> {
                    while (!over.get()) {
                        // never holds: confirms, releases and holds of what is taken
                        confirm(hammerer, target[0]);
                        hammerer.post(LOCKERS + "/" + target[0] + "/release");
                    }
                });
            }
            for (int i = 0; i < winners.size(); i++) {
                target[0] = lockers.get(i);
                assertThat(hold(winners.get(i), lockers.get(i)).status()).isEqualTo(201);
                var stampede = threads.submit(() -> statuses(
                        hammerers.stream().map(each -> hold(each, target[0])).toList()));
                assertThat(confirm(winners.get(i), lockers.get(i)).status()).isEqualTo(200);
                assertThat(stampede.get()).isEqualTo(Map.of(409, (long) hammerers.size()));
            }
            over.set(true);
        }
        assertThat(occupied()).isEqualTo(winners.size());
    }

    @Test
    void oneClickSentAThousandTimesIsOneHold() {
        int locker = town.locker();
        var member = town.member();

        var answers = together(300, i -> hold(member, locker));

        assertThat(statuses(answers)).isEqualTo(Map.of(201, 1L, 409, 299L));
        assertThat(answers.stream().filter(answer -> answer.status() == 409).map(Answer::code))
                .containsOnly("already_mine");
    }

    @Test
    void onePersonWhoWantsManyLockersAtOnceGetsOne() {
        var lockers = town.lockers(100);
        var member = town.member();

        var answers = together(lockers.size(), i -> hold(member, lockers.get(i)));

        assertThat(statuses(answers)).isEqualTo(Map.of(201, 1L, 409, 99L));
        assertThat(occupied()).isEqualTo(1);
    }

    @Test
    void oneKeySentAHundredTimesAtOnceGivesOneAnswer() {
        int locker = town.locker();
        var member = town.member().with("Idempotency-Key", "stampede-" + locker);

        var answers = together(100, i -> hold(member, locker));

        assertThat(statuses(answers)).isEqualTo(Map.of(201, 100L));
        assertThat(answers.stream().map(Answer::body))
                .containsOnly(answers.getFirst().body());
    }

    private List<Api> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> town.member()).toList();
    }

    /** Units that somebody has; other tests leave broken lockers behind, which are taken by nobody. */
    private long occupied() {
        return jdbc.sql("""
                        select count(*) from booking.occupancy o join booking.claim c using (claim_id)
                        where o.pool_id = :pool and o.until > now() and c.account_id is not null
                        """).param("pool", term).query(Long.class).single();
    }
}
