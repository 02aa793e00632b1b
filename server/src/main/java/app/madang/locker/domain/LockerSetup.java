package app.madang.locker.domain;

import app.madang.booking.BookingRefusal;
import app.madang.booking.ClaimLog;
import app.madang.booking.Command;
import app.madang.locker.domain.DirectoryChanges.Plan;
import app.madang.locker.domain.DirectoryChanges.Planned;
import app.madang.locker.domain.LockerRefusal.Plain;
import app.madang.shared.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Putting lockers up, moving them, taking them out of use and away. */
@Component
public class LockerSetup {

    private static final Set<ClaimLog.Type> NOT_A_USE = Set.of(ClaimLog.Type.BLOCKED, ClaimLog.Type.UNBLOCKED);

    private final DirectoryChanges changes;
    private final DirectoryStore store;
    private final ClaimLog log;
    private final Clock clock;

    LockerSetup(DirectoryChanges changes, DirectoryStore store, ClaimLog log, Clock clock) {
        this.changes = changes;
        this.store = store;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Where a locker is to stand.
     *
     * @param keepsPosition floor, row and column were not said: those of a known locker stay
     */
    public record Line(
            int lockerId,
            String location,
            @Nullable Integer floor,
            @Nullable Integer row,
            @Nullable Integer column,
            boolean keepsPosition) {}

    public record Counts(int created, int updated) {}

    /** Puts new lockers up and known ones where the lines say. */
    public Result<Counts> put(List<Line> lines, UUID actorId) {
        var counts = new Counts[1];
        var refusal = changes.apply(directory -> {
            var drawing = new Drawing(directory);
            lines.forEach(drawing::add);
            counts[0] = drawing.counts();
            return Planned.go(plan(directory, drawing, actorId));
        });
        return result(refusal, counts[0]);
    }

    /** A new grid, numbered row by row. Refusal: {@code locker_ids_taken}. */
    public Result<Counts> grid(
            String location, @Nullable Integer floor, int firstId, int rows, int columns, UUID actorId) {
        var counts = new Counts[1];
        var refusal = changes.apply(directory -> {
            var drawing = new Drawing(directory);
            var taken = new ArrayList<Integer>();
            for (int i = 0; i < rows * columns; i++) {
                int id = firstId + i;
                if (directory.locker(id).isPresent()) {
                    taken.add(id);
                }
                drawing.add(new Line(id, location, floor, i / columns + 1, i % columns + 1, false));
            }
            if (!taken.isEmpty()) {
                return Planned.refuse(new LockerRefusal.NumbersTaken(taken.subList(0, Math.min(10, taken.size()))));
            }
            counts[0] = drawing.counts();
            return Planned.go(plan(directory, drawing, actorId));
        });
        return result(refusal, counts[0]);
    }

    private static Result<Counts> result(Optional<Refusal> refusal, Counts counts) {
        return refusal.<Result<Counts>>map(Result.Refused::new).orElseGet(() -> new Result.Done<>(counts));
    }

    private Plan plan(Directory directory, Drawing drawing, UUID actorId) {
        List<Command> growth = drawing.units() == directory.units()
                ? List.of()
                : directory.termsNotOver(clock.instant()).stream()
                        .<Command>map(term -> new Command.Grow(term.id(), drawing.units(), actorId))
                        .toList();
        return new Plan(() -> {}, growth, drawing.units(), () -> {
            store.savePlaces(drawing.newPlaces());
            store.saveLockers(drawing.lockers());
        });
    }

    /** Moves one locker to another spot; null leaves a thing as it is. */
    public Optional<Refusal> change(
            int lockerId,
            @Nullable String location,
            @Nullable Integer floor,
            @Nullable Integer row,
            @Nullable Integer column) {
        return changes.apply(directory -> directory
                .locker(lockerId)
                .map(locker -> {
                    var drawing = new Drawing(directory);
                    drawing.add(new Line(
                            lockerId,
                            location == null ? directory.placeOf(locker).name() : location,
                            floor == null ? locker.floor() : floor,
                            row == null ? locker.row() : row,
                            column == null ? locker.column() : column,
                            false));
                    return Planned.go(Plan.of(directory, List.of(), () -> {
                        store.savePlaces(drawing.newPlaces());
                        store.saveLockers(drawing.lockers());
                    }));
                })
                .orElseGet(() -> Planned.refuse(Plain.NO_SUCH_LOCKER)));
    }

    /** Takes a locker away that nobody ever had. Refusal: {@code locker_used}. */
    public Optional<Refusal> remove(int lockerId, UUID actorId) {
        return changes.apply(directory -> directory
                        .locker(lockerId)
                        .map(locker -> {
                            if (wasUsed(directory, locker)) {
                                return Planned.refuse(Plain.LOCKER_USED);
                            }
                            // The number of a unit is never given again: the unit stays behind, blocked.
                            return Planned.go(Plan.of(
                                    directory,
                                    blocks(directory, locker, actorId, "removed"),
                                    () -> store.deleteLocker(lockerId)));
                        })
                        .orElseGet(() -> Planned.refuse(Plain.NO_SUCH_LOCKER)))
                .map(refusal -> refusal instanceof BookingRefusal.UnitTaken ? Plain.LOCKER_USED : refusal);
    }

    private boolean wasUsed(Directory directory, Locker locker) {
        return directory.terms().stream()
                .flatMap(term -> log.ofUnit(term.id(), locker.unit(), Long.MAX_VALUE, 1_000).stream())
                .anyMatch(entry -> !NOT_A_USE.contains(entry.type()));
    }

    /** Takes a locker out of use in every term that is not over. Refusal: {@code locker_in_use}. */
    public Optional<Refusal> markBroken(int lockerId, String reason, UUID actorId) {
        return changes.apply(directory -> directory
                        .locker(lockerId)
                        .map(locker -> Planned.go(Plan.of(
                                directory,
                                blocks(directory, locker, actorId, reason),
                                () -> store.saveBroken(List.of(lockerId), reason))))
                        .orElseGet(() -> Planned.refuse(Plain.NO_SUCH_LOCKER)))
                .map(refusal -> refusal instanceof BookingRefusal.UnitTaken ? Plain.LOCKER_IN_USE : refusal);
    }

    /** Brings it back. */
    public Optional<Refusal> markMended(int lockerId, UUID actorId) {
        return changes.apply(directory -> directory
                .locker(lockerId)
                .map(locker -> Planned.go(Plan.of(
                        directory,
                        directory.termsNotOver(clock.instant()).stream()
                                .<Command>map(term -> new Command.Unblock(term.id(), units(locker), actorId))
                                .toList(),
                        () -> store.saveBroken(List.of(lockerId), null))))
                .orElseGet(() -> Planned.refuse(Plain.NO_SUCH_LOCKER)));
    }

    private List<Command> blocks(Directory directory, Locker locker, UUID actorId, String reason) {
        return directory.termsNotOver(clock.instant()).stream()
                .<Command>map(term -> new Command.Block(term.id(), units(locker), actorId, reason))
                .toList();
    }

    private static TreeSet<Integer> units(Locker locker) {
        return new TreeSet<>(Set.of(locker.unit()));
    }

    /** Names a place and says what its people should know. Refusals: {@code no_such_place}, {@code place_name_taken}. */
    public Optional<Refusal> changePlace(UUID placeId, @Nullable String name, @Nullable String instructions) {
        return changes.apply(directory -> {
            var place = directory.places().get(placeId);
            if (place == null) {
                return Planned.refuse(Plain.NO_SUCH_PLACE);
            }
            var changed = new Place(
                    placeId,
                    name == null ? place.name() : name,
                    instructions == null ? place.instructions() : instructions);
            var namesake = directory.placeNamed(changed.name());
            if (namesake.isPresent() && !namesake.get().id().equals(placeId)) {
                return Planned.refuse(Plain.PLACE_NAME_TAKEN);
            }
            return Planned.go(Plan.of(directory, List.of(), () -> store.savePlaces(List.of(changed))));
        });
    }
}
