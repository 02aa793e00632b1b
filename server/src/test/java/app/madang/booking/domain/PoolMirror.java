package app.madang.booking.domain;

import app.madang.realtime.TestSocket;
import app.madang.testing.Api;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A client's picture of a pool, kept as every client is told to: subscribe, wait for the acknowledgement, fetch the
 * snapshot, apply newer events; on a gap or a resync fetch again; after a break resume with {@code since}.
 */
final class PoolMirror implements AutoCloseable {

    private static final long NOTHING = -1;

    final Set<String> typesSeen = new HashSet<>();
    int resyncs;

    private final int port;
    private final String token;
    private final UUID poolId;
    private final String overlooked;
    private final Map<Integer, Taken> taken = new HashMap<>();
    private long version = NOTHING;
    private @Nullable TestSocket socket;
    private int read;

    record Taken(String state, @Nullable Instant until) {

        boolean isLive(Instant now) {
            return until == null || now.isBefore(until);
        }
    }

    /** A pool as somebody sees it at a moment, holds that have passed counted as free. */
    record Picture(long version, Map<Integer, Taken> taken) {}

    PoolMirror(int port, String token, UUID poolId) {
        this(port, token, poolId, "nothing");
    }

    /** One that overlooks events of one type: the negative control. */
    PoolMirror(int port, String token, UUID poolId, String overlooked) {
        this.overlooked = overlooked;
        this.port = port;
        this.token = token;
        this.poolId = poolId;
    }

    void connect() {
        var opened = TestSocket.open(port, token);
        socket = opened;
        read = 0;
        if (version == NOTHING) {
            opened.subscribe("pool:" + poolId);
        } else {
            opened.subscribe("pool:" + poolId, version);
        }
    }

    /** The line goes dead, in the middle of whatever is under way. */
    void cut() {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    boolean isConnected() {
        return socket != null;
    }

    /** Takes in what has arrived. */
    void listen() {
        if (socket == null) {
            return;
        }
        var heard = socket.heard();
        while (read < heard.size()) {
            take(heard.get(read++));
        }
    }

    Picture at(Instant now) {
        return new Picture(version, live(taken, now));
    }

    static Picture picture(JsonNode snapshot) {
        return new Picture(
                snapshot.get("version").longValue(),
                live(units(snapshot), Instant.parse(snapshot.get("now").stringValue())));
    }

    @Override
    public void close() {
        cut();
    }

    private void take(JsonNode frame) {
        switch (frame.get("op").stringValue()) {
            case "subscribed" -> {
                if (version == NOTHING) {
                    fetch();
                }
            }
            case "resync" -> {
                resyncs++;
                fetch();
            }
            case "event" -> {
                var next = frame.get("version").longValue();
                if (next == version + 1) {
                    apply(frame.get("type").stringValue(), frame.get("data"));
                    version = Math.max(version, next);
                } else if (next > version) {
                    fetch();
                }
            }
            default -> throw new AssertionError("unexpected: " + frame);
        }
    }

    private void apply(String type, JsonNode data) {
        typesSeen.add(type);
        if (type.equals(overlooked)) {
            return;
        }
        switch (type) {
            case "unit_held" -> put(data.get("units"), new Taken("held", until(data)));
            case "unit_confirmed" -> put(data.get("units"), new Taken("confirmed", null));
            case "unit_blocked" -> put(data.get("units"), new Taken("blocked", null));
            case "unit_freed" -> data.get("units").forEach(unit -> taken.remove(unit.intValue()));
            case "unit_moved" -> {
                data.get("from").forEach(unit -> taken.remove(unit.intValue()));
                put(data.get("to"), new Taken(data.get("state").stringValue(), until(data)));
            }
            case "unit_swapped" -> {}
            case "pool_changed" -> fetch();
            default -> throw new AssertionError("unknown event: " + type);
        }
    }

    private void fetch() {
        var snapshot = Api.on(port).bearer(token).get("/api/v1/pools/" + poolId).json();
        taken.clear();
        taken.putAll(units(snapshot));
        version = snapshot.get("version").longValue();
    }

    private void put(JsonNode units, Taken how) {
        units.forEach(unit -> taken.put(unit.intValue(), how));
    }

    private static Map<Integer, Taken> units(JsonNode snapshot) {
        var units = new HashMap<Integer, Taken>();
        for (var unit : snapshot.get("taken")) {
            units.put(unit.get("unit").intValue(), new Taken(unit.get("state").stringValue(), until(unit)));
        }
        return units;
    }

    private static @Nullable Instant until(JsonNode data) {
        return data.hasNonNull("until") ? Instant.parse(data.get("until").stringValue()) : null;
    }

    private static Map<Integer, Taken> live(Map<Integer, Taken> units, Instant now) {
        var live = new TreeMap<Integer, Taken>();
        units.forEach((unit, how) -> {
            if (how.isLive(now)) {
                live.put(unit, how);
            }
        });
        return live;
    }
}
