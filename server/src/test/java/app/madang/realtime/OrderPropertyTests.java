package app.madang.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.MadangTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Many publish at once, many listen, hang up and come back: each hears every version once, in order. */
@MadangTest
@Import(TestTopic.Configuration.class)
class OrderPropertyTests {

    private static final int PUBLISHERS = 4;
    private static final int SUBSCRIBERS = 6;
    private static final int EVENTS_EACH = 500;
    private static final long LAST = (long) PUBLISHERS * EVENTS_EACH;

    @LocalServerPort
    private int port;

    @Autowired
    private TestTopic topic;

    @Autowired
    private Live live;

    @RepeatedTest(3)
    void everyListenerHearsEveryVersionOnceInOrder() throws Exception {
        var seed = Long.getLong("madang.seed", System.nanoTime());
        var key = TestTopic.freshKey();
        var start = new CyclicBarrier(PUBLISHERS + SUBSCRIBERS);
        try (var pool = Executors.newFixedThreadPool(PUBLISHERS + SUBSCRIBERS)) {
            var publishers = new ArrayList<Callable<List<Long>>>();
            for (var i = 0; i < PUBLISHERS; i++) {
                var random = new Random(seed + i);
                publishers.add(() -> {
                    start.await();
                    publish(key, random);
                    return List.of();
                });
            }
            var listeners = new ArrayList<Callable<List<Long>>>();
            for (var i = 0; i < SUBSCRIBERS; i++) {
                var random = new Random(seed + 100 + i);
                listeners.add(() -> {
                    start.await();
                    return listen(key, random);
                });
            }
            var published = publishers.stream().map(pool::submit).toList();
            for (var heard : listeners.stream().map(pool::submit).toList()) {
                assertThat(heard.get())
                        .as("seed %d", seed)
                        .isEqualTo(LongStream.rangeClosed(1, LAST).boxed().toList());
            }
            for (var publisher : published) {
                publisher.get();
            }
        }
    }

    /** Makes events and publishes them in small batches, the batches of different threads in any order. */
    private void publish(String key, Random random) {
        var left = EVENTS_EACH;
        while (left > 0) {
            var batch = new ArrayList<LiveEvent>();
            for (var i = Math.min(left, 1 + random.nextInt(5)); i > 0; i--) {
                batch.add(topic.append(key));
                left--;
            }
            Thread.yield();
            live.publish(batch);
        }
    }

    private List<Long> listen(String key, Random random) {
        var heard = new ArrayList<Long>();
        while (heard.size() < LAST) {
            var wanted = Math.min(LAST, heard.size() + 1 + random.nextInt(400));
            try (var socket = Somebody.atPort(port).connect().subscribe("test:" + key, heard.size())) {
                var before = heard.size();
                Awaitility.await()
                        .atMost(TestSocket.PATIENCE)
                        .until(() -> before + socket.versions().size() >= wanted
                                || !socket.heard("resync").isEmpty());
                // What came before a resync is good; after it one resumes from there, as here no snapshot exists.
                for (var frame : socket.heard()) {
                    var op = frame.get("op").stringValue();
                    if (op.equals("resync")) {
                        break;
                    }
                    if (op.equals("event")) {
                        heard.add(frame.get("version").longValue());
                    }
                }
            }
        }
        return heard;
    }
}
