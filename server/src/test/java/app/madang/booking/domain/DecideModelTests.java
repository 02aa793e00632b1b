package app.madang.booking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The decision function against a naive model: thousands of random batches, without any I/O. */
class DecideModelTests {

    private static final int SEEDS = 400;
    private static final int BATCHES = 60;

    @Test
    void decidesWhatTheNaiveModelDecides() {
        var seen = new TreeMap<String, Integer>();
        Seeds.of(SEEDS).forEach(seed -> {
            var run = new ModelRun(seed);
            for (var i = 0; i < BATCHES; i++) {
                try {
                    run.batch();
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError("seed %d, batch %d: %s".formatted(seed, i, e.getMessage()), e);
                }
            }
            run.seen.forEach((kind, count) -> seen.merge(kind, count, Integer::sum));
        });
        // A run that never comes to a rule proves nothing about it.
        assertThat(seen.keySet())
                .contains(
                        "Hold granted",
                        "Hold unit_taken",
                        "Hold unit_blocked",
                        "Hold already_mine",
                        "Hold limit_reached",
                        "Hold slots_overlap",
                        "Hold not_enough_free",
                        "Hold not_open",
                        "Hold not_eligible",
                        "Hold no_such_unit",
                        "Hold units_per_claim",
                        "Assign granted",
                        "Assign limit_reached",
                        "Confirm granted",
                        "Confirm hold_expired",
                        "Confirm not_yours",
                        "ReleaseHold granted",
                        "ReleaseHold wrong_state",
                        "Return granted",
                        "Return too_late_to_return",
                        "Return wrong_state",
                        "Revoke granted",
                        "Revoke no_such_claim",
                        "Move granted",
                        "Move unit_taken",
                        "Move not_open",
                        "Swap granted",
                        "Swap wrong_state",
                        "Block granted",
                        "Block unit_taken",
                        "Unblock granted",
                        "Grow granted",
                        "ChangePolicy granted",
                        "Sweep granted");
    }
}
