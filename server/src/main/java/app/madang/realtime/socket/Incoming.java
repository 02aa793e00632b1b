package app.madang.realtime.socket;

/** What a client sent: a whole message, a control frame, or a breach of the protocol. */
sealed interface Incoming {

    record Text(String text) implements Incoming {}

    record Ping(byte[] payload) implements Incoming {}

    record Pong() implements Incoming {}

    record Close() implements Incoming {}

    record Breach(CloseReason reason) implements Incoming {}
}
