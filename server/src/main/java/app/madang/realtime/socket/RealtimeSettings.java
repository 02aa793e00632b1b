package app.madang.realtime.socket;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the socket.
 *
 * @param origins web origins allowed besides the one the request itself is addressed to
 * @param socketsPerAccount sockets one account may have open on this node
 * @param subscriptionsPerSocket topics one socket may follow
 * @param framesPerSecond frames an account may send lastingly, all its sockets together
 * @param framesBurst frames an account may send at once
 * @param faultsPerSocket senseless frames after which a socket is closed
 * @param tick how often the sockets are looked after
 * @param pingAfter silence of a client after which it is pinged
 * @param deadAfter silence of a client after which it is cut off
 * @param slowAfter time within which a client must have taken everything queued for it
 * @param closeWithin time within which a client must answer a close frame
 * @param ticketLife how long a ticket is good for
 * @param drainWithin time in which all sockets are asked to leave when the node stops
 * @param returnWithin time over which the clients of a stopping node spread their return
 */
@ConfigurationProperties("madang.realtime")
record RealtimeSettings(
        @DefaultValue Set<String> origins,
        @DefaultValue("20") int socketsPerAccount,
        @DefaultValue("64") int subscriptionsPerSocket,
        @DefaultValue("40") int framesPerSecond,
        @DefaultValue("400") int framesBurst,
        @DefaultValue("10") int faultsPerSocket,
        @DefaultValue("1s") Duration tick,
        @DefaultValue("20s") Duration pingAfter,
        @DefaultValue("60s") Duration deadAfter,
        @DefaultValue("10s") Duration slowAfter,
        @DefaultValue("2s") Duration closeWithin,
        @DefaultValue("30s") Duration ticketLife,
        @DefaultValue("5s") Duration drainWithin,
        @DefaultValue("3s") Duration returnWithin) {}
