package app.madang.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.MadangTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Frames as bytes: good, odd and bad ones. */
@MadangTest
@Import(TestTopic.Configuration.class)
class WireTests {

    private static final int FIN = 0x80;

    @LocalServerPort
    private int port;

    @Autowired
    private TestTopic topic;

    @Autowired
    private Live live;

    private String token = "";

    @BeforeEach
    void logIn() {
        token = Somebody.atPort(port).token();
    }

    @Test
    void acceptsTheHandshakeWithoutAnyExtension() throws IOException {
        try (var raw = new RawSocket(port, token, 64 * 1024)) {
            assertThat(raw.readHandshake())
                    .startsWith("HTTP/1.1 101")
                    .containsIgnoringCase("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
                    .doesNotContainIgnoringCase("Sec-WebSocket-Extensions");
        }
    }

    @Test
    void readsAMessageInFragmentsByteByByteWithAPingBetween() throws IOException {
        try (var raw = RawSocket.open(port, token)) {
            var message = "{\"op\":\"ping\",\"t\":\"마당\"}".getBytes(StandardCharsets.UTF_8);
            var cut = message.length - 4;
            for (var part : new byte[][] {
                RawSocket.frame(RawSocket.TEXT, java.util.Arrays.copyOfRange(message, 0, cut)),
                RawSocket.frame(FIN | RawSocket.PING, new byte[] {42}),
                RawSocket.frame(FIN, java.util.Arrays.copyOfRange(message, cut, message.length))
            }) {
                for (var one : part) {
                    raw.write(new byte[] {one});
                }
            }
            assertThat(raw.read(RawSocket.PONG).payload()).containsExactly(42);
            assertThat(raw.read(RawSocket.TEXT).text()).startsWith("{\"op\":\"pong\",\"t\":\"마당\",\"now\":\"");
        }
    }

    @Test
    void readsManyFramesOfOneSegmentInOrder() throws IOException {
        try (var raw = RawSocket.open(port, token)) {
            var segment = new java.io.ByteArrayOutputStream();
            for (var t = 0; t < 100; t++) {
                segment.writeBytes(RawSocket.frame(
                        FIN | RawSocket.TEXT, ("{\"op\":\"ping\",\"t\":" + t + "}").getBytes(StandardCharsets.UTF_8)));
            }
            raw.write(segment.toByteArray());
            for (var t = 0; t < 100; t++) {
                assertThat(raw.read(RawSocket.TEXT).text()).contains("\"t\":" + t + ",");
            }
        }
    }

    @Test
    void echoesACloseAndEndsTheConnection() throws IOException {
        try (var raw = RawSocket.open(port, token)) {
            raw.write(RawSocket.frame(FIN | RawSocket.CLOSE, new byte[] {3, (byte) 0xE9}));
            assertThat(raw.read(RawSocket.CLOSE).closeCode()).isEqualTo(1000);
            assertThat(raw.ends()).isTrue();
        }
    }

    @Test
    void takesAMessageOfJust64KibibytesButNotOneMore() throws IOException {
        try (var raw = RawSocket.open(port, token)) {
            raw.say(paddedPing(64 * 1024));
            assertThat(raw.read(RawSocket.TEXT).text()).startsWith("{\"op\":\"pong\"");
            raw.say(paddedPing(64 * 1024 + 1));
            assertThat(raw.read(RawSocket.CLOSE).closeCode()).isEqualTo(1009);
            assertThat(raw.ends()).isTrue();
        }
    }

    @Test
    void addsUpTheFragmentsOfAMessage() throws IOException {
        try (var raw = RawSocket.open(port, token)) {
            raw.write(RawSocket.frame(RawSocket.TEXT, new byte[40 * 1024]));
            raw.write(RawSocket.frame(FIN, new byte[40 * 1024]));
            assertThat(raw.read(RawSocket.CLOSE).closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void closesOnBreachesOfTheProtocol() throws IOException {
        var unmasked = new byte[] {(byte) (FIN | RawSocket.TEXT), 2, '{', '}'};
        var continuation = RawSocket.frame(FIN, new byte[] {'x'});
        var reservedBit = RawSocket.frame(FIN | 0x40 | RawSocket.TEXT, new byte[] {'x'});
        var reservedOpcode = RawSocket.frame(FIN | 0x3, new byte[] {'x'});
        var fragmentedPing = RawSocket.frame(RawSocket.PING, new byte[] {'x'});
        var longPing = RawSocket.frame(FIN | RawSocket.PING, new byte[126]);
        var halfACloseCode = RawSocket.frame(FIN | RawSocket.CLOSE, new byte[] {3});
        for (var breach : new byte[][] {
            unmasked, continuation, reservedBit, reservedOpcode, fragmentedPing, longPing, halfACloseCode
        }) {
            assertThat(closeCodeAfter(breach)).isEqualTo(1002);
        }
        assertThat(closeCodeAfter(RawSocket.frame(FIN | 0x2, new byte[] {1}))).isEqualTo(1003);
        assertThat(closeCodeAfter(RawSocket.frame(FIN | RawSocket.TEXT, new byte[] {(byte) 0xC3, 0x28})))
                .isEqualTo(1007);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "null",
                "\"subscribe\"",
                "{}",
                "{\"op\":7}",
                "{\"op\":\"subscribe\"}",
                "{\"op\":\"subscribe\",\"topic\":\"\"}",
                "{\"op\":\"subscribe\",\"topic\":[\"test:1\"]}",
                "{\"op\":\"subscribe\",\"topic\":\"test:1\",\"since\":\"1\"}",
                "{\"op\":\"subscribe\",\"topic\":\"test:1\",\"since\":-1}",
                "{\"op\":\"subscribe\",\"topic\":\"test:1\",\"since\":1.5}",
                "{\"op\":\"subscribe\",\"topic\":\"test:1\",\"since\":99999999999999999999}",
                "{\"op\":\"subscribe\",\"topic\":\"test:1\",\"sinc\":1}",
                "{\"op\":\"subscribe\",\"id\":\"1\",\"topic\":\"test:1\"}",
                "{\"op\":\"ping\",\"t\":{}}",
                "{\"op\":\"ping\"} {\"op\":\"ping\"}"
            })
    void answersAMalformedMessageWithAnErrorAndGoesOn(String message) throws IOException {
        try (var raw = RawSocket.open(port, token)) {
            raw.say(message);
            assertThat(raw.read(RawSocket.TEXT).text()).isEqualTo("{\"op\":\"error\",\"code\":\"malformed\"}");
            raw.say("{\"op\":\"ping\"}");
            assertThat(raw.read(RawSocket.TEXT).text()).startsWith("{\"op\":\"pong\"");
        }
    }

    @Test
    void namesTheRequestAnErrorAnswers() throws IOException {
        try (var raw = RawSocket.open(port, token)) {
            raw.say("{\"op\":\"dance\",\"id\":3}");
            assertThat(raw.read(RawSocket.TEXT).text())
                    .isEqualTo("{\"op\":\"error\",\"id\":3,\"code\":\"unknown_op\"}");
        }
    }

    @Test
    void closesWhoKeepsTalkingNonsense() throws IOException {
        try (var raw = RawSocket.open(port, token)) {
            for (var i = 0; i < 10; i++) {
                raw.say("nonsense");
            }
            assertThat(raw.read(RawSocket.CLOSE).closeCode()).isEqualTo(4429);
        }
    }

    @Test
    void surviveRandomBytes() throws IOException {
        var seed = Long.getLong("madang.seed", 20_261_121L);
        var random = new Random(seed);
        var key = TestTopic.freshKey();
        try (var witness = Somebody.atPort(port).connect().subscribe("test:" + key)) {
            witness.await("subscribed");
            for (var round = 0; round < 200; round++) {
                try (var raw = RawSocket.open(port, Somebody.atPort(port).token())) {
                    for (var i = random.nextInt(8); i >= 0; i--) {
                        raw.write(randomFrame(random));
                    }
                } catch (IOException e) {
                    // The server may hang up on garbage at any moment.
                }
            }
            live.publish(java.util.List.of(topic.append(key)));
            assertThat(witness.await("event").get("version").longValue())
                    .as("seed %d", seed)
                    .isEqualTo(1);
        }
    }

    private static byte[] randomFrame(Random random) {
        var payload = new byte[random.nextInt(300)];
        random.nextBytes(payload);
        return switch (random.nextInt(4)) {
            case 0 -> payload;
            case 1 -> RawSocket.frame(random.nextInt(256), payload);
            case 2 -> RawSocket.frame(FIN | RawSocket.TEXT, mutated(random));
            default -> RawSocket.frame(RawSocket.TEXT, mutated(random));
        };
    }

    private static byte[] mutated(Random random) {
        var message =
                "{\"op\":\"subscribe\",\"id\":1,\"topic\":\"test:1\",\"since\":3}".getBytes(StandardCharsets.UTF_8);
        for (var i = random.nextInt(5); i > 0; i--) {
            message[random.nextInt(message.length)] = (byte) (32 + random.nextInt(95));
        }
        return message;
    }

    private int closeCodeAfter(byte[] bytes) throws IOException {
        try (var raw = RawSocket.open(port, token)) {
            raw.write(bytes);
            return raw.read(RawSocket.CLOSE).closeCode();
        }
    }

    private static String paddedPing(int length) {
        var ping = "{\"op\":\"ping\",\"t\":1}";
        return ping + " ".repeat(length - ping.length());
    }
}
