package app.madang.locker.web;

import app.madang.booking.Board;
import app.madang.booking.Boards;
import app.madang.booking.Claim;
import app.madang.locker.domain.Directory;
import app.madang.locker.domain.LockerState;
import app.madang.locker.domain.Lockers;
import app.madang.locker.domain.People;
import app.madang.locker.domain.Term;
import app.madang.web.EntityTags;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The list of lockers, rendered once per change and not once per request: the bytes are shared, what is personal is put
 * in per reader. Touches the database only to look up a name it has not met within a minute.
 */
@Component
class LockerLists {

    private final Lockers lockers;
    private final Boards boards;
    private final People people;
    private final Clock clock;
    private final Rendering forMembers = new Rendering();
    private final Rendering forAdmins = new Rendering();

    LockerLists(Lockers lockers, Boards boards, People people, Clock clock) {
        this.lockers = lockers;
        this.boards = boards;
        this.people = people;
        this.clock = clock;
    }

    /**
     * What to send.
     *
     * @param body null when the reader has it already
     * @param mine what to replace in the body; null when the reader has no locker
     */
    record Answer(
            String etag,
            @Nullable LockerListBody body,
            @Nullable Own mine) {}

    /** The reader's own locker: its position and the bytes that stand there instead. */
    record Own(int index, byte[] json) {}

    /** The list for one reader. */
    Answer answer(UUID accountId, boolean admin, @Nullable String ifNoneMatch) {
        var directory = lockers.directory();
        var now = clock.instant();
        var term = directory.currentTerm(now).orElse(null);
        var board = term == null ? null : boards.board(term.id()).orElse(null);
        var phase = term == null ? null : term.phase(now);

        var claim = board == null ? null : board.claimsByAccount().get(accountId);
        int index = claim == null || !claim.isLive(now)
                ? -1
                : directory.indexOfUnit(claim.units().getFirst());
        var owner = index < 0 ? null : people.ownerName(accountId);
        var etag = etag(directory, board, phase, admin, index, owner);
        if (EntityTags.matches(ifNoneMatch, etag)) {
            return new Answer(etag, null, null);
        }
        var body = (admin ? forAdmins : forMembers)
                .of(directory, board, phase, () -> render(directory, term, board, phase, now, admin));
        var own = claim == null || owner == null || index < 0
                ? null
                : new Own(index, ownJson(directory, index, claim, owner, now));
        return new Answer(etag, body, own);
    }

    private static byte[] ownJson(Directory directory, int index, Claim claim, String owner, Instant now) {
        var locker = directory.lockers().get(index);
        var state = LockerState.of(locker, claim, now);
        return bytes(LockerJson.head(directory, locker) + LockerJson.tail(owner, state, true, claim.until()));
    }

    private static String etag(
            Directory directory,
            @Nullable Board board,
            Term.@Nullable Phase phase,
            boolean admin,
            int index,
            @Nullable String owner) {
        var tag = new StringBuilder(64).append('"').append(directory.version());
        if (board != null && phase != null) {
            tag.append('-').append(phase.ordinal()).append('-');
            var shown = board.etag();
            for (int i = 0; i < shown.length(); i++) {
                if (shown.charAt(i) != '"' && shown.charAt(i) != ' ') {
                    tag.append(shown.charAt(i));
                }
            }
        }
        if (admin) {
            tag.append("-a");
        }
        if (owner != null) {
            tag.append("-m").append(index).append('.').append(Integer.toHexString(owner.hashCode()));
        }
        return tag.append('"').toString();
    }

    private LockerListBody render(
            Directory directory,
            @Nullable Term term,
            @Nullable Board board,
            Term.@Nullable Phase phase,
            Instant now,
            boolean admin) {
        if (admin && board != null) {
            people.prepareOwnerNames(board.claimsByAccount().keySet());
        }
        Function<UUID, String> owner = admin ? people::ownerName : accountId -> "taken";
        var all = directory.lockers();
        var starts = new int[all.size() + 1];
        var out = new ByteArrayOutputStream(256 + all.size() * 220);
        int free = 0;
        out.writeBytes(bytes("{\"lockers\":["));
        for (int i = 0; i < all.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            starts[i] = out.size();
            var locker = all.get(i);
            var claim = board == null ? null : board.claims().get(locker.unit());
            var state = LockerState.of(locker, claim, now);
            if (state == LockerState.FREE) {
                free++;
            }
            out.writeBytes(bytes(LockerJson.head(directory, locker) + tail(state, claim, owner)));
        }
        starts[all.size()] = out.size();
        out.writeBytes(bytes("],\"available_count\":" + free + ",\"term\":" + termJson(term, phase) + ",\"version\":"
                + (board == null ? 0 : board.version()) + "}"));
        return new LockerListBody(directory, board, phase, out.toByteArray(), starts);
    }

    private static String tail(LockerState state, @Nullable Claim claim, Function<UUID, String> owner) {
        return switch (state) {
            case FREE -> LockerJson.tail(null, state, false, null);
            case BROKEN -> LockerJson.tail("taken", state, false, null);
            case HELD, CONFIRMED -> {
                var accountId = claim == null ? null : claim.accountId();
                yield LockerJson.tail(
                        accountId == null ? "taken" : owner.apply(accountId),
                        state,
                        false,
                        claim == null ? null : claim.until());
            }
        };
    }

    static String termJson(@Nullable Term term, Term.@Nullable Phase phase) {
        if (term == null || phase == null) {
            return "null";
        }
        var json = new StringBuilder(256).append("{\"id\":\"").append(term.id()).append("\",\"name\":");
        LockerJson.string(json, term.name());
        return json.append(",\"opens_at\":\"")
                .append(term.opensAt())
                .append("\",\"closes_at\":\"")
                .append(term.closesAt())
                .append("\",\"ends_at\":\"")
                .append(term.endsAt())
                .append("\",\"phase\":\"")
                .append(phase.name().toLowerCase(Locale.ROOT))
                .append("\",\"pool_id\":\"")
                .append(term.id())
                .append("\"}")
                .toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The last body made; when it is out of date one reader makes the next and the others wait for it. */
    private static final class Rendering {

        private final ReentrantLock lock = new ReentrantLock();
        private volatile @Nullable LockerListBody last;

        LockerListBody of(
                Directory directory,
                @Nullable Board board,
                Term.@Nullable Phase phase,
                Supplier<LockerListBody> renderer) {
            var body = last;
            if (body != null && body.shows(directory, board, phase)) {
                return body;
            }
            lock.lock();
            try {
                body = last;
                if (body == null || !body.shows(directory, board, phase)) {
                    body = renderer.get();
                    last = body;
                }
                return body;
            } finally {
                lock.unlock();
            }
        }
    }
}
