package app.madang.bench;

import java.io.IOException;
import java.time.Duration;

/** People who have logged in; what a request of theirs carries is ready as bytes. */
final class Accounts {

    private static final byte[] LOG_IN = Wire.bytes("POST /api/v1/auth/login-or-register HTTP/1.1\r\nHost: madang\r\n"
            + "Content-Type: application/json\r\nContent-Length: ");
    private static final int FIRST_STUDENT = 20_000_000;

    private final byte[][] headers;

    private Accounts(int count) {
        headers = new byte[count][];
    }

    /** Registers so many over the API, or logs them in again. */
    static Accounts register(MadangServer server, int count) throws IOException {
        var accounts = new Accounts(count);
        try (var load = new Load(server.port, 24)) {
            load.wires().forEach(wire -> wire.keepsBody = true);
            load.closed(accounts.new Registering(), Duration.ofMinutes(30));
        }
        for (var header : accounts.headers) {
            if (header == null) {
                throw new IllegalStateException("not everybody could log in");
            }
        }
        return accounts;
    }

    int count() {
        return headers.length;
    }

    /** The headers after the request line, up to the empty line, of an account. */
    byte[] headers(int account) {
        return headers[account];
    }

    private final class Registering implements Work {

        private int next;

        @Override
        public boolean next(Wire wire) {
            if (next == headers.length) {
                return false;
            }
            wire.account = next++;
            var student = FIRST_STUDENT + wire.account;
            var body = Wire.bytes(
                    "{\"student_id\":\"" + student + "\",\"name\":\"김마당\",\"phone_number\":\"010" + student + "\"}");
            wire.put(LOG_IN).put(body.length).put(Wire.bytes("\r\n\r\n")).put(body);
            return true;
        }

        @Override
        public void answered(Wire wire) {
            if (wire.status != 201 && wire.status != 200) {
                throw new IllegalStateException("log-in answered " + wire.status + ": " + wire.body());
            }
            headers[wire.account] = Wire.bytes(" HTTP/1.1\r\nHost: madang\r\nAuthorization: Bearer "
                    + Api.text(wire.body(), "access_token") + "\r\n");
        }
    }
}
