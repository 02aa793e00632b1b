package app.madang.booking.domain;

import app.madang.booking.ClaimLog;
import app.madang.realtime.LiveEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What subscribers of a pool, and the owner of a claim, are told of a step: one event per version. */
final class PoolEvents {

    static final String TOPIC = "pool";

    private PoolEvents() {}

    static LiveEvent event(ClaimLog.Entry entry) {
        return switch (entry.type()) {
            case HELD -> event(entry, "unit_held", Map.of("units", entry.units(), "until", text(entry)));
            case CONFIRMED, ASSIGNED -> event(entry, "unit_confirmed", Map.of("units", entry.units()));
            case HOLD_RELEASED, RETURNED, REVOKED, EXPIRED, UNBLOCKED ->
                event(entry, "unit_freed", Map.of("units", entry.units(), "reason", name(entry.type())));
            case BLOCKED -> event(entry, "unit_blocked", Map.of("units", entry.units()));
            case MOVED -> event(entry, "unit_moved", moved(entry));
            case SWAPPED ->
                event(
                        entry,
                        "unit_swapped",
                        Map.of(
                                "units",
                                Stream.concat(entry.units().stream(), entry.unitsBefore().stream())
                                        .toList()));
            case POLICY_CHANGED, GROWN -> event(entry, "pool_changed", Map.of());
        };
    }

    /** For the account's own sockets: which of its claims changed, and how it stands now. */
    static Map<String, Object> claimChanged(String kind, ClaimLog.Entry entry) {
        var data = new HashMap<String, Object>();
        data.put("claim_id", entry.claimId());
        data.put("pool_id", entry.poolId());
        data.put("kind", kind);
        data.put("type", name(entry.type()));
        data.put("state", state(entry));
        data.put("units", entry.units());
        if (entry.until() != null) {
            data.put("until", entry.until().toString());
        }
        if (entry.reason() != null) {
            data.put("reason", entry.reason());
        }
        return data;
    }

    private static String state(ClaimLog.Entry entry) {
        return switch (entry.type()) {
            case HELD -> "held";
            case MOVED -> movedState(entry.until());
            case CONFIRMED, ASSIGNED, SWAPPED -> "confirmed";
            case HOLD_RELEASED, RETURNED, REVOKED, EXPIRED, UNBLOCKED -> "ended";
            case BLOCKED, POLICY_CHANGED, GROWN -> "none";
        };
    }

    private static Map<String, Object> moved(ClaimLog.Entry entry) {
        var data = new HashMap<String, Object>();
        data.put("from", entry.unitsBefore());
        data.put("to", entry.units());
        data.put("state", movedState(entry.until()));
        if (entry.until() != null) {
            data.put("until", entry.until().toString());
        }
        return data;
    }

    private static String movedState(@Nullable Instant until) {
        return until == null ? "confirmed" : "held";
    }

    private static LiveEvent event(ClaimLog.Entry entry, String type, Map<String, ?> data) {
        return new LiveEvent(TOPIC + ":" + entry.poolId(), entry.version(), type, data);
    }

    private static String text(ClaimLog.Entry entry) {
        return String.valueOf(entry.until());
    }

    private static String name(ClaimLog.Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
