package app.madang.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.madang.testing.MadangTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Peers that do not read, do not answer, or do not come back. */
@MadangTest
@Import(TestTopic.Configuration.class)
@TestPropertySource(
        properties = {
            "madang.realtime.tick=50ms",
            "madang.realtime.slow-after=500ms",
            "madang.realtime.ping-after=300ms",
            "madang.realtime.dead-after=5s",
            "madang.realtime.close-within=500ms"
        })
class SlowReaderTests {

    private static final int SMALL_WINDOW = 2 * 1024;

    @LocalServerPort
    private int port;

    @Autowired
    private TestTopic topic;

    @Autowired
    private Live live;

    @Autowired
    private MeterRegistry meters;

    @Test
    void aReaderThatTakesNothingIsCutWhileTheOthersHearEverything() throws IOException {
        var key = TestTopic.freshKey();
        try (var stuck = new RawSocket(port, Somebody.atPort(port).token(), SMALL_WINDOW);
                var fluent = Somebody.atPort(port).connect().subscribe("test:" + key)) {
            stuck.readHandshake();
            stuck.say("{\"op\":\"subscribe\",\"topic\":\"test:" + key + "\"}");
            stuck.read(RawSocket.TEXT);
            fluent.await("subscribed");
            var closedBefore = slowReadersClosed();

            while (slowReadersClosed() == closedBefore) {
                // No more at a time than the queue of a reader holds.
                publishLarge(key);
                var last = publishLarge(key);
                await().atMost(TestSocket.PATIENCE)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> fluent.heard("event").size() == last);
            }
            assertThat(fluent.versions()).isSorted().doesNotHaveDuplicates();
            assertThat(stuck.ends()).isTrue();
            assertThat(fluent.isClosed()).isFalse();
        }
    }

    @Test
    void aSilentPeerIsPingedThenCut() throws IOException {
        try (var silent = RawSocket.open(port, Somebody.atPort(port).token())) {
            assertThat(silent.read().opcode()).isEqualTo(RawSocket.PING);
            assertThat(silent.ends()).isTrue();
        }
    }

    @Test
    void aPeerThatAnswersPingsStays() throws IOException {
        try (var alive = RawSocket.open(port, Somebody.atPort(port).token())) {
            for (var i = 0; i < 8; i++) {
                alive.read(RawSocket.PING);
                alive.write(RawSocket.frame(0x80 | RawSocket.PONG, new byte[0]));
            }
            alive.say("{\"op\":\"ping\"}");
            assertThat(alive.read(RawSocket.TEXT).text()).startsWith("{\"op\":\"pong\"");
        }
    }

    @Test
    void aPeerThatDoesNotAnswerACloseIsCut() throws IOException {
        var someone = Somebody.atPort(port);
        try (var rude = RawSocket.open(port, someone.token())) {
            someone.logOut();
            assertThat(rude.read(RawSocket.CLOSE).closeCode()).isEqualTo(4401);
            assertThat(rude.ends()).isTrue();
        }
    }

    @Test
    void metersKnowTheOpenSocketsAndTopics() {
        var sockets = meters.get("madang.realtime.sockets").gauge();
        try (var socket = Somebody.atPort(port).connect().subscribe("me")) {
            socket.await("subscribed");
            assertThat(sockets.value()).isGreaterThanOrEqualTo(1);
            assertThat(meters.get("madang.realtime.subscriptions").gauge().value())
                    .isGreaterThanOrEqualTo(1);
            assertThat(meters.get("madang.realtime.frames.sent").counter().count())
                    .isGreaterThanOrEqualTo(1);
        }
        await().until(() -> sockets.value() == 0);
    }

    private long publishLarge(String key) {
        var event = topic.append(key);
        live.publish(List.of(
                new LiveEvent(event.topic(), event.version(), "large", Map.of("filler", "x".repeat(8 * 1024)))));
        return event.version();
    }

    private double slowReadersClosed() {
        return meters.get("madang.realtime.sockets.closed")
                .tag("reason", "slow_reader")
                .counter()
                .count();
    }
}
