package app.madang.bench;

/** The requests that are measured, written straight into a wire's buffer. */
final class Requests {

    private static final byte[] END = Wire.bytes("\r\n");
    private static final byte[] NO_BODY = Wire.bytes("Content-Length: 0\r\n\r\n");
    private static final byte[] ME = Wire.bytes("GET /api/v1/auth/me");
    private static final byte[] LIST = Wire.bytes("GET /api/v1/lockers");
    private static final byte[] IF_NONE_MATCH = Wire.bytes("If-None-Match: ");
    private static final byte[] HOLD = Wire.bytes("/hold");
    private static final byte[] RELEASE_HOLD = Wire.bytes("/release-hold");

    private final Accounts accounts;

    Requests(Accounts accounts) {
        this.accounts = accounts;
    }

    int accounts() {
        return accounts.count();
    }

    void me(Wire wire, int account) {
        wire.put(ME).put(accounts.headers(account)).put(END);
    }

    /** The list of lockers, unless it is what the wire has already. */
    void list(Wire wire, int account, boolean conditional) {
        wire.put(LIST).put(accounts.headers(account));
        var tag = wire.tag;
        if (conditional && tag != null) {
            wire.put(IF_NONE_MATCH).put(tag).put(END);
        }
        wire.put(END);
    }

    void hold(Wire wire, int account, byte[] post, int locker) {
        wire.put(post).put(locker).put(HOLD).put(accounts.headers(account)).put(NO_BODY);
    }

    void releaseHold(Wire wire, int account, byte[] post, int locker) {
        wire.put(post)
                .put(locker)
                .put(RELEASE_HOLD)
                .put(accounts.headers(account))
                .put(NO_BODY);
    }

    /** A request with a JSON body. */
    void send(Wire wire, int account, String methodAndPath, String json) {
        var body = Wire.bytes(json);
        wire.put(Wire.bytes(methodAndPath))
                .put(accounts.headers(account))
                .put(Wire.bytes("Content-Type: application/json\r\nContent-Length: "))
                .put(body.length)
                .put(END)
                .put(END)
                .put(body);
    }

    void delete(Wire wire, int account, String path) {
        wire.put(Wire.bytes("DELETE " + path)).put(accounts.headers(account)).put(END);
    }
}
