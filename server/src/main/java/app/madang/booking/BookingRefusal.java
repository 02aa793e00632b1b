package app.madang.booking;

import app.madang.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every no of the engine. Each carries what its reader needs for the next step. */
public sealed interface BookingRefusal extends Refusal {

    /** Someone else has the unit. */
    record UnitTaken(int unit) implements BookingRefusal {
        @Override
        public String code() {
            return "unit_taken";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("unit", unit);
        }
    }

    /** The unit is out of use. */
    record UnitBlocked(int unit) implements BookingRefusal {
        @Override
        public String code() {
            return "unit_blocked";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("unit", unit);
        }
    }

    /** The account itself has the unit; {@code secondsLeft} is null once it is confirmed. */
    record AlreadyMine(UUID claimId, int unit, @Nullable Long secondsLeft) implements BookingRefusal {
        @Override
        public String code() {
            return "already_mine";
        }

        @Override
        public Map<String, Object> details() {
            var details = new LinkedHashMap<String, Object>();
            details.put("claim_id", claimId);
            details.put("unit", unit);
            if (secondsLeft != null) {
                details.put("seconds_left", secondsLeft);
            }
            return details;
        }
    }

    /** The account has as many claims in the scope as the cap allows. */
    record LimitReached(UUID scope, int claimsMax) implements BookingRefusal {
        @Override
        public String code() {
            return "limit_reached";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("limit", claimsMax);
        }
    }

    /** Another claim of the account takes one of the same slots, such as an overlapping time. */
    record SlotsOverlap(UUID scope, int slot) implements BookingRefusal {
        @Override
        public String code() {
            return "slots_overlap";
        }
    }

    /** More units than one claim may have, or none at all. */
    record TooManyUnits(int unitsMax) implements BookingRefusal {
        @Override
        public String code() {
            return "units_per_claim";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("limit", unitsMax);
        }
    }

    /** Fewer free units than asked for. */
    record NotEnoughFree(int free) implements BookingRefusal {
        @Override
        public String code() {
            return "not_enough_free";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("free", free);
        }
    }

    /** Before the opening or after the closing. */
    record NotOpen(@Nullable Instant opensAt, @Nullable Instant closesAt) implements BookingRefusal {
        @Override
        public String code() {
            return "not_open";
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

    /** The pool is for others. */
    record NotEligible() implements BookingRefusal {
        @Override
        public String code() {
            return "not_eligible";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** The hold ran out before it was confirmed. */
    record HoldExpired() implements BookingRefusal {
        @Override
        public String code() {
            return "hold_expired";
        }
    }

    /** The claim is somebody else's. */
    record NotYours() implements BookingRefusal {
        @Override
        public String code() {
            return "not_yours";
        }
    }

    /** The claim is in another state than the command needs, such as returning a mere hold. */
    record WrongState(Claim.State state) implements BookingRefusal {
        @Override
        public String code() {
            return "wrong_state";
        }
    }

    /** Too late to give it back. */
    record TooLateToReturn() implements BookingRefusal {
        @Override
        public String code() {
            return "too_late_to_return";
        }
    }

    record NoSuchPool(UUID poolId) implements BookingRefusal {
        @Override
        public String code() {
            return "no_such_pool";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record NoSuchUnit(int unit) implements BookingRefusal {
        @Override
        public String code() {
            return "no_such_unit";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record NoSuchClaim() implements BookingRefusal {
        @Override
        public String code() {
            return "no_such_claim";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    /** The idempotency key was used for another request. */
    record KeyReused() implements BookingRefusal {
        @Override
        public String code() {
            return "idempotency_key_reused";
        }
    }

    /** More is queued than can be answered soon. Nothing was done. */
    record Busy() implements BookingRefusal {
        @Override
        public String code() {
            return "busy";
        }

        @Override
        public Kind kind() {
            return Kind.UNAVAILABLE;
        }
    }

    /** The connection broke while committing and the database could not be asked. It may have been done. */
    record OutcomeUnknown() implements BookingRefusal {
        @Override
        public String code() {
            return "outcome_unknown";
        }

        @Override
        public Kind kind() {
            return Kind.UNAVAILABLE;
        }
    }

    @Override
    default Kind kind() {
        return Kind.CONFLICT;
    }

    /** Seconds from {@code now} to {@code until}, rounded up, never negative. */
    static long secondsLeft(Instant now, Instant until) {
        var left = Duration.between(now, until);
        return Math.max(0, left.getSeconds() + (left.getNano() > 0 ? 1 : 0));
    }
}
