package app.madang.locker.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to be different about a term; null leaves a thing as it is. */
public record TermChange(
        @Nullable String name,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Instant endsAt,
        @Nullable Instant renewalOpensAt,
        @Nullable Instant renewalClosesAt) {

    /**
     * Who names only one end means the other to follow: ending a term closes it too, and a term that ended when it
     * closed goes on doing so.
     */
    TermDraft appliedTo(Term term) {
        var closes = or(closesAt, term.closesAt());
        var ends = or(endsAt, term.endsAt());
        if (closesAt == null && ends.isBefore(closes)) {
            closes = ends;
        }
        if (endsAt == null && (term.endsAt().equals(term.closesAt()) || ends.isBefore(closes))) {
            ends = closes;
        }
        return new TermDraft(
                name == null ? term.name() : name,
                or(opensAt, term.opensAt()),
                closes,
                ends,
                renewalOpensAt == null ? term.renewalOpensAt() : renewalOpensAt,
                renewalClosesAt == null ? term.renewalClosesAt() : renewalClosesAt);
    }

    private static Instant or(@Nullable Instant value, Instant otherwise) {
        return value == null ? otherwise : value;
    }
}
