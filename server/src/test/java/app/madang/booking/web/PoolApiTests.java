package app.madang.booking.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.booking.Cap;
import app.madang.booking.Policy;
import app.madang.booking.Pools;
import app.madang.shared.Ids;
import app.madang.testing.Api;
import app.madang.testing.MadangTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

@MadangTest
class PoolApiTests {

    @LocalServerPort
    int port;

    @Autowired
    Pools pools;

    @Autowired
    TransactionTemplate transactions;

    private Api anna;
    private Api ben;

    @BeforeEach
    void logIn() {
        anna = Api.on(port).newMember();
        ben = Api.on(port).newMember();
    }

    @Test
    void holdsConfirmsAndEndsAClaimOfADirectPool() {
        var pool = pool(true);
        var held = anna.post("/api/v1/pools/" + pool + "/claims", Map.of("units", List.of(0, 1)));
        assertThat(held.status()).isEqualTo(201);
        var claim = held.json().path("claim").path("claim_id").asString();
        assertThat(held.json().path("claim").path("state").asString()).isEqualTo("held");

        var refused = ben.post("/api/v1/pools/" + pool + "/claims", Map.of("units", List.of(1)));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("unit_taken");

        assertThat(ben.post("/api/v1/claims/" + claim + "/confirm").status()).isEqualTo(404);
        assertThat(anna.post("/api/v1/claims/" + claim + "/confirm").status()).isEqualTo(200);
        assertThat(anna.get("/api/v1/claims?mine").json().path("items")).hasSize(1);
        assertThat(anna.get("/api/v1/claims/" + claim + "/log").json().path("items"))
                .hasSize(2);
        assertThat(anna.delete("/api/v1/claims/" + claim).status()).isEqualTo(204);
        assertThat(anna.get("/api/v1/claims").json().path("items")).isEmpty();
    }

    @Test
    void showsTheBoardAndAnswers304WhileNothingChanges() {
        var pool = pool(true);
        anna.post("/api/v1/pools/" + pool + "/claims", Map.of("any", 1));
        var seenByBen = ben.get("/api/v1/pools/" + pool);
        assertThat(seenByBen.json().path("free").asInt()).isEqualTo(2);
        assertThat(seenByBen.json().path("taken").get(0).path("mine").asBoolean())
                .isFalse();
        assertThat(anna.get("/api/v1/pools/" + pool)
                        .json()
                        .path("taken")
                        .get(0)
                        .path("mine")
                        .asBoolean())
                .isTrue();
        var tag = String.valueOf(seenByBen.header("ETag"));
        assertThat(ben.with("If-None-Match", tag).get("/api/v1/pools/" + pool).status())
                .isEqualTo(304);
        ben.post("/api/v1/pools/" + pool + "/claims", Map.of("any", 1));
        assertThat(ben.with("If-None-Match", tag).get("/api/v1/pools/" + pool).status())
                .isEqualTo(200);
    }

    @Test
    void replaysTheSameKeyByteForByte() {
        var path = "/api/v1/pools/" + pool(true) + "/claims";
        var keyed = anna.with("Idempotency-Key", "once");
        var first = keyed.post(path, Map.of("any", 1));
        var second = keyed.post(path, Map.of("any", 1));
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        var other = keyed.post(path, Map.of("any", 2));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void leavesPoolsOfProductsToThem() {
        var path = "/api/v1/pools/" + pool(false) + "/claims";
        var answer = anna.post(path, Map.of("any", 1));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("not_direct");
    }

    @Test
    void refusesWhatIsNoChoice() {
        var path = "/api/v1/pools/" + pool(true) + "/claims";
        assertThat(anna.post(path, Map.of()).status()).isEqualTo(422);
        assertThat(anna.post(path, Map.of("any", 1, "units", List.of(1))).status())
                .isEqualTo(422);
        assertThat(anna.post(path, Map.of("any", 0)).status()).isEqualTo(422);
        assertThat(anna.post(path, Map.of("units", List.of(-1))).code()).isEqualTo("no_such_unit");
        assertThat(anna.post(path, Map.of("units", "two")).status()).isBetween(400, 422);
        assertThat(anna.get("/api/v1/pools/x").status()).isBetween(400, 404);
        assertThat(anna.get("/api/v1/pools/" + Ids.next()).status()).isEqualTo(404);
    }

    @Test
    void countsRefusalsForAdmins() {
        var pool = pool(true);
        anna.post("/api/v1/pools/" + pool + "/claims", Map.of("units", List.of(0)));
        ben.post("/api/v1/pools/" + pool + "/claims", Map.of("units", List.of(0)));
        var admin = Api.on(port).admin();
        Awaitility.await().untilAsserted(() -> {
            var counts = admin.get("/api/v1/admin/pools/" + pool + "/refusals")
                    .json()
                    .path("items");
            assertThat(counts).hasSize(1);
            assertThat(counts.get(0).path("reason").asString()).isEqualTo("unit_taken");
        });
        assertThat(anna.get("/api/v1/admin/pools/" + pool + "/refusals").status())
                .isEqualTo(403);
    }

    private UUID pool(boolean direct) {
        var pool = Ids.next();
        var policy =
                new Policy(Duration.ofMinutes(15), null, null, 2, List.of(new Cap(pool, 1)), Set.of(), null, direct);
        transactions.executeWithoutResult(status -> pools.create(pool, "test", pool.toString(), 3, policy));
        return pool;
    }
}
