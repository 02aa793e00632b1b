package app.madang.realtime;

import app.madang.identity.Viewer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Topics {@code test:<key>} whose events are a counter; keys beginning with {@code secret} belong to listed accounts. */
class TestTopic implements LiveTopic {

    private final Map<String, List<LiveEvent>> events = new ConcurrentHashMap<>();
    private final Set<String> followed = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<UUID>> members = new ConcurrentHashMap<>();
    private volatile boolean forgetful;

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {
        @Bean
        TestTopic testTopic() {
            return new TestTopic();
        }
    }

    static String freshKey() {
        return UUID.randomUUID().toString();
    }

    /** Makes the topic's next event without telling anybody. */
    LiveEvent append(String key) {
        var list = events.computeIfAbsent(key, _ -> new ArrayList<>());
        synchronized (list) {
            var version = list.size() + 1L;
            var event = new LiveEvent("test:" + key, version, "counted", Map.of("n", version));
            list.add(event);
            return event;
        }
    }

    /** From now on no past event is at hand. */
    void forgetful(boolean now) {
        forgetful = now;
    }

    void admit(String key, UUID accountId) {
        members.computeIfAbsent(key, _ -> new HashSet<>()).add(accountId);
    }

    boolean isFollowed(String key) {
        return followed.contains(key);
    }

    @Override
    public String kind() {
        return "test";
    }

    @Override
    public boolean mayFollow(Viewer viewer, String key) {
        return !key.startsWith("secret") || members.getOrDefault(key, Set.of()).contains(viewer.accountId());
    }

    @Override
    public long version(String key) {
        var list = events.getOrDefault(key, List.of());
        synchronized (list) {
            return list.size();
        }
    }

    @Override
    public Optional<List<LiveEvent>> since(String key, long version) {
        if (forgetful) {
            return Optional.empty();
        }
        var list = events.getOrDefault(key, List.of());
        synchronized (list) {
            return version > list.size()
                    ? Optional.empty()
                    : Optional.of(List.copyOf(list.subList((int) version, list.size())));
        }
    }

    @Override
    public void watched(String key) {
        followed.add(key);
    }

    @Override
    public void unwatched(String key) {
        followed.remove(key);
    }
}
