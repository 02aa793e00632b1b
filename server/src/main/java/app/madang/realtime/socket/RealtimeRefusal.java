package app.madang.realtime.socket;

import app.madang.shared.Refusal;
import java.util.Locale;
import java.util.Map;

/** Why a handshake is refused. */
enum RealtimeRefusal implements Refusal {
    /** Not a WebSocket handshake of version 13. */
    UPGRADE_REQUIRED(Kind.MALFORMED),
    /** The ticket is unknown, used, too old, or its session ended. */
    TICKET_INVALID(Kind.UNAUTHENTICATED),
    /** The account has as many sockets open as it may. */
    TOO_MANY_SOCKETS(Kind.TOO_MANY),
    /** This node is stopping; another one, or the next start, will answer. */
    RESTARTING(Kind.UNAVAILABLE);

    private static final int RETRY_AFTER_S = 3;

    private final Kind kind;

    RealtimeRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public Map<String, Object> details() {
        return switch (this) {
            case TOO_MANY_SOCKETS, RESTARTING -> Map.of("retry_after", RETRY_AFTER_S);
            case UPGRADE_REQUIRED, TICKET_INVALID -> Map.of();
        };
    }
}
