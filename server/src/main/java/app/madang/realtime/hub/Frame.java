package app.madang.realtime.hub;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bytes of one or more whole WebSocket frames (RFC 6455 §5), ready for the wire and shared by every socket that sends them. */
public final class Frame {

    private static final int FIN = 0x80;
    private static final int TEXT = 0x1;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int PONG = 0xA;
    private static final int CONTROL_BYTES_MAX = 125;

    private final byte[] bytes;

    private Frame(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Frame text(byte[] utf8) {
        return of(TEXT, utf8);
    }

    public static Frame ping() {
        return of(PING, new byte[0]);
    }

    public static Frame pong(byte[] payload) {
        return of(PONG, payload);
    }

    /** A close frame; the reason is ASCII of at most 123 characters. */
    public static Frame close(int code, String reason) {
        var text = reason.getBytes(StandardCharsets.US_ASCII);
        return of(
                CLOSE,
                ByteBuffer.allocate(2 + text.length)
                        .putShort((short) code)
                        .put(text)
                        .array());
    }

    /** The frames behind one another, so that a batch costs one write. */
    public static Frame joined(List<Frame> frames) {
        if (frames.size() == 1) {
            return frames.getFirst();
        }
        var joined = ByteBuffer.allocate(frames.stream().mapToInt(Frame::length).sum());
        frames.forEach(frame -> joined.put(frame.bytes));
        return new Frame(joined.array());
    }

    private static Frame of(int opcode, byte[] payload) {
        if (opcode >= CLOSE && payload.length > CONTROL_BYTES_MAX) {
            throw new IllegalArgumentException("a control frame carries at most 125 bytes, not " + payload.length);
        }
        var frame = ByteBuffer.allocate(payload.length + 10).put((byte) (FIN | opcode));
        if (payload.length <= CONTROL_BYTES_MAX) {
            frame.put((byte) payload.length);
        } else if (payload.length < 1 << 16) {
            frame.put((byte) 126).putShort((short) payload.length);
        } else {
            frame.put((byte) 127).putLong(payload.length);
        }
        frame.put(payload).flip();
        var bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return new Frame(bytes);
    }

    public int length() {
        return bytes.length;
    }

    /** A buffer of its own over the shared bytes. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes);
    }
}
