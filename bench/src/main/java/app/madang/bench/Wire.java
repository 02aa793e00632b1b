package app.madang.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One keep-alive connection that asks one thing at a time, and understands no more of HTTP than it needs. */
final class Wire {

    private static final byte[] CONTENT_LENGTH = bytes("content-length:");
    private static final byte[] CHUNKED = bytes("transfer-encoding:");
    private static final byte[] ETAG = bytes("etag:");
    private static final byte[] CONNECTION_CLOSE = bytes("connection: close");

    final int number;
    final ByteBuffer out = ByteBuffer.allocateDirect(16 * 1024);

    /** The account the current request is for, and what it asks for: the work's to use. */
    int account;

    int thing;

    /** The current request is not counted. */
    boolean aside;

    boolean keepsBody;

    int status;
    byte @Nullable [] tag;
    long sentNanos;
    boolean isWaiting;

    private final InetSocketAddress address;
    private final Selector selector;
    private final ByteBuffer in = ByteBuffer.allocateDirect(64 * 1024);
    private final StringBuilder body = new StringBuilder();
    private @Nullable SocketChannel channel;
    private @Nullable SelectionKey key;
    private boolean inBody;
    private boolean lastAnswer;
    private boolean chunked;
    private boolean lastChunk;
    private long left;

    Wire(int number, InetSocketAddress address, Selector selector) throws IOException {
        this.number = number;
        this.address = address;
        this.selector = selector;
        connect();
    }

    private void connect() throws IOException {
        var fresh = SocketChannel.open(address);
        fresh.configureBlocking(false);
        fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel = fresh;
        key = fresh.register(selector, SelectionKey.OP_READ, this);
    }

    void reconnect() throws IOException {
        close();
        in.clear();
        inBody = false;
        connect();
    }

    void close() throws IOException {
        if (key != null) {
            key.cancel();
        }
        if (channel != null) {
            channel.close();
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Wire put(byte[] part) {
        out.put(part);
        return this;
    }

    Wire put(int value) {
        if (value >= 10) {
            put(value / 10);
        }
        out.put((byte) ('0' + value % 10));
        return this;
    }

    String body() {
        return body.toString();
    }

    /** Sends what is in the buffer. */
    void send(long nanos) throws IOException {
        out.flip();
        sentNanos = nanos;
        isWaiting = true;
        body.setLength(0);
        write();
    }

    private void write() throws IOException {
        Objects.requireNonNull(channel).write(out);
        Objects.requireNonNull(key)
                .interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** Goes on with what the socket is ready for; true when the answer is complete. */
    boolean proceed() throws IOException {
        if (out.hasRemaining()) {
            write();
        }
        var read = Objects.requireNonNull(channel).read(in);
        if (read < 0) {
            throw new IOException("closed by the server");
        }
        in.flip();
        var complete = parse();
        in.compact();
        if (complete) {
            isWaiting = false;
            out.clear();
            if (lastAnswer) {
                reconnect();
            }
        }
        return complete;
    }

    private boolean parse() {
        if (!inBody && !parseHead()) {
            return false;
        }
        while (chunked && left == 0 && !lastChunk) {
            if (!parseChunkSize()) {
                return false;
            }
            if (!skipBody()) {
                return false;
            }
        }
        if (!skipBody()) {
            return false;
        }
        inBody = false;
        return true;
    }

    /** Passes over the rest of the body, or of the chunk. */
    private boolean skipBody() {
        var there = (int) Math.min(left, in.remaining());
        if (keepsBody) {
            for (var i = 0; i < there; i++) {
                body.append((char) (in.get(in.position() + i) & 0xff));
            }
        }
        in.position(in.position() + there);
        left -= there;
        return left == 0;
    }

    private boolean parseHead() {
        var end = endOfHead();
        if (end < 0) {
            return false;
        }
        var start = in.position();
        status = (in.get(start + 9) - '0') * 100 + (in.get(start + 10) - '0') * 10 + in.get(start + 11) - '0';
        left = 0;
        chunked = false;
        lastChunk = false;
        lastAnswer = false;
        for (var line = nextLine(start, end); line < end; line = nextLine(line, end)) {
            if (is(CONTENT_LENGTH, line)) {
                left = number(line + CONTENT_LENGTH.length);
            } else if (is(CHUNKED, line)) {
                chunked = true;
            } else if (is(CONNECTION_CLOSE, line)) {
                lastAnswer = true;
            } else if (is(ETAG, line)) {
                tag = value(line + ETAG.length);
            }
        }
        in.position(end);
        inBody = true;
        return true;
    }

    private int endOfHead() {
        for (var i = in.position() + 3; i < in.limit(); i++) {
            if (in.get(i) == '\n' && in.get(i - 2) == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private int nextLine(int from, int end) {
        var i = from;
        while (i < end && in.get(i) != '\n') {
            i++;
        }
        return i + 1;
    }

    private boolean is(byte[] name, int at) {
        for (var i = 0; i < name.length; i++) {
            if ((in.get(at + i) | 0x20) != (name[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private long number(int at) {
        var value = 0L;
        for (var i = at; in.get(i) != '\r'; i++) {
            if (in.get(i) != ' ') {
                value = value * 10 + in.get(i) - '0';
            }
        }
        return value;
    }

    private byte[] value(int at) {
        var text = new StringBuilder();
        for (var i = at; in.get(i) != '\r'; i++) {
            text.append((char) in.get(i));
        }
        return bytes(text.toString().strip());
    }

    /** A chunk is counted with the line break behind it; the last one is only that break. */
    private boolean parseChunkSize() {
        var size = 0L;
        for (var i = in.position(); i < in.limit(); i++) {
            var c = in.get(i);
            if (c == '\n') {
                in.position(i + 1);
                left = size + 2;
                lastChunk = size == 0;
                return true;
            }
            if (c != '\r') {
                size = size * 16 + Character.digit(c, 16);
            }
        }
        return false;
    }
}
