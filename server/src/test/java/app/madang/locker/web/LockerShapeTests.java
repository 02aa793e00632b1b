package app.madang.locker.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.testing.Api;
import app.madang.testing.MadangTest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** What is written by hand has exactly the shape that the published types promise. */
@MadangTest
@TestPropertySource(properties = "madang.test.database=of-its-own")
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class LockerShapeTests {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    @LocalServerPort
    int port;

    Api admin;
    Api member;

    @BeforeEach
    void setUp() {
        admin = Api.on(port).admin();
        member = Api.on(port).newMember();
        admin.postCsv(
                "/api/v1/admin/lockers/import",
                "locker_id,location,floor,row,column\n101,\"정보관 \"\"1층\"\" \\ 끝\",1,1,1\n102,정보관,,,\n");
    }

    @Test
    void listsAndAnswersCommandsInThePublishedShapes() {
        var empty = read(member.get("/api/v1/lockers"), LockerContract.LockerList.class);
        assertThat(empty.term()).isNull();
        assertThat(empty.availableCount()).isEqualTo(2);
        assertThat(member.post("/api/v1/lockers/101/hold").status()).isEqualTo(403);

        admin.post(
                "/api/v1/admin/locker-terms",
                Map.of(
                        "name",
                        "\"봄\" 학기",
                        "opens_at",
                        Instant.now().minusSeconds(9).toString(),
                        "closes_at",
                        Instant.now().plusSeconds(900).toString()));
        var held = read(member.post("/api/v1/lockers/101/hold"), LockerContract.Held.class);
        assertThat(held.expiresIn()).isEqualTo(900);
        assertThat(held.locker().holdExpiresAt()).isNotNull();
        var list = read(member.get("/api/v1/lockers"), LockerContract.LockerList.class);
        assertThat(list.term()).extracting(LockerContract.TermView::name).isEqualTo("\"봄\" 학기");
        assertThat(list.lockers().getFirst()).isEqualTo(held.locker());
        assertThat(list.lockers().getLast().floor()).isNull();

        var confirmed = read(member.post("/api/v1/lockers/101/confirm"), LockerContract.Confirmed.class);
        assertThat(confirmed.locker().state()).isEqualTo("confirmed");
        var mine = read(member.get("/api/v1/lockers/me"), LockerContract.MyLockerAnswer.class);
        assertThat(mine.locker()).extracting(LockerContract.MyLocker::lockerId).isEqualTo(101);
        var moved = read(member.post("/api/v1/lockers/101/move", Map.of("to", 102)), LockerContract.Done.class);
        assertThat(moved.locker().lockerId()).isEqualTo(102);
        var done = read(member.post("/api/v1/lockers/102/release"), LockerContract.Done.class);
        assertThat(done.locker().state()).isEqualTo("free");
    }

    @Test
    void wouldNoticeAFieldThatIsNotPublished() {
        assertThatThrownBy(() -> STRICT.readValue("{\"message\":\"\",\"secret\":1}", LockerContract.Done.class))
                .hasMessageContaining("secret");
    }

    private static <T> T read(Api.Answer answer, Class<T> type) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return STRICT.readValue(answer.body(), type);
    }
}
