package app.madang.booking.domain;

import app.madang.booking.ClaimLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One version of a pool: its log entry, and what it changes. */
record Step(
        ClaimLog.Entry entry,
        List<Change> changes,
        @Nullable Shape shapeBefore,
        @Nullable Shape shapeAfter) {

    Step(ClaimLog.Entry entry, List<Change> changes) {
        this(entry, changes, null, null);
    }

    /** The allowances that go with the entry's claim, for whoever replays the log. */
    List<Allowance> allowances() {
        if (changes.isEmpty()) {
            return List.of();
        }
        var change = changes.getFirst();
        var standing = change.after() != null ? change.after() : change.before();
        return standing == null ? List.of() : standing.allowances();
    }
}
