package app.madang.identity.domain;

import app.madang.identity.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who cannot get in, since their student id is known under another name or number, or is not on the roster.
 *
 * @param account who has the student id now
 */
public record AccessRequest(
        UUID id,
        Applicant applicant,
        @Nullable String message,
        Status status,
        @Nullable Action action,
        @Nullable String note,
        Instant createdAt,
        @Nullable Instant resolvedAt,
        @Nullable Person account) {

    public enum Status {
        OPEN,
        DONE
    }

    /** What an admin makes of it. */
    public enum Action {
        /** The account of the student id, and the roster, take over name and number of the request. */
        CORRECT,
        /** The student id goes to another account. */
        MERGE,
        DISMISS
    }
}
