package app.madang.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.MadangTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A peer that reads, but not as fast as things happen. */
@MadangTest
@Import(TestTopic.Configuration.class)
class LaggingReaderTests {

    private static final int SMALL_WINDOW = 2 * 1024;

    @LocalServerPort
    private int port;

    @Autowired
    private TestTopic topic;

    @Autowired
    private Live live;

    @Test
    void getsOneResyncForWhatItMissedAndGoesOn() throws IOException {
        var key = TestTopic.freshKey();
        try (var lagging = new RawSocket(port, Somebody.atPort(port).token(), SMALL_WINDOW)) {
            lagging.readHandshake();
            lagging.say("{\"op\":\"subscribe\",\"topic\":\"test:" + key + "\"}");
            lagging.read(RawSocket.TEXT);

            var last = 0L;
            String resync = null;
            while (resync == null) {
                // Far more at a time than the kernels and the queue hold for a reader that sleeps.
                for (var i = 0; i < 400; i++) {
                    last = publishLarge(key);
                }
                resync = readUntilResyncOr(lagging, last);
            }
            assertThat(resync).contains("\"version\":" + last);

            publishLarge(key);
            assertThat(lagging.read(RawSocket.TEXT).text()).contains("\"version\":" + (last + 1));
        }
    }

    private static @Nullable String readUntilResyncOr(RawSocket socket, long last) throws IOException {
        while (true) {
            var text = socket.read(RawSocket.TEXT).text();
            if (text.contains("\"resync\"")) {
                return text;
            }
            if (text.contains("\"version\":" + last + ",")) {
                return null;
            }
        }
    }

    private long publishLarge(String key) {
        var event = topic.append(key);
        live.publish(List.of(
                new LiveEvent(event.topic(), event.version(), "large", Map.of("filler", "x".repeat(8 * 1024)))));
        return event.version();
    }
}
