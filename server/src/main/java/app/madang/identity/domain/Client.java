package app.madang.identity.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The program a request came from, as far as it tells. */
public record Client(String address, String userAgent) {

    private static final int USER_AGENT_MAX = 300;
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}");

    public static Client of(String address, @Nullable String userAgent) {
        var agent = userAgent == null ? "" : UNPRINTABLE.matcher(userAgent).replaceAll("");
        return new Client(address, agent.length() <= USER_AGENT_MAX ? agent : agent.substring(0, USER_AGENT_MAX));
    }

    /** What limits are counted by: an IPv6 subscriber has a whole /64 to itself. */
    String network() {
        if (address.indexOf(':') < 0) {
            return address;
        }
        var zone = address.indexOf('%');
        var literal = zone < 0 ? address : address.substring(0, zone);
        return Ipv6.network64(literal);
    }
}
