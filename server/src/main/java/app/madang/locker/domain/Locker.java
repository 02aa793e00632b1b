package app.madang.locker.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A locker as it stands in its place.
 *
 * @param id the public number
 * @param unit its unit in every pool of a term
 * @param brokenReason null when it is fit for use
 */
public record Locker(
        int id,
        int unit,
        UUID placeId,
        @Nullable Integer floor,
        @Nullable Integer row,
        @Nullable Integer column,
        @Nullable String brokenReason) {

    public boolean isBroken() {
        return brokenReason != null;
    }
}
