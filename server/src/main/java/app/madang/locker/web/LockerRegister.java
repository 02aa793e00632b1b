package app.madang.locker.web;

import app.madang.booking.Board;
import app.madang.booking.Boards;
import app.madang.identity.Person;
import app.madang.locker.domain.Directory;
import app.madang.locker.domain.Locker;
import app.madang.locker.domain.LockerState;
import app.madang.locker.domain.Lockers;
import app.madang.locker.domain.People;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every locker of the current term with who has it, for admins. */
@Component
class LockerRegister {

    private final Lockers lockers;
    private final Boards boards;
    private final People people;
    private final Clock clock;

    LockerRegister(Lockers lockers, Boards boards, People people, Clock clock) {
        this.lockers = lockers;
        this.boards = boards;
        this.people = people;
        this.clock = clock;
    }

    record Owner(long serialId, @Nullable String studentId, String name) {
        static Owner of(Person person) {
            return new Owner(person.serialId(), person.studentId(), person.name());
        }
    }

    record Row(
            int lockerId,
            String locationId,
            UUID placeId,
            @Nullable Integer floor,
            @Nullable Integer row,
            @Nullable Integer column,
            String state,
            @Nullable String brokenReason,
            @Nullable Owner owner,
            @Nullable Instant holdExpiresAt) {}

    /**
     * The first {@code limit} rows with a number above {@code above}.
     *
     * @param query the number of a locker, or the beginning of its owner's student id or name
     */
    List<Row> rows(@Nullable UUID placeId, @Nullable String state, @Nullable String query, long above, int limit) {
        Predicate<Row> wanted = row -> (placeId == null || placeId.equals(row.placeId))
                && (state == null || state.equals(row.state))
                && (query == null || query.isBlank() || matches(row, query.strip()));
        var rows = new ArrayList<Row>();
        for (var row : all()) {
            if (row.lockerId > above && wanted.test(row)) {
                rows.add(row);
                if (rows.size() == limit) {
                    break;
                }
            }
        }
        return rows;
    }

    private static boolean matches(Row row, String query) {
        if (String.valueOf(row.lockerId).equals(query)) {
            return true;
        }
        var owner = row.owner;
        return owner != null
                && (startsWith(owner.name, query) || (owner.studentId != null && startsWith(owner.studentId, query)));
    }

    private static boolean startsWith(String text, String query) {
        return text.toLowerCase(Locale.ROOT).startsWith(query.toLowerCase(Locale.ROOT));
    }

    private List<Row> all() {
        var directory = lockers.recent();
        var now = clock.instant();
        var board = directory
                .currentTerm(now)
                .flatMap(term -> boards.board(term.id()))
                .orElse(null);
        Map<UUID, Person> owners = board == null
                ? Map.of()
                : people.findAll(board.claimsByAccount().keySet());
        return directory.lockers().stream()
                .map(locker -> row(directory, locker, board, owners, now))
                .toList();
    }

    private static Row row(
            Directory directory, Locker locker, @Nullable Board board, Map<UUID, Person> owners, Instant now) {
        var claim = board == null ? null : board.claims().get(locker.unit());
        var state = LockerState.of(locker, claim, now);
        var taken = state == LockerState.HELD || state == LockerState.CONFIRMED ? claim : null;
        var accountId = taken == null ? null : taken.accountId();
        var owner = accountId == null ? null : owners.get(accountId);
        return new Row(
                locker.id(),
                directory.placeOf(locker).name(),
                locker.placeId(),
                locker.floor(),
                locker.row(),
                locker.column(),
                state.word(),
                locker.brokenReason(),
                owner == null ? null : Owner.of(owner),
                taken == null ? null : taken.until());
    }

    /** The register as a file that spreadsheets open in UTF-8, and that can be imported again. */
    byte[] csv() {
        var csv = new StringBuilder("\uFEFF");
        LockerCsv.write(
                csv,
                List.of(
                        "locker_id",
                        "location",
                        "floor",
                        "row",
                        "column",
                        "state",
                        "student_id",
                        "name",
                        "hold_expires_at",
                        "broken_reason"));
        for (var row : all()) {
            var cells = new ArrayList<@Nullable Object>();
            cells.add(row.lockerId);
            cells.add(row.locationId);
            cells.add(row.floor);
            cells.add(row.row);
            cells.add(row.column);
            cells.add(row.state);
            cells.add(row.owner == null ? null : row.owner.studentId);
            cells.add(row.owner == null ? null : row.owner.name);
            cells.add(row.holdExpiresAt);
            cells.add(row.brokenReason);
            LockerCsv.write(csv, cells);
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
