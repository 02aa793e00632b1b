package app.madang.realtime.socket;

import app.madang.realtime.hub.Frame;

/** Why the server ends a socket; the code and text of the close frame. */
enum CloseReason {
    GOODBYE(1000, ""),
    PROTOCOL_ERROR(1002, "protocol error"),
    NOT_TEXT(1003, "text frames only"),
    NOT_UTF8(1007, "not utf-8"),
    TOO_LARGE(1009, "frame too large"),
    BROKEN(1011, "internal error"),
    /** Its text is {@code retry_ms=…}. */
    RESTART(1012, "restart"),
    /** Log in again. */
    SESSION_ENDED(4401, "session ended"),
    /** Renew the token and come back. */
    TOKEN_EXPIRED(4401, "token expired"),
    /** There was no valid token or ticket in the handshake. */
    NOT_LOGGED_IN(4401, "not logged in"),
    SLOW_READER(4408, "slow reader"),
    TOO_MANY_FRAMES(4429, "too many frames"),
    TOO_MANY_FAULTS(4429, "too many malformed frames");

    private final int code;
    private final String text;

    CloseReason(int code, String text) {
        this.code = code;
        this.text = text;
    }

    int code() {
        return code;
    }

    String text() {
        return text;
    }

    Frame frame(String otherText) {
        return Frame.close(code, otherText);
    }
}
