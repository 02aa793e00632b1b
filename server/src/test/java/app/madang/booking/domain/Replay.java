package app.madang.booking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.booking.Claim;
import app.madang.booking.ClaimLog;
import app.madang.booking.ClaimLog.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The log of one pool replayed by version, each step held to the rules by a model that knows nothing of the engine. */
final class Replay {

    final UUID pool;
    final List<LogRow> rows;
    /** The claims that stand after each version, version 0 first. */
    final List<Map<UUID, Standing>> states = new ArrayList<>();

    private final Duration hold;

    Replay(UUID pool, List<LogRow> rows, Duration hold) {
        this.pool = pool;
        this.rows = rows;
        this.hold = hold;
        states.add(Map.of());
        var at = Instant.MIN;
        for (var row : rows) {
            var entry = row.entry();
            assertThat(entry.version()).as("versions have no gap").isEqualTo(states.size());
            assertThat(entry.at()).as("time of %s", entry).isAfterOrEqualTo(at);
            at = entry.at();
            var state = new HashMap<>(states.getLast());
            apply(row, state);
            states.add(Map.copyOf(state));
        }
    }

    int head() {
        return rows.size();
    }

    ClaimLog.Entry entry(long version) {
        return rows.get((int) version - 1).entry();
    }

    /** From when the state after this version was the pool's. */
    Instant from(int version) {
        return version == 0 ? Instant.MIN : entry(version).at();
    }

    Instant to(int version) {
        return version == head() ? Instant.MAX : entry(version + 1).at();
    }

    private void apply(LogRow row, Map<UUID, Standing> state) {
        var entry = row.entry();
        var at = entry.at();
        switch (entry.type()) {
            case HELD -> {
                assertThat(entry.until()).isEqualTo(at.plus(hold));
                begin(row, Claim.State.HELD, state);
            }
            case ASSIGNED, BLOCKED -> begin(row, Claim.State.CONFIRMED, state);
            case CONFIRMED -> {
                var held = held(entry, state);
                assertThat(held.isLive(at)).as("%s in time", entry).isTrue();
                put(held.confirmed(), state);
            }
            case HOLD_RELEASED -> {
                assertThat(held(entry, state).isLive(at))
                        .as("%s in time", entry)
                        .isTrue();
                state.remove(entry.claimId());
            }
            case EXPIRED -> {
                assertThat(held(entry, state).isLive(at))
                        .as("%s too early", entry)
                        .isFalse();
                state.remove(entry.claimId());
            }
            case RETURNED -> {
                assertThat(standing(entry.claimId(), state).isHold())
                        .as("%s", entry)
                        .isFalse();
                state.remove(entry.claimId());
            }
            case REVOKED, UNBLOCKED -> {
                assertThat(standing(entry.claimId(), state).claim().isBlock())
                        .isEqualTo(entry.type() == Type.UNBLOCKED);
                assertThat(standing(entry.claimId(), state).isLive(at))
                        .as("%s in time", entry)
                        .isTrue();
                state.remove(entry.claimId());
            }
            case MOVED -> {
                var before = standing(entry.claimId(), state);
                assertThat(before.isLive(at)).as("%s in time", entry).isTrue();
                assertThat(entry.unitsBefore()).isEqualTo(before.claim().units());
                assertThat(entry.units()).hasSameSizeAs(before.claim().units());
                state.remove(before.claimId());
                requireFree(entry.units(), state);
                put(before.on(entry.units()), state);
            }
            case SWAPPED -> {
                var one = standing(entry.claimId(), state);
                var other = standing(entry.otherClaimId(), state);
                assertThat(one.isHold() || other.isHold()).as("%s", entry).isFalse();
                assertThat(entry.units()).isEqualTo(other.claim().units());
                put(one.on(other.claim().units()), state);
                put(other.on(one.claim().units()), state);
            }
            case POLICY_CHANGED, GROWN -> throw new AssertionError("nobody asked for " + entry);
        }
    }

    private void begin(LogRow row, Claim.State claimState, Map<UUID, Standing> state) {
        var entry = row.entry();
        requireFree(entry.units(), state);
        assertThat(entry.units()).isNotEmpty().hasSizeLessThanOrEqualTo(History.UNITS_PER_CLAIM_MAX);
        assertThat(state).doesNotContainKey(entry.claimId());
        var claim = new Claim(
                Objects.requireNonNull(entry.claimId()),
                pool,
                entry.accountId(),
                claimState,
                entry.units(),
                entry.until());
        put(new Standing(claim, row.allowances()), state);
    }

    private static void put(Standing standing, Map<UUID, Standing> state) {
        state.put(standing.claimId(), standing);
    }

    private static void requireFree(List<Integer> units, Map<UUID, Standing> state) {
        assertThat(units).allMatch(unit -> unit >= 0 && unit < History.UNITS);
        for (var standing : state.values()) {
            assertThat(standing.claim().units()).doesNotContainAnyElementsOf(units);
        }
    }

    private static Standing held(ClaimLog.Entry entry, Map<UUID, Standing> state) {
        var standing = standing(entry.claimId(), state);
        assertThat(standing.isHold()).as("%s is about a hold", entry).isTrue();
        return standing;
    }

    private static Standing standing(@Nullable UUID claimId, Map<UUID, Standing> state) {
        return Objects.requireNonNull(state.get(claimId), "the log speaks of a claim that does not stand: " + claimId);
    }
}
