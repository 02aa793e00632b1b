package app.madang.locker.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a member found wrong with a locker. */
public record Defect(
        UUID id,
        int lockerId,
        UUID reporterId,
        String description,
        Instant createdAt,
        @Nullable Instant resolvedAt,
        @Nullable String note) {}
