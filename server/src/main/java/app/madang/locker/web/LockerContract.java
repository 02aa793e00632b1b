package app.madang.locker.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shapes of the locker contract. The list and the answers to commands are written by hand after these. */
final class LockerContract {

    private LockerContract() {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record LockerList(
            List<LockerView> lockers,
            int availableCount,
            @Nullable TermView term,
            long version) {}

    /**
     * One locker.
     *
     * @param locationId the name of its place
     * @param owner the student id for the owner and admins, {@code "taken"} for others, null when free
     * @param state free, held, confirmed or broken
     * @param holdExpiresAt only while held
     */
    record LockerView(
            int lockerId,
            String locationId,
            UUID placeId,
            @Nullable Integer floor,
            @Nullable Integer row,
            @Nullable Integer column,
            int unit,
            @Nullable String owner,
            String state,
            boolean mine,
            @Nullable Instant holdExpiresAt) {}

    record TermView(
            UUID id, String name, Instant opensAt, Instant closesAt, Instant endsAt, String phase, UUID poolId) {}

    record Held(String message, LockerView locker, long expiresIn) {}

    record Confirmed(String message, LockerView locker, String instructions) {}

    record Done(String message, LockerView locker) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record MyLockerAnswer(
            @Nullable MyLocker locker, @Nullable Renewal renewal) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record MyLocker(
            int lockerId,
            String locationId,
            UUID placeId,
            @Nullable Integer floor,
            String owner,
            String state,
            @Nullable Instant holdExpiresAt,
            UUID claimId,
            Instant endsAt,
            @Nullable String instructions) {}

    record Renewal(UUID termId, String name, Instant opensAt, Instant closesAt, int lockerId, boolean renewed) {}
}
