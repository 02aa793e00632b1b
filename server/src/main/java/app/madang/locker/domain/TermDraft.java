package app.madang.locker.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A term as somebody wrote it down, perhaps wrongly. Without {@code endsAt} it ends when it closes. */
public record TermDraft(
        @Nullable String name,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Instant endsAt,
        @Nullable Instant renewalOpensAt,
        @Nullable Instant renewalClosesAt) {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    public TermDraft {
        name = name == null ? null : name.strip();
        opensAt = micros(opensAt);
        closesAt = micros(closesAt);
        endsAt = micros(endsAt);
        renewalOpensAt = micros(renewalOpensAt);
        renewalClosesAt = micros(renewalClosesAt);
    }

    /** PostgreSQL keeps microseconds; what is answered must be what is kept. */
    private static @Nullable Instant micros(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** What must be corrected; empty when {@link #term} can be asked. */
    List<FieldError> errors() {
        var errors = new ArrayList<FieldError>();
        if (name == null || name.isEmpty() || name.length() > 60) {
            errors.add(new FieldError("name", "term_name"));
        }
        checkRange(errors, "opens_at", opensAt, true);
        checkRange(errors, "closes_at", closesAt, true);
        checkRange(errors, "ends_at", endsAt, false);
        checkRange(errors, "renewal_opens_at", renewalOpensAt, false);
        checkRange(errors, "renewal_closes_at", renewalClosesAt, false);
        if (opensAt != null && closesAt != null && !opensAt.isBefore(closesAt)) {
            errors.add(new FieldError("closes_at", "term_closes_after_opening"));
        }
        if (closesAt != null && endsAt != null && endsAt.isBefore(closesAt)) {
            errors.add(new FieldError("ends_at", "term_ends_after_closing"));
        }
        checkRenewal(errors);
        return errors;
    }

    private static void checkRange(List<FieldError> errors, String field, @Nullable Instant value, boolean needed) {
        if (value == null ? needed : value.isBefore(EARLIEST) || value.isAfter(LATEST)) {
            errors.add(new FieldError(field, value == null ? "term_time_needed" : "term_time_range"));
        }
    }

    private void checkRenewal(List<FieldError> errors) {
        if (renewalOpensAt == null && renewalClosesAt == null) {
            return;
        }
        if (renewalOpensAt == null || renewalClosesAt == null) {
            errors.add(new FieldError(
                    renewalOpensAt == null ? "renewal_opens_at" : "renewal_closes_at", "term_renewal_both"));
        } else if (!renewalOpensAt.isBefore(renewalClosesAt)) {
            errors.add(new FieldError("renewal_closes_at", "term_renewal_order"));
        } else if (opensAt != null && renewalClosesAt.isAfter(opensAt)) {
            errors.add(new FieldError("renewal_closes_at", "term_renewal_before_opening"));
        }
    }

    Term term(UUID id) {
        if (name == null || opensAt == null || closesAt == null) {
            throw new IllegalStateException("a draft with errors is no term");
        }
        return new Term(
                id, name, opensAt, closesAt, endsAt == null ? closesAt : endsAt, renewalOpensAt, renewalClosesAt);
    }
}
