package app.madang.identity.domain;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Networks of IPv6 addresses. */
final class Ipv6 {

    private static final int BYTES_OF_64_BITS = 8;

    private Ipv6() {}

    /** The /64 of a literal address; the text itself when it is none. */
    static String network64(String literal) {
        try {
            // A literal with colons is parsed, never looked up.
            var bytes = InetAddress.getByName(literal).getAddress();
            return bytes.length == 16
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, BYTES_OF_64_BITS)) + "/64"
                    : InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            return literal;
        }
    }
}
