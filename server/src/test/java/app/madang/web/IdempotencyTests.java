package app.madang.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.Api;
import app.madang.testing.MadangTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shown on the making of signing keys, of which every call makes another. */
@MadangTest
class IdempotencyTests {

    private static final String KEYS = "/api/v1/admin/signing-keys";
    private static final String IMPORT = "/api/v1/admin/roster/import";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    Api admin;
    String key = "";

    @BeforeEach
    void logIn() {
        admin = Api.on(port).admin();
        key = UUID.randomUUID().toString();
    }

    @Test
    void repeatsTheAnswerByteForByte() {
        var before = signingKeys();

        var first = with(key).post(KEYS);
        var second = with(key).post(KEYS);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(signingKeys()).isEqualTo(before + 1);
    }

    @Test
    void isOffWithoutAKey() {
        assertThat(admin.post(KEYS).body()).isNotEqualTo(admin.post(KEYS).body());
    }

    @Test
    void refusesAKeyThatCameWithAnotherBody() {
        with(key).postCsv(IMPORT, "student_id,name,phone_number\n20270001,김하늘,01012345678");

        var other = with(key).postCsv(IMPORT, "student_id,name,phone_number\n20270002,김하늘,01012345678");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void keepsKeysOfOtherRoutesApart() {
        with(key).post(KEYS);

        assertThat(with(key)
                        .put("/api/v1/admin/roster/settings", Map.of("mode", "open"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keepsKeysOfOtherAccountsApart() {
        var member = Api.on(port).newMember().with("Idempotency-Key", key);
        with(key).post(KEYS);

        assertThat(member.post(KEYS).status()).isEqualTo(403);
    }

    @Test
    void doesNotKeepRefusals() {
        assertThat(with(key)
                        .put("/api/v1/admin/roster/settings", Map.of("mode", "ajar"))
                        .status())
                .isEqualTo(422);

        assertThat(with(key)
                        .put("/api/v1/admin/roster/settings", Map.of("mode", "open"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void givesManyAtOnceOneAnswer() throws Exception {
        var before = signingKeys();

        var bodies = new HashSet<String>();
        for (var answer : together(40, i -> with(key).post(KEYS))) {
            assertThat(answer.status()).isEqualTo(201);
            bodies.add(answer.body());
        }

        assertThat(bodies).hasSize(1);
        assertThat(signingKeys()).isEqualTo(before + 1);
    }

    @Test
    void waitsForAnotherNodeThatHasTheKey() throws Exception {
        var account = jdbc.sql("select id from identity.account where handle = 'admin'")
                .query(UUID.class)
                .single();
        var connection = java.util.Objects.requireNonNull(dataSource).getConnection();
        try (connection;
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var insert = connection.prepareStatement("""
                        insert into web.idempotent_answer
                            (account_id, route, key, fingerprint, status, content_type, body, created_at)
                        select ?, 'POST ' || ?, ?, fingerprint, 201, 'application/json', '{"id":"theirs"}',
                               clock_timestamp()
                        from web.idempotent_answer where key = ?
                        """)) {
            var probe = UUID.randomUUID().toString();
            with(probe).post(KEYS);
            connection.setAutoCommit(false);
            insert.setObject(1, account);
            insert.setString(2, KEYS);
            insert.setString(3, key);
            insert.setString(4, probe);
            assertThat(insert.executeUpdate()).isEqualTo(1);

            var answer = threads.submit(() -> with(key).post(KEYS));
            org.awaitility.Awaitility.await().until(() -> waiting() == 1);
            connection.commit();

            assertThat(answer.get().body()).isEqualTo("{\"id\":\"theirs\"}");
        }
    }

    @Test
    void forgetsAfterADay() {
        var first = with(key).post(KEYS);
        jdbc.sql("update web.idempotent_answer set created_at = created_at - interval '24 hours' where key = ?")
                .param(key)
                .update();

        var second = with(key).post(KEYS);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isNotEqualTo(first.body());
        assertThat(with(key).post(KEYS).body()).isEqualTo(second.body());
    }

    @Test
    void refusesKeysThatAreNone() {
        assertThat(with(" ").post(KEYS).status()).isEqualTo(400);
        assertThat(with("a b").post(KEYS).code()).isEqualTo("invalid_idempotency_key");
        assertThat(with("k".repeat(256)).post(KEYS).status()).isEqualTo(400);
        assertThat(with("k".repeat(200) + UUID.randomUUID()).post(KEYS).status())
                .isEqualTo(201);
    }

    @Test
    void doesNotReachLogIn() {
        var api = Api.on(port).with("Idempotency-Key", key);
        var first = api.logIn("20270003", "김하늘", "01012345678");
        var second = api.logIn("20270003", "김하늘", "01012345678");

        assertThat(List.of(first.status(), second.status())).containsExactly(201, 200);
    }

    @Autowired
    javax.sql.DataSource dataSource;

    private Api with(String idempotencyKey) {
        return admin.with("Idempotency-Key", idempotencyKey);
    }

    private long signingKeys() {
        return jdbc.sql("select count(*) from identity.signing_key")
                .query(Long.class)
                .single();
    }

    private long waiting() {
        return jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'
                        """).query(Long.class).single();
    }

    private static <T> List<T> together(int callers, java.util.function.IntFunction<T> call) throws Exception {
        var barrier = new CyclicBarrier(callers);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, callers)
                    .<Callable<T>>mapToObj(i -> () -> {
                        barrier.await();
                        return call.apply(i);
                    })
                    .toList();
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
