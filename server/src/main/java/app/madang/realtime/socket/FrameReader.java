package app.madang.realtime.socket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the frames a client sends (RFC 6455 §5). Keeps memory only for a frame or message that has not arrived whole.
 * Not thread-safe.
 */
final class FrameReader {

    /** The longest message a client may send, in bytes. */
    static final int MESSAGE_BYTES_MAX = 64 * 1024;

    private static final int CONTROL_BYTES_MAX = 125;
    private static final int MASK_BYTES = 4;

    private @Nullable ByteBuffer partial;
    private @Nullable ByteArrayOutputStream message;

    /** Adds what arrived; the buffer may be reused afterwards only when {@link #next} has returned null. */
    void feed(ByteBuffer arrived) {
        var before = partial;
        if (before == null) {
            partial = arrived;
        } else {
            partial = ByteBuffer.allocate(before.remaining() + arrived.remaining())
                    .put(before)
                    .put(arrived)
                    .flip();
        }
    }

    /** The next message or control frame; null when more bytes are needed. After a breach nothing more is read. */
    @Nullable
    Incoming next() {
        while (partial != null) {
            var in = partial;
            var start = in.position();
            var frame = frame(in);
            if (frame == null) {
                in.position(start);
                partial = in.hasRemaining()
                        ? ByteBuffer.allocate(in.remaining()).put(in).flip()
                        : null;
                return null;
            }
            var incoming = frame.fault() != null ? new Incoming.Breach(frame.fault()) : accept(frame);
            if (incoming != null) {
                return incoming;
            }
        }
        return null;
    }

    private record RawFrame(
            boolean fin,
            int opcode,
            byte[] payload,
            @Nullable CloseReason fault) {

        static RawFrame faulty(CloseReason fault) {
            return new RawFrame(true, 0, new byte[0], fault);
        }
    }

    private static @Nullable RawFrame frame(ByteBuffer in) {
        if (in.remaining() < 2) {
            return null;
        }
        var first = in.get() & 0xFF;
        var second = in.get() & 0xFF;
        var fin = (first & 0x80) != 0;
        var opcode = first & 0x0F;
        var masked = (second & 0x80) != 0;
        var control = opcode >= 0x8;
        var length = (long) (second & 0x7F);
        if ((first & 0x70) != 0 || !masked || (control && (!fin || length > CONTROL_BYTES_MAX))) {
            return RawFrame.faulty(CloseReason.PROTOCOL_ERROR);
        }
        if (length == 126) {
            if (in.remaining() < Short.BYTES) {
                return null;
            }
            length = in.getShort() & 0xFFFF;
        } else if (length == 127) {
            if (in.remaining() < Long.BYTES) {
                return null;
            }
            length = in.getLong();
        }
        if (length < 0 || length > MESSAGE_BYTES_MAX) {
            return RawFrame.faulty(CloseReason.TOO_LARGE);
        }
        if (in.remaining() < MASK_BYTES + length) {
            return null;
        }
        return new RawFrame(fin, opcode, unmasked(in, (int) length), null);
    }

    private static byte[] unmasked(ByteBuffer in, int length) {
        var mask = new byte[MASK_BYTES];
        in.get(mask);
        var payload = new byte[length];
        in.get(payload);
        for (var i = 0; i < length; i++) {
            payload[i] ^= mask[i & 3];
        }
        return payload;
    }

    private @Nullable Incoming accept(RawFrame frame) {
        return switch (frame.opcode()) {
            case 0x0 -> message == null ? breach(CloseReason.PROTOCOL_ERROR) : append(message, frame);
            case 0x1 -> {
                if (message != null) {
                    yield breach(CloseReason.PROTOCOL_ERROR);
                }
                if (frame.fin()) {
                    yield text(frame.payload());
                }
                message = new ByteArrayOutputStream(frame.payload().length);
                yield append(message, frame);
            }
            case 0x2 -> breach(CloseReason.NOT_TEXT);
            case 0x8 -> frame.payload().length == 1 ? breach(CloseReason.PROTOCOL_ERROR) : new Incoming.Close();
            case 0x9 -> new Incoming.Ping(frame.payload());
            case 0xA -> new Incoming.Pong();
            default -> breach(CloseReason.PROTOCOL_ERROR);
        };
    }

    private @Nullable Incoming append(ByteArrayOutputStream fragments, RawFrame frame) {
        if (fragments.size() + frame.payload().length > MESSAGE_BYTES_MAX) {
            return breach(CloseReason.TOO_LARGE);
        }
        fragments.writeBytes(frame.payload());
        if (!frame.fin()) {
            return null;
        }
        message = null;
        return text(fragments.toByteArray());
    }

    private static Incoming text(byte[] utf8) {
        try {
            return new Incoming.Text(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException e) {
            return breach(CloseReason.NOT_UTF8);
        }
    }

    private static Incoming breach(CloseReason reason) {
        return new Incoming.Breach(reason);
    }
}
