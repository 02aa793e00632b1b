package app.madang.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.madang.identity.Sessions;
import app.madang.testing.MadangTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@MadangTest
@Import(TestTopic.Configuration.class)
class SubscribingTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestTopic topic;

    @Autowired
    private Live live;

    @Autowired
    private Sessions sessions;

    private String key = "";

    @BeforeEach
    void startANewTopic() {
        key = TestTopic.freshKey();
        topic.forgetful(false);
    }

    @Test
    void acknowledgesWithTheVersionThenSendsWhatHappensAfter() {
        append(3);
        try (var socket = Somebody.atPort(port).connect().subscribe(name())) {
            var acknowledgement = socket.await("subscribed");
            assertThat(acknowledgement.toString())
                    .isEqualTo("{\"op\":\"subscribed\",\"id\":1,\"topic\":\"%s\",\"version\":3}".formatted(name()));

            live.publish(append(1));

            assertThat(socket.await("event").toString())
                    .isEqualTo(
                            "{\"op\":\"event\",\"topic\":\"%s\",\"version\":4,\"type\":\"counted\",\"data\":{\"n\":4}}"
                                    .formatted(name()));
        }
    }

    @Test
    void resumesWithEverythingAfterTheVersionTheClientHas() {
        append(5);
        try (var socket = Somebody.atPort(port).connect().subscribe(name(), 2)) {
            live.publish(append(1));
            awaitVersion(socket, 6);

            assertThat(socket.heard().getFirst().get("op").stringValue()).isEqualTo("subscribed");
            assertThat(socket.versions()).containsExactly(3L, 4L, 5L, 6L);
            assertThat(socket.heard("resync")).isEmpty();
        }
    }

    @Test
    void resumesFromWhatWasSentBeforeEvenWhenTheModuleHasForgotten() {
        try (var witness = Somebody.atPort(port).connect().subscribe(name())) {
            witness.await("subscribed");
            live.publish(append(5));
            awaitVersion(witness, 5);
            topic.forgetful(true);

            try (var socket = Somebody.atPort(port).connect().subscribe(name(), 2)) {
                awaitVersion(socket, 5);
                assertThat(socket.versions()).containsExactly(3L, 4L, 5L);
            }
        }
    }

    @Test
    void tellsToFetchAgainWhenTheMissedEventsAreNoLongerAtHand() {
        append(5);
        topic.forgetful(true);
        try (var socket = Somebody.atPort(port).connect().subscribe(name(), 2)) {
            assertThat(socket.await("resync").toString())
                    .isEqualTo("{\"op\":\"resync\",\"topic\":\"%s\",\"version\":5}".formatted(name()));
            assertThat(socket.versions()).isEmpty();
        }
    }

    @Test
    void tellsToFetchAgainWhoeverIsAheadOfTheTopic() {
        append(2);
        try (var socket = Somebody.atPort(port).connect().subscribe(name(), 9)) {
            assertThat(socket.await("resync").get("version").longValue()).isEqualTo(2);
        }
    }

    @Test
    void fillsAGapFromTheModule() {
        try (var socket = Somebody.atPort(port).connect().subscribe(name())) {
            socket.await("subscribed");
            live.publish(append(1));
            append(2);
            live.publish(append(1));

            awaitVersion(socket, 4);
            assertThat(socket.versions()).containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @Test
    void aGapThatCannotBeFilledIsAResyncThenGoesOn() {
        try (var socket = Somebody.atPort(port).connect().subscribe(name())) {
            socket.await("subscribed");
            live.publish(append(1));
            awaitVersion(socket, 1);
            topic.forgetful(true);
            append(2);
            live.publish(append(1));

            assertThat(socket.await("resync").get("version").longValue()).isEqualTo(4);
            live.publish(append(1));
            awaitVersion(socket, 5);
            assertThat(socket.versions()).containsExactly(1L, 5L);
        }
    }

    @Test
    void sortsEventsThatArePublishedInDisorderAndDropsRepeats() {
        try (var socket = Somebody.atPort(port).connect().subscribe(name())) {
            socket.await("subscribed");
            var events = append(4);
            live.publish(List.of(events.get(0), events.get(2)));
            live.publish(List.of(events.get(3), events.get(1), events.get(0)));
            live.publish(append(1));

            awaitVersion(socket, 5);
            assertThat(socket.versions()).containsExactly(1L, 2L, 3L, 4L, 5L);
        }
    }

    @Test
    void knowsNoTopicThatNoModuleOffers() {
        try (var socket = Somebody.atPort(port).connect()) {
            for (var unknown : List.of("weather:seoul", "test", ":", "me:" + UUID.randomUUID())) {
                socket.heard().clear();
                socket.subscribe(unknown);
                assertThat(socket.await("error").toString())
                        .isEqualTo("{\"op\":\"error\",\"id\":1,\"code\":\"not_found\"}");
            }
        }
    }

    @Test
    void asksTheModuleWhoMayFollow() {
        var secret = "secret-" + key;
        var member = Somebody.atPort(port);
        topic.admit(secret, sessions.verify(member.token()).orElseThrow().accountId());
        try (var inside = member.connect().subscribe("test:" + secret);
                var outside = Somebody.atPort(port).connect().subscribe("test:" + secret)) {
            inside.await("subscribed");
            assertThat(outside.await("error").get("code").stringValue()).isEqualTo("forbidden");

            live.publish(List.of(topic.append(secret)));
            awaitVersion(inside, 1);
            assertThat(outside.versions()).isEmpty();
        }
    }

    @Test
    void sendsNothingMoreAfterUnsubscribing() {
        try (var socket = Somebody.atPort(port).connect().subscribe(name())) {
            socket.await("subscribed");
            assertThat(topic.isFollowed(key)).isTrue();
            socket.say("{\"op\":\"unsubscribe\",\"id\":2,\"topic\":\"%s\"}".formatted(name()));

            await().until(() -> !topic.isFollowed(key));
            live.publish(append(1));
            socket.say("{\"op\":\"ping\",\"t\":7}");

            socket.await("pong");
            assertThat(socket.versions()).isEmpty();
        }
    }

    @Test
    void aClosedSocketFollowsNothing() {
        try (var socket = Somebody.atPort(port).connect().subscribe(name())) {
            socket.await("subscribed");
        }
        await().until(() -> !topic.isFollowed(key));
    }

    @Test
    void tellsOneAccountOnAllItsSocketsAndResumesFromAShortMemory() {
        var someone = Somebody.atPort(port);
        var account = sessions.verify(someone.token()).orElseThrow().accountId();
        long first;
        try (var phone = someone.connect().subscribe("me");
                var laptop = someone.connect().subscribe("me");
                var stranger = Somebody.atPort(port).connect().subscribe("me")) {
            first = phone.await("subscribed").get("version").longValue();
            laptop.await("subscribed");
            stranger.await("subscribed");

            live.tell(account, "claim_changed", Map.of("claim_id", "c1"));

            assertThat(phone.await("event").toString())
                    .isEqualTo(
                            "{\"op\":\"event\",\"topic\":\"me\",\"version\":%d,\"type\":\"claim_changed\",\"data\":{\"claim_id\":\"c1\"}}"
                                    .formatted(first + 1));
            laptop.await("event");
            assertThat(stranger.versions()).isEmpty();
        }
        live.tell(account, "claim_changed", Map.of("claim_id", "c2"));
        try (var back = someone.connect().subscribe("me", first + 1)) {
            assertThat(back.await("event").get("version").longValue()).isEqualTo(first + 2);
            assertThat(back.heard("resync")).isEmpty();
        }
        try (var stale = someone.connect().subscribe("me", 12)) {
            stale.await("resync");
        }
    }

    private String name() {
        return "test:" + key;
    }

    private List<LiveEvent> append(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(_ -> topic.append(key))
                .toList();
    }

    private static void awaitVersion(TestSocket socket, long version) {
        socket.awaitFrame(frame -> frame.get("op").stringValue().equals("event")
                && frame.get("version").longValue() == version);
    }
}
