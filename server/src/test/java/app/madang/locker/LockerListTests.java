package app.madang.locker;

import static app.madang.locker.LockerTown.LOCKERS;
import static app.madang.locker.LockerTown.confirm;
import static app.madang.locker.LockerTown.hold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.madang.booking.Board;
import app.madang.booking.Boards;
import app.madang.booking.Booking;
import app.madang.booking.Cap;
import app.madang.booking.Command;
import app.madang.booking.Policy;
import app.madang.testing.Api;
import app.madang.testing.MadangTest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The list everybody looks at: what is put into shared bytes for one reader equals what was written for them alone. */
@MadangTest
class LockerListTests {

    @LocalServerPort
    int port;

    @Autowired
    Boards boards;

    @Autowired
    Booking booking;

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
    void equalsANaiveListForEveryReaderAfterRandomChanges() {
        var random = new Random(20261121);
        var lockers = town.lockers(12);
        var people = IntStream.range(0, 10).mapToObj(i -> town.member()).toList();
        for (int round = 0; round < 25; round++) {
            var person = people.get(random.nextInt(people.size()));
            int locker = lockers.get(random.nextInt(lockers.size()));
            var verb = List.of("hold", "hold", "confirm", "release", "release-hold")
                    .get(random.nextInt(5));
            person.post(LOCKERS + "/" + locker + "/" + verb);

            var board = caughtUp();
            for (var reader : List.of(person, people.getFirst(), town.admin)) {
                var list = reader.get(LOCKERS).json();
                assertThat(list.get("version").asLong()).isEqualTo(board.version());
                assertThat(shown(list, lockers)).isEqualTo(naive(board, reader, lockers));
                assertThat(list.get("available_count").asInt()).isEqualTo(count(list, "free"));
            }
        }
    }

    @Test
    void showsAHoldThatHasRunOutAsFree() {
        var lockers = town.lockers(2);
        booking.submit(new Command.ChangePolicy(
                term,
                new Policy(Duration.ofSeconds(1), null, null, 1, List.of(new Cap(term, 1)), Set.of(), null, false),
                null));
        var member = town.member();
        assertThat(hold(member, lockers.getFirst()).status()).isEqualTo(201);

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            assertThat(LockerTown.seen(town.member(), lockers.getFirst())
                            .get("state")
                            .asString())
                    .isEqualTo("free");
            assertThat(LockerTown.seen(member, lockers.getFirst()).get("mine").asBoolean())
                    .isFalse();
        });
        assertThat(LockerTown.mine(member).isNull()).isTrue();
        assertThat(hold(town.member(), lockers.getFirst()).status()).isEqualTo(201);
        assertThat(confirm(member, lockers.getFirst()).status()).isEqualTo(409);
    }

    @Test
    void hasATagForEachReaderWithALockerAndOneForAllOthers() {
        int locker = town.locker();
        var owner = town.member();
        hold(owner, locker);
        caughtUp();

        var others = town.member().get(LOCKERS).header("ETag");
        assertThat(town.member().get(LOCKERS).header("ETag")).isEqualTo(others);
        assertThat(owner.get(LOCKERS).header("ETag")).isNotEqualTo(others);
        assertThat(town.admin.get(LOCKERS).header("ETag")).isNotEqualTo(others);
        assertThat(owner.with("If-None-Match", String.valueOf(others))
                        .get(LOCKERS)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void changesItsTagWhenLockersOrTermsChange() {
        var before = town.member().get(LOCKERS).header("ETag");
        int locker = town.locker();
        var withLocker = town.member().get(LOCKERS).header("ETag");
        assertThat(withLocker).isNotEqualTo(before);

        town.admin.patch("/api/v1/admin/lockers/" + locker, Map.of("location", "옮긴 관"));
        assertThat(town.member().get(LOCKERS).header("ETag")).isNotEqualTo(withLocker);
    }

    @Test
    void noticesWithinASecondOrSoWhatAnotherNodeChanged() {
        int locker = town.locker();
        // what a change on another node looks like from here: rows and a version
        jdbc.sql("update locker.locker set row_no = 9 where locker_id = ?")
                .param(locker)
                .update();
        jdbc.sql("update locker.directory set version = version + 1").update();

        await().atMost(Duration.ofSeconds(6))
                .untilAsserted(() -> assertThat(LockerTown.seen(town.member(), locker)
                                .get("row")
                                .asInt())
                        .isEqualTo(9));
    }

    /** The board once it shows what the database has. */
    private Board caughtUp() {
        var version = jdbc.sql("select version from booking.pool_head where pool_id = :pool")
                .param("pool", term)
                .query(Long.class)
                .single();
        return await().atMost(Duration.ofSeconds(5))
                .until(() -> boards.board(term).orElseThrow(), board -> board.version() >= version);
    }

    private static int count(JsonNode list, String state) {
        int count = 0;
        for (var locker : list.get("lockers")) {
            count += locker.get("state").asString().equals(state) ? 1 : 0;
        }
        return count;
    }

    private static Map<Integer, String> shown(JsonNode list, List<Integer> wanted) {
        var shown = new LinkedHashMap<Integer, String>();
        for (var locker : list.get("lockers")) {
            int id = locker.get("locker_id").asInt();
            if (wanted.contains(id)) {
                shown.put(
                        id,
                        locker.get("state").asString()
                                + " "
                                + (locker.get("owner").isNull()
                                        ? null
                                        : locker.get("owner").asString())
                                + " " + locker.get("mine").asBoolean()
                                + " "
                                + (locker.has("hold_expires_at")
                                        ? Instant.parse(
                                                locker.get("hold_expires_at").asString())
                                        : null));
            }
        }
        return shown;
    }

    private Map<Integer, String> naive(Board board, Api reader, List<Integer> wanted) {
        var me = reader.get("/api/v1/auth/me").json();
        boolean admin = me.get("role").asString().equals("admin");
        var shown = new LinkedHashMap<Integer, String>();
        for (int id : wanted) {
            int unit = jdbc.sql("select unit_no from locker.locker where locker_id = ?")
                    .param(id)
                    .query(Integer.class)
                    .single();
            var claim = board.claims().get(unit);
            if (claim == null || !claim.isLive(Instant.now())) {
                shown.put(id, "free null false null");
                continue;
            }
            @Nullable
            String studentId = jdbc.sql("select student_id from identity.account where id = :id")
                    .param("id", claim.accountId())
                    .query(String.class)
                    .single();
            boolean mine =
                    String.valueOf(studentId).equals(me.path("student_id").asString());
            shown.put(
                    id,
                    (claim.until() == null ? "confirmed" : "held")
                            + " " + (admin || mine ? studentId : "taken")
                            + " " + mine
                            + " " + claim.until());
        }
        return shown;
    }
}
