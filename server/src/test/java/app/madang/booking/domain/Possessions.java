package app.madang.booking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.booking.ClaimLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * When somebody knew to have something: from the return of the call that gave it to the call that gave it up, or the end
 * of the hold. Two such spans of one thing never overlap, whatever log and tables say.
 */
final class Possessions {

    private record Span(Instant from, Instant to, ClaimLog.Entry by) {}

    private final Collection<Replay> replays;
    private final Map<ClaimLog.Entry, Asked> answered;
    private final Map<Object, List<Span>> spans = new HashMap<>();

    Possessions(Collection<Replay> replays, Map<ClaimLog.Entry, Asked> answered) {
        this.replays = replays;
        this.answered = answered;
    }

    void check() {
        for (var replay : replays) {
            for (var row : replay.rows) {
                collect(replay, row.entry());
            }
        }
        spans.forEach((thing, all) -> {
            all.sort(Comparator.comparing(Span::from));
            for (var i = 1; i < all.size(); i++) {
                assertThat(all.get(i).from())
                        .as("%s was given by %s while %s still stood", thing, all.get(i), all.get(i - 1))
                        .isAfterOrEqualTo(all.get(i - 1).to());
            }
        });
    }

    private void collect(Replay replay, ClaimLog.Entry entry) {
        var call = answered.get(entry);
        if (call == null) {
            return;
        }
        var state = Objects.requireNonNull(replay.states.get((int) entry.version()));
        for (var claimId : claims(entry)) {
            var standing = state.get(claimId);
            if (standing == null) {
                continue;
            }
            var to = end(replay, entry, claimId);
            var until = standing.claim().until();
            to = until != null && until.isBefore(to) ? until : to;
            if (!call.returnAt().isBefore(to)) {
                continue;
            }
            var span = new Span(call.returnAt(), to, entry);
            standing.claim().units().forEach(unit -> add(new WriteSet.UnitKey(replay.pool, unit), span));
            var accountId = standing.claim().accountId();
            if (accountId != null) {
                standing.allowances()
                        .forEach(each -> add(new WriteSet.AllowanceKey(each.scope(), accountId, each.n()), span));
            }
        }
    }

    private static List<UUID> claims(ClaimLog.Entry entry) {
        var claims = new ArrayList<UUID>();
        if (entry.claimId() != null) {
            claims.add(entry.claimId());
        }
        if (entry.otherClaimId() != null) {
            claims.add(entry.otherClaimId());
        }
        return claims;
    }

    /** When the next call that changed the claim was made; at once if nobody knows of that call. */
    private Instant end(Replay replay, ClaimLog.Entry from, UUID claimId) {
        for (var row : replay.rows.subList((int) from.version(), replay.rows.size())) {
            if (claims(row.entry()).contains(claimId)) {
                if (row.entry().type() == ClaimLog.Type.EXPIRED) {
                    return Instant.MAX;
                }
                var call = answered.get(row.entry());
                return call == null ? Instant.MIN : call.callAt();
            }
        }
        return Instant.MAX;
    }

    private void add(Object thing, Span span) {
        spans.computeIfAbsent(thing, key -> new ArrayList<>()).add(span);
    }
}
