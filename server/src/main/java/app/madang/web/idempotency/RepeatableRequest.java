package app.madang.web.idempotency;

import app.madang.web.WebRefusal;
import app.madang.web.input.BodyTooLarge;
import app.madang.web.problem.Problems;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A request whose body was read ahead, to take its fingerprint. */
final class RepeatableRequest extends HttpServletRequestWrapper {

    private final byte[] body;

    private RepeatableRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /** Reads the body; null when it was too large and the answer is written. */
    static @Nullable RepeatableRequest read(HttpServletRequest request, Problems problems, HttpServletResponse response)
            throws IOException {
        try {
            return new RepeatableRequest(request, request.getInputStream().readAllBytes());
        } catch (BodyTooLarge e) {
            problems.write(request, response, WebRefusal.TOO_LARGE);
            return null;
        }
    }

    String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(getRequestURI().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '?');
            if (getQueryString() != null) {
                digest.update(getQueryString().getBytes(StandardCharsets.UTF_8));
            }
            digest.update((byte) '\n');
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Replayed(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Replayed extends ServletInputStream {

        private final ByteArrayInputStream in;

        Replayed(ByteArrayInputStream in) {
            this.in = in;
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return in.read(bytes, offset, length);
        }

        @Override
        public boolean isFinished() {
            return in.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("read blockingly");
        }
    }
}
