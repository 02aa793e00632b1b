package app.madang.realtime.socket;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.booking.Policy;
import app.madang.booking.Pools;
import app.madang.realtime.LiveTopic;
import app.madang.realtime.TestSocket;
import app.madang.shared.Ids;
import app.madang.testing.Api;
import app.madang.testing.MadangTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may say what: {@code socket-matrix.csv} has a row for every message and every kind of topic. */
@MadangTest
class SocketMatrixTests {

    private static final String MATRIX = "/socket-matrix.csv";

    @LocalServerPort
    private int port;

    @Autowired
    private Pools pools;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private List<LiveTopic> topics;

    @ParameterizedTest
    @CsvFileSource(resources = MATRIX, numLinesToSkip = 1)
    void answersEachAsTheMatrixSays(String message, String topic, String anonymous, String member, String admin) {
        var text = text(message, topic == null ? "" : filled(topic));
        assertThat(answer(page(), text)).as("anonymous").isEqualTo(anonymous);
        assertThat(answer(TestSocket.open(port, memberToken()), text))
                .as("member")
                .isEqualTo(member);
        assertThat(answer(TestSocket.open(port, adminToken()), text))
                .as("admin")
                .isEqualTo(admin);
    }

    @Test
    void hasARowForEveryMessageAndEveryKindOfTopic() throws IOException {
        var rows = new ClassPathResource(MATRIX)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        var messages = Arrays.stream(Message.class.getPermittedSubclasses())
                .filter(type -> type != Message.Malformed.class)
                .map(type -> type.getSimpleName().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        var kinds = topics.stream().map(LiveTopic::kind).collect(Collectors.toSet());

        assertThat(rows.stream().map(row -> row[0])).containsAll(messages);
        assertThat(rows.stream().map(row -> row[1].split(":", -1)[0])).containsAll(kinds);
    }

    private String answer(TestSocket opened, String text) {
        try (var socket = opened) {
            try {
                socket.say(text).say("{\"op\":\"ping\",\"t\":\"last\"}");
            } catch (java.util.concurrent.CompletionException e) {
                // Closed already.
            }
            org.awaitility.Awaitility.await()
                    .atMost(TestSocket.PATIENCE)
                    .until(() -> socket.isClosed()
                            || socket.heard().stream()
                                    .anyMatch(frame ->
                                            frame.path("t").asString("").equals("last")));
            if (socket.isClosed()) {
                return String.valueOf(socket.awaitGoodbye().code());
            }
            var first = socket.heard().getFirst();
            var op = first.get("op").stringValue();
            return switch (op) {
                case "error" -> first.get("code").stringValue();
                case "pong" -> first.path("t").asString("").equals("last") ? "silence" : op;
                default -> op;
            };
        }
    }

    /** A page of ours that is not logged in. */
    private TestSocket page() {
        return TestSocket.openAt(port, "", "Origin", "http://127.0.0.1:" + port);
    }

    private String memberToken() {
        return Api.on(port).logIn("20399001", "김구경", "01020399001").text("access_token");
    }

    private String adminToken() {
        return Api.on(port)
                .post("/api/v1/auth/login", Map.of("login", "admin", "password", "admin-password"))
                .text("access_token");
    }

    private static String text(String message, String topic) {
        return message.equals("ping")
                ? "{\"op\":\"ping\",\"t\":1}"
                : "{\"op\":\"%s\",\"id\":1,\"topic\":\"%s\"}".formatted(message, topic);
    }

    private String filled(String topic) {
        var pool = pool();
        return topic.replace("{another account}", Ids.next().toString())
                .replace("{no pool}", Ids.next().toString())
                .replace("{a pool in capitals}", pool.toUpperCase(Locale.ROOT))
                .replace("{a pool}", pool);
    }

    private String pool() {
        var poolId = Ids.next();
        var policy = new Policy(Duration.ofMinutes(15), null, null, 1, List.of(), Set.of(), null, true);
        transactions.executeWithoutResult(_ -> pools.create(poolId, "test", poolId.toString(), 1, policy));
        return poolId.toString();
    }
}
