package app.madang.booking;

import java.util.UUID;

/** At most {@code claimsMax} live claims of one account in {@code scope}: a pool, a term, a sale. */
public record Cap(UUID scope, int claimsMax) {

    public Cap {
        if (claimsMax < 1 || claimsMax > 1_000) {
            throw new IllegalArgumentException("a cap allows 1 to 1000 claims, not " + claimsMax);
        }
    }
}
