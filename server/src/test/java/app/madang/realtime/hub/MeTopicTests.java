package app.madang.realtime.hub;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.realtime.LiveEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeTopicTests {

    private final UUID account = UUID.randomUUID();
    private final String key = account.toString();
    private final SetClock clock = new SetClock();
    private final MeTopic topic = new MeTopic(clock);

    @Test
    void numbersNothingForWhoNeverListened() {
        assertThat(tell()).isNull();
    }

    @Test
    void remembersForTwoMinutesWhatHappenedWhileSomebodyWasAway() {
        topic.watched(key);
        var known = topic.version(key);
        topic.unwatched(key);
        clock.pass(120);
        topic.forgetThoseWhoLeft();
        tell();
        assertThat(topic.since(key, known).orElseThrow()).hasSize(1);

        clock.pass(1);
        topic.forgetThoseWhoLeft();
        assertThat(tell()).isNull();
    }

    @Test
    void forgetsNobodyWhoListensHoweverLong() {
        topic.watched(key);
        clock.pass(100_000);
        topic.forgetThoseWhoLeft();
        assertThat(tell()).isNotNull();
    }

    @Test
    void anEarlierMemorysNumbersMeanNothingInALaterOne() {
        topic.watched(key);
        tell();
        var before = topic.version(key);
        topic.unwatched(key);
        clock.pass(200);
        topic.forgetThoseWhoLeft();

        topic.watched(key);
        tell();
        assertThat(topic.since(key, before)).isEmpty();
    }

    @Test
    void keepsTheLatestEventsOnly() {
        topic.watched(key);
        var start = topic.version(key);
        for (var i = 0; i < 65; i++) {
            tell();
        }
        assertThat(topic.since(key, start)).isEmpty();
        assertThat(topic.since(key, start + 1).orElseThrow()).hasSize(64);
    }

    private @Nullable LiveEvent tell() {
        return topic.number(account, "told", Map::of);
    }

    private static final class SetClock extends Clock {

        private Instant now = Instant.parse("2026-03-02T09:00:00Z");

        void pass(long seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
