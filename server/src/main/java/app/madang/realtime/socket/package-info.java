/** The WebSocket itself: handshake, frames on the wire, bounded queues, heartbeats, limits, draining. */
@NullMarked
package app.madang.realtime.socket;

import org.jspecify.annotations.NullMarked;
