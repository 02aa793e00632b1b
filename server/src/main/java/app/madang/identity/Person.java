package app.madang.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account as other modules may know it. */
public record Person(
        UUID accountId,
        long serialId,
        String handle,
        @Nullable String studentId,
        String name,
        @Nullable String phoneNumber,
        Role role) {}
