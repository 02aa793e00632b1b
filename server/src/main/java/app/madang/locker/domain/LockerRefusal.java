package app.madang.locker.domain;

import app.madang.shared.Refusal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every no of the lockers that the engine does not say itself, or not with what a locker's reader needs next. */
public sealed interface LockerRefusal extends Refusal {

    /** Someone else has it. {@code nearest} are free lockers of the same place, the nearest first, at most three. */
    record LockerTaken(int lockerId, List<Integer> nearest) implements LockerRefusal {
        @Override
        public String code() {
            return "unit_taken";
        }

        @Override
        public String text() {
            return nearest.isEmpty() ? "locker_taken_alone" : "locker_taken";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("locker_id", lockerId, "nearest", nearest);
        }
    }

    /** The locker is out of use. */
    record LockerBroken(int lockerId, List<Integer> nearest) implements LockerRefusal {
        @Override
        public String code() {
            return "unit_blocked";
        }

        @Override
        public String text() {
            return "locker_broken";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("locker_id", lockerId, "nearest", nearest);
        }
    }

    /** The account has this very locker; {@code secondsLeft} is null once it is confirmed. */
    record LockerMine(int lockerId, @Nullable Long secondsLeft) implements LockerRefusal {
        @Override
        public String code() {
            return "already_mine";
        }

        @Override
        public String text() {
            return secondsLeft == null ? "locker_mine" : "locker_mine_held";
        }

        @Override
        public Map<String, Object> details() {
            var details = new LinkedHashMap<String, Object>();
            details.put("locker_id", lockerId);
            if (secondsLeft != null) {
                details.put("seconds_left", secondsLeft);
            }
            return details;
        }
    }

    /** One locker per person and term; {@code lockerId} is the one they have, when the display knows it already. */
    record OneLockerOnly(@Nullable Integer lockerId) implements LockerRefusal {
        @Override
        public String code() {
            return "limit_reached";
        }

        @Override
        public String text() {
            return lockerId == null ? "locker_limit" : "locker_limit_known";
        }

        @Override
        public Map<String, Object> details() {
            return lockerId == null ? Map.of() : Map.of("locker_id", lockerId);
        }
    }

    /** Before the opening, after the closing, or there is no term at all. */
    record LockersClosed(
            @Nullable Instant opensAt, @Nullable Instant closesAt, boolean upcoming) implements LockerRefusal {
        @Override
        public String code() {
            return "not_open";
        }

        @Override
        public String text() {
            if (opensAt == null) {
                return "lockers_no_term";
            }
            return upcoming ? "lockers_not_open_yet" : "lockers_closed";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public Map<String, Object> details() {
            var details = new LinkedHashMap<String, Object>();
            if (opensAt != null) {
                details.put("opens_at", opensAt.toString());
            }
            if (closesAt != null) {
                details.put("closes_at", closesAt.toString());
            }
            return details;
        }
    }

    /** A refusal that needs no facts. */
    enum Plain implements LockerRefusal {
        HOLD_EXPIRED("hold_expired", "locker_hold_expired", Kind.CONFLICT),
        NOT_YOURS("not_yours", "locker_not_yours", Kind.CONFLICT),
        NO_SUCH_LOCKER("no_such_locker", Kind.NOT_FOUND),
        NO_SUCH_PLACE("no_such_place", Kind.NOT_FOUND),
        NO_SUCH_TERM("no_such_term", Kind.NOT_FOUND),
        NO_SUCH_SWAP("no_such_swap", Kind.NOT_FOUND),
        NO_SUCH_DEFECT("no_such_defect", Kind.NOT_FOUND),
        NOTHING_CONFIRMED("nothing_confirmed", Kind.NOT_FOUND),
        NO_HOLD("no_hold", Kind.NOT_FOUND),
        NOBODY_HAS_IT("nobody_has_it", Kind.NOT_FOUND),
        ASSIGNEE_HAS_ONE("limit_reached", "locker_assignee_has_one", Kind.CONFLICT),
        NO_TERM("no_term", Kind.CONFLICT),
        TERM_NOT_OVER("term_not_over", Kind.CONFLICT),
        PLACE_NAME_TAKEN("place_name_taken", Kind.CONFLICT),
        LOCKER_USED("locker_used", Kind.CONFLICT),
        LOCKER_IN_USE("locker_in_use", Kind.CONFLICT),
        SWAP_NEEDS_MINE("swap_needs_mine", Kind.CONFLICT),
        SWAP_WITH_MYSELF("swap_with_myself", Kind.CONFLICT),
        SWAP_TARGET_FREE("swap_target_free", Kind.CONFLICT),
        SWAP_TARGET_HELD("swap_target_held", Kind.CONFLICT),
        SWAP_ASKED_ALREADY("swap_asked_already", Kind.CONFLICT),
        SWAP_TOO_MANY("swap_too_many", Kind.CONFLICT),
        SWAP_ANSWERED("swap_answered", Kind.CONFLICT),
        SWAP_EXPIRED("swap_expired", Kind.CONFLICT),
        SWAP_STALE("swap_stale", Kind.CONFLICT),
        RENEWAL_CLOSED("renewal_closed", Kind.FORBIDDEN),
        NOTHING_TO_RENEW("nothing_to_renew", Kind.CONFLICT),
        DEFECTS_TOO_MANY("defects_too_many", Kind.CONFLICT),
        TOO_MANY_LINES("too_many_lines", Kind.TOO_LARGE);

        private final String code;
        private final String text;
        private final Kind kind;

        Plain(String code, Kind kind) {
            this(code, code, kind);
        }

        Plain(String code, String text, Kind kind) {
            this.code = code;
            this.text = text;
            this.kind = kind;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String text() {
            return text;
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    /** Two terms at the same time. */
    record TermOverlaps(String name) implements LockerRefusal {
        @Override
        public String code() {
            return "term_overlaps";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("name", name);
        }
    }

    /** Numbers of a new grid that are given already; the first few of them. */
    record NumbersTaken(List<Integer> lockerIds) implements LockerRefusal {
        @Override
        public String code() {
            return "locker_ids_taken";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("locker_ids", lockerIds);
        }
    }

    @Override
    default Kind kind() {
        return Kind.CONFLICT;
    }
}
