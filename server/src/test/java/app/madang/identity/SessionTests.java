package app.madang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.madang.testing.Api;
import app.madang.testing.Api.Answer;
import app.madang.testing.MadangTest;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@MadangTest
class SessionTests {

    private static final AtomicInteger people = new AtomicInteger(20230000);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Sessions sessions;

    Api api;

    @BeforeEach
    void connect() {
        api = Api.on(port);
    }

    @Test
    void goOnWithANewPairForTheRefreshToken() {
        var first = logIn();

        var second = refresh(first.text("refresh_token"));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().propertyNames())
                .containsExactlyInAnyOrder("access_token", "refresh_token", "serial_id");
        assertThat(second.text("refresh_token")).isNotEqualTo(first.text("refresh_token"));
        assertThat(second.text("access_token")).isNotEqualTo(first.text("access_token"));
        assertThat(me(second)).isEqualTo(200);
        assertThat(refresh(second.text("refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void endTheAccessTokenThatComesWithTheRefreshToken() {
        var first = logIn();
        var second = api.bearer(first.text("access_token"))
                .post("/api/v1/auth/refresh", Map.of("refresh_token", first.text("refresh_token")));
        assertThat(second.status()).isEqualTo(200);
        assertThat(List.of(me(first), me(second))).containsExactly(401, 200);

        var third = api.post(
                "/api/v1/auth/refresh",
                Map.of("refresh_token", second.text("refresh_token"), "access_token", second.text("access_token")));
        assertThat(third.status()).isEqualTo(200);
        assertThat(List.of(me(second), me(third))).containsExactly(401, 200);
    }

    @Test
    void goOnWithAnAccessTokenThatIsDeadOrOfAnotherLogIn() {
        var other = logIn();
        var first = logIn();

        var second = api.bearer(other.text("access_token"))
                .post("/api/v1/auth/refresh", Map.of("refresh_token", first.text("refresh_token")));
        var third = api.bearer("no-token")
                .post("/api/v1/auth/refresh", Map.of("refresh_token", second.text("refresh_token")));

        assertThat(third.status()).isEqualTo(200);
        assertThat(List.of(me(other), me(third))).containsExactly(200, 200);
    }

    @Test
    void refuseAnAccessTokenThatAnotherNodeReplaced() {
        var answer = logIn();
        assertThat(me(answer)).isEqualTo(200);

        jdbc.sql("insert into identity.ended_token (id) values (?)")
                .param(tokenOf(answer))
                .update();

        await().untilAsserted(() -> assertThat(me(answer)).isEqualTo(401));
    }

    @Test
    void endForAllWhenARefreshTokenIsUsedTwice() {
        var first = logIn();
        var second = refresh(first.text("refresh_token"));

        assertThat(refresh(first.text("refresh_token")).status()).isEqualTo(401);

        assertThat(refresh(second.text("refresh_token")).status()).isEqualTo(401);
        assertThat(me(first)).isEqualTo(401);
        assertThat(me(second)).isEqualTo(401);
    }

    @Test
    void giveOneOfManyUsesOfARefreshTokenAnAnswer() throws Exception {
        var token = logIn().text("refresh_token");

        var statuses = LogInOrRegisterTests.together(20, i -> refresh(token).status());

        assertThat(statuses).isEqualTo(Map.of(200, 1L, 401, 19L));
    }

    @Test
    void refuseRefreshTokensTheyDoNotKnow() {
        assertThat(refresh("made-up").status()).isEqualTo(401);
        assertThat(refresh("made-up").code()).isEqualTo("token_invalid");
        assertThat(api.post("/api/v1/auth/refresh", Map.of()).status()).isEqualTo(400);
        assertThat(api.post("/api/v1/auth/refresh").status()).isEqualTo(400);
        assertThat(api.post("/api/v1/auth/refresh", Map.of("refresh_token", 5)).status())
                .isEqualTo(400);
    }

    @Test
    void refuseRefreshTokensThatLayUnusedTooLong() {
        var answer = logIn();
        jdbc.sql("update identity.session set expires_at = clock_timestamp() where id = ?")
                .param(sessionOf(answer))
                .update();

        assertThat(refresh(answer.text("refresh_token")).status()).isEqualTo(401);
    }

    @Test
    void areKeptAsHashesOnly() {
        var token = logIn().text("refresh_token");

        var found = jdbc.sql("select count(*) from identity.refresh_token r where r::text like '%' || ? || '%'")
                .param(token)
                .query(Long.class)
                .single();
        var hashed = jdbc.sql("select count(*) from identity.refresh_token where hash = sha256(?::bytea)")
                .param(token)
                .query(Long.class)
                .single();
        assertThat(found).isZero();
        assertThat(hashed).isEqualTo(1);
    }

    @Test
    void endAtOnceWhenTheBearerLogsOut() {
        var answer = logIn();

        assertThat(api.bearer(answer.text("access_token"))
                        .post("/api/v1/auth/logout")
                        .status())
                .isEqualTo(200);

        assertThat(me(answer)).isEqualTo(401);
        assertThat(refresh(answer.text("refresh_token")).status()).isEqualTo(401);
    }

    @Test
    void endAtOnceWhenTheHolderOfTheRefreshTokenLogsOut() {
        var answer = logIn();
        var body = Map.of("refresh_token", answer.text("refresh_token"));

        assertThat(api.post("/api/v1/auth/logout", body).status()).isEqualTo(200);

        assertThat(me(answer)).isEqualTo(401);
        assertThat(api.post("/api/v1/auth/logout", body).status()).isEqualTo(200);
    }

    @Test
    void areNotEndedByStrangers() {
        assertThat(api.post("/api/v1/auth/logout").status()).isEqualTo(401);
        assertThat(api.post("/api/v1/auth/logout", Map.of("refresh_token", "made-up"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void leaveTheOtherLogInsOfAPersonAlone() {
        var phone = logIn("20239999");
        var laptop = logIn("20239999");

        api.bearer(phone.text("access_token")).post("/api/v1/auth/logout");

        assertThat(me(laptop)).isEqualTo(200);
    }

    @Test
    void endHereSoonAfterTheyEndedOnAnotherNode() {
        var answer = logIn();
        var ended = new CopyOnWriteArrayList<UUID>();
        sessions.onEnded(ended::add);
        assertThat(me(answer)).isEqualTo(200);

        // what another node writes
        jdbc.sql("update identity.session set ended_at = clock_timestamp(), end_reason = 'logout' where id = ?")
                .param(sessionOf(answer))
                .update();

        await().untilAsserted(() -> assertThat(me(answer)).isEqualTo(401));
        assertThat(ended).containsOnlyOnce(sessionOf(answer));
    }

    @Test
    void tellListenersOfTheirEndAtOnce() {
        var answer = logIn();
        var ended = new CopyOnWriteArrayList<UUID>();
        sessions.onEnded(ended::add);

        api.bearer(answer.text("access_token")).post("/api/v1/auth/logout");

        assertThat(ended).containsExactly(sessionOf(answer));
    }

    @Test
    void areListedToTheirOwner() {
        var phone = logIn("20239998", "Phone");
        var laptop = logIn("20239998", "Laptop");

        var list = api.bearer(laptop.text("access_token")).get("/api/v1/auth/sessions");

        assertThat(list.status()).isEqualTo(200);
        var items = list.json().get("items");
        assertThat(items).hasSize(2);
        assertThat(items.findValuesAsString("user_agent")).containsExactlyInAnyOrder("Phone", "Laptop");
        assertThat(items).allSatisfy(item -> {
            assertThat(item.get("address").asString()).isEqualTo("127.0.0.1");
            assertThat(item.get("current").asBoolean())
                    .isEqualTo(item.get("user_agent").asString().equals("Laptop"));
        });
        assertThat(sessionOf(phone)).isNotNull();
    }

    @Test
    void areEndedByTheirOwnerOneByOne() {
        var phone = logIn("20239997");
        var laptop = api.bearer(logIn("20239997").text("access_token"));

        assertThat(laptop.delete("/api/v1/auth/sessions/" + sessionOf(phone)).status())
                .isEqualTo(204);

        assertThat(me(phone)).isEqualTo(401);
        assertThat(laptop.delete("/api/v1/auth/sessions/" + sessionOf(phone)).status())
                .isEqualTo(404);
        assertThat(laptop.delete("/api/v1/auth/sessions/none").status()).isEqualTo(400);
    }

    @Test
    void areNotEndedByOthers() {
        var mine = logIn();

        assertThat(api.newMember()
                        .delete("/api/v1/auth/sessions/" + sessionOf(mine))
                        .status())
                .isEqualTo(404);
        assertThat(me(mine)).isEqualTo(200);
    }

    @Test
    void endAllButTheOneThatAsks() {
        var phone = logIn("20239996");
        var tablet = logIn("20239996");
        var laptop = logIn("20239996");

        assertThat(api.bearer(laptop.text("access_token"))
                        .delete("/api/v1/auth/sessions")
                        .status())
                .isEqualTo(204);

        assertThat(List.of(me(phone), me(tablet), me(laptop))).containsExactly(401, 401, 200);
    }

    private Answer logIn() {
        return logIn(String.valueOf(people.incrementAndGet()));
    }

    private Answer logIn(String studentId) {
        return api.logIn(studentId, "김세션", "01012345678");
    }

    private Answer logIn(String studentId, String userAgent) {
        return api.with("User-Agent", userAgent).logIn(studentId, "김세션", "01012345678");
    }

    private Answer refresh(String token) {
        return api.post("/api/v1/auth/refresh", Map.of("refresh_token", token));
    }

    private int me(Answer logIn) {
        return api.bearer(logIn.text("access_token")).get("/api/v1/auth/me").status();
    }

    private static UUID tokenOf(Answer logIn) {
        try {
            return UUID.fromString(SignedJWT.parse(logIn.text("access_token"))
                    .getJWTClaimsSet()
                    .getJWTID());
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private UUID sessionOf(Answer logIn) {
        return jdbc.sql("select session_id from identity.refresh_token where hash = sha256(?::bytea)")
                .param(logIn.text("refresh_token"))
                .query(UUID.class)
                .single();
    }
}
