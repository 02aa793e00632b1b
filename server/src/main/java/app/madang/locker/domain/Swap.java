package app.madang.locker.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One member's question to another: shall we exchange our lockers? */
public record Swap(
        UUID id,
        UUID termId,
        Side from,
        Side to,
        @Nullable String message,
        Status status,
        Instant createdAt,
        Instant expiresAt) {

    /** Who, with which claim on which locker, when it was asked. */
    public record Side(UUID accountId, UUID claimId, int lockerId) {}

    public enum Status {
        PENDING,
        ACCEPTED,
        DECLINED,
        WITHDRAWN,
        STALE
    }

    boolean isOpen(Instant now) {
        return status == Status.PENDING && now.isBefore(expiresAt);
    }
}
