package app.madang.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.Api;
import app.madang.testing.MadangTest;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@MadangTest
@Import(TestTopic.Configuration.class)
class HandshakeTests {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void takesABearerTokenAndTellsTheTime() {
        try (var socket = Somebody.atPort(port).connect()) {
            socket.say("{\"op\":\"ping\",\"t\":123}");
            var pong = socket.await("pong");
            assertThat(pong.get("t").intValue()).isEqualTo(123);
            assertThat(java.time.Instant.parse(pong.get("now").stringValue()))
                    .isBetween(
                            java.time.Instant.parse("2020-01-01T00:00:00Z"),
                            java.time.Instant.parse("2100-01-01T00:00:00Z"));
        }
    }

    @Test
    void refusesAProgramWithoutAToken() {
        assertThat(TestSocket.refusal(port, "")).isEqualTo(401);
        assertThat(TestSocket.refusal(port, "", "Authorization", "Bearer nonsense"))
                .isEqualTo(401);
    }

    @Test
    void tellsAPageThatIsNotLoggedInByTheCloseCode() {
        try (var socket = TestSocket.openAt(port, "", "Origin", "http://127.0.0.1:" + port)) {
            assertThat(socket.awaitGoodbye()).isEqualTo(new TestSocket.Goodbye(4401, "not logged in"));
        }
    }

    @Test
    void refusesPagesOfOtherOrigins() {
        var token = Somebody.atPort(port).token();
        for (var foreign : new String[] {
            "https://evil.example", "http://127.0.0.1:1", "https://127.0.0.1:" + port, "null", "http://", "::"
        }) {
            assertThat(TestSocket.refusal(port, "", "Authorization", "Bearer " + token, "Origin", foreign))
                    .as(foreign)
                    .isEqualTo(403);
        }
    }

    @Test
    void takesATicketOnce() {
        var ticket = Somebody.atPort(port).ticket();
        try (var socket = TestSocket.openAt(port, "?ticket=" + ticket).subscribe("me")) {
            socket.await("subscribed");
        }
        assertThat(TestSocket.refusal(port, "?ticket=" + ticket)).isEqualTo(401);
    }

    @Test
    void givesATicketToOneOfManyWhoPresentItAtOnce() throws Exception {
        var ticket = Somebody.atPort(port).ticket();
        var start = new CyclicBarrier(8);
        try (var pool = Executors.newFixedThreadPool(8)) {
            var tries = new ArrayList<Callable<Integer>>();
            for (var i = 0; i < 8; i++) {
                tries.add(() -> {
                    start.await();
                    return TestSocket.refusal(port, "?ticket=" + ticket);
                });
            }
            var answers = new ArrayList<Integer>();
            for (var answer : pool.invokeAll(tries)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnly(101, 401).containsOnlyOnce(101);
        }
    }

    @Test
    void refusesATicketThatIsTooOldOrInvented() {
        var ticket = Somebody.atPort(port).ticket();
        jdbc.sql("update realtime.ticket set expires_at = clock_timestamp() - interval '1 millisecond'")
                .update();
        assertThat(TestSocket.refusal(port, "?ticket=" + ticket)).isEqualTo(401);
        assertThat(TestSocket.refusal(port, "?ticket=invented")).isEqualTo(401);
    }

    @Test
    void refusesATicketOfALogInThatHasEnded() {
        var someone = Somebody.atPort(port);
        var ticket = someone.ticket();
        assertThat(someone.logOut().status()).isEqualTo(200);
        assertThat(TestSocket.refusal(port, "?ticket=" + ticket)).isEqualTo(401);
    }

    @Test
    void givesNoTicketToStrangers() {
        assertThat(Api.on(port).post("/api/v1/realtime/tickets").status()).isEqualTo(401);
    }

    @Test
    void answersAnOrdinaryRequestWithAClearProblem() {
        var answer = Somebody.atPort(port).api().get("/api/v1/realtime");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("upgrade_required");
    }

    @Test
    void logOutClosesEverySocketOfTheLogInButNoOther() {
        var leaving = Somebody.atPort(port);
        try (var phone = leaving.connect().subscribe("me");
                var laptop = leaving.connect();
                var other = Somebody.atPort(port).connect()) {
            phone.await("subscribed");
            leaving.logOut();

            assertThat(phone.awaitGoodbye()).isEqualTo(new TestSocket.Goodbye(4401, "session ended"));
            assertThat(laptop.awaitGoodbye().code()).isEqualTo(4401);
            other.say("{\"op\":\"ping\"}").await("pong");
        }
    }

    @Test
    void limitsTheSocketsOfAnAccount() {
        var greedy = Somebody.atPort(port);
        var open = new ArrayList<TestSocket>();
        try {
            for (var i = 0; i < 20; i++) {
                open.add(greedy.connect());
            }
            assertThat(TestSocket.refusal(port, "", "Authorization", "Bearer " + greedy.token()))
                    .isEqualTo(429);
            open.removeLast().close();
            org.awaitility.Awaitility.await()
                    .until(() -> TestSocket.refusal(port, "", "Authorization", "Bearer " + greedy.token()) == 101);
        } finally {
            open.forEach(TestSocket::close);
        }
    }

    @Test
    void limitsTheTopicsOfASocket() {
        try (var socket = Somebody.atPort(port).connect()) {
            for (var i = 0; i < 65; i++) {
                socket.subscribe("test:" + TestTopic.freshKey());
            }
            assertThat(socket.await("error").get("code").stringValue()).isEqualTo("too_many_subscriptions");
            assertThat(socket.heard("subscribed")).hasSize(64);
        }
    }

    @Test
    void closesWhoFloods() {
        try (var socket = Somebody.atPort(port).connect()) {
            try {
                for (var i = 0; i < 2_000 && !socket.isClosed(); i++) {
                    socket.say("{\"op\":\"ping\"}");
                }
            } catch (java.util.concurrent.CompletionException e) {
                // The server has hung up already.
            }
            assertThat(socket.awaitGoodbye()).isEqualTo(new TestSocket.Goodbye(4429, "too many frames"));
        }
    }
}
