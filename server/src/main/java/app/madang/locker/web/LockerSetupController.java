package app.madang.locker.web;

import app.madang.booking.Boards;
import app.madang.identity.Requires;
import app.madang.identity.Role;
import app.madang.identity.Viewer;
import app.madang.locker.domain.Locker;
import app.madang.locker.domain.LockerRefusal.Plain;
import app.madang.locker.domain.LockerSetup;
import app.madang.locker.domain.LockerState;
import app.madang.locker.domain.Lockers;
import app.madang.locker.domain.Result;
import app.madang.shared.Refusal;
import app.madang.web.Csv;
import app.madang.web.FixedContract;
import app.madang.web.Problem;
import app.madang.web.Texts;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Putting lockers up: grids, files, places. */
@Requires(Role.ADMIN)
@RestController
@RequestMapping("/api/v1/admin")
class LockerSetupController {

    private static final int LINES_MAX = 20_000;
    private static final int SIDE_MAX = 200;
    private static final int GRID_MAX = 5_000;

    private final LockerSetup setup;
    private final Lockers lockers;
    private final LockerAnswers answers;
    private final Boards boards;
    private final Clock clock;
    private final Texts texts;

    LockerSetupController(
            LockerSetup setup, Lockers lockers, LockerAnswers answers, Boards boards, Clock clock, Texts texts) {
        this.setup = setup;
        this.lockers = lockers;
        this.answers = answers;
        this.boards = boards;
        this.clock = clock;
        this.texts = texts;
    }

    record ImportAnswer(int created, int updated, List<Csv.LineError> errors) {}

    /** Takes the good lines; the others are listed. */
    @FixedContract
    @PostMapping(path = "/lockers/import", consumes = "text/csv")
    ImportAnswer importFile(@AuthenticationPrincipal Viewer viewer, @RequestBody byte[] file) {
        var reading = LockerCsv.read(file, texts);
        if (reading.lines().size() > LINES_MAX) {
            throw new Problem(Plain.TOO_MANY_LINES);
        }
        var counts = reading.lines().isEmpty()
                ? new LockerSetup.Counts(0, 0)
                : value(setup.put(reading.lines(), viewer.accountId()));
        return new ImportAnswer(counts.created(), counts.updated(), reading.errors());
    }

    record GridRequest(
            @Nullable String location,
            @Nullable Integer floor,
            @Nullable Integer firstId,
            @Nullable Integer rows,
            @Nullable Integer columns) {}

    record GridAnswer(int created) {}

    @PostMapping("/lockers")
    @ResponseStatus(HttpStatus.CREATED)
    GridAnswer grid(@AuthenticationPrincipal Viewer viewer, @RequestBody GridRequest request) {
        var fields = Fields.of(texts);
        var location = fields.line("location", request.location, LockerCsv.LOCATION_MAX);
        var floor = fields.optionalNumber("floor", request.floor, LockerCsv.FLOOR_MIN, LockerCsv.FLOOR_MAX);
        int rows = fields.number("rows", request.rows, 1, SIDE_MAX);
        int columns = fields.number("columns", request.columns, 1, Math.min(SIDE_MAX, GRID_MAX / Math.max(1, rows)));
        int firstId = fields.number("first_id", request.firstId, 1, Integer.MAX_VALUE - GRID_MAX);
        fields.check();
        return new GridAnswer(value(setup.grid(location, floor, firstId, rows, columns, viewer.accountId()))
                .created());
    }

    record LockerChange(
            @Nullable String location,
            @Nullable Integer floor,
            @Nullable Integer row,
            @Nullable Integer column) {}

    record LockerPlace(
            int lockerId,
            String locationId,
            UUID placeId,
            @Nullable Integer floor,
            @Nullable Integer row,
            @Nullable Integer column) {}

    @PatchMapping("/lockers/{id}")
    LockerPlace change(@PathVariable LockerNumber id, @RequestBody LockerChange request) {
        int lockerId = answers.locker(id).id();
        var fields = Fields.of(texts);
        var location =
                request.location == null ? null : fields.line("location", request.location, LockerCsv.LOCATION_MAX);
        fields.optionalNumber("floor", request.floor, LockerCsv.FLOOR_MIN, LockerCsv.FLOOR_MAX);
        fields.optionalNumber("row", request.row, 1, LockerCsv.POSITION_MAX);
        fields.optionalNumber("column", request.column, 1, LockerCsv.POSITION_MAX);
        fields.check();
        orThrow(setup.change(lockerId, location, request.floor, request.row, request.column));
        var directory = lockers.recent();
        var locker = answers.locker(id);
        return new LockerPlace(
                locker.id(),
                directory.placeOf(locker).name(),
                locker.placeId(),
                locker.floor(),
                locker.row(),
                locker.column());
    }

    @DeleteMapping("/lockers/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Viewer viewer, @PathVariable LockerNumber id) {
        orThrow(setup.remove(answers.locker(id).id(), viewer.accountId()));
    }

    record PlaceView(UUID id, String name, String instructions, int lockers, int free) {}

    record PlaceList(List<PlaceView> items, @Nullable String nextCursor) {}

    @GetMapping("/locker-places")
    PlaceList places() {
        var directory = lockers.recent();
        var now = clock.instant();
        var board = directory
                .currentTerm(now)
                .flatMap(term -> boards.board(term.id()))
                .orElse(null);
        return new PlaceList(
                directory.places().values().stream()
                        .map(place -> {
                            List<Locker> here = directory.lockers().stream()
                                    .filter(locker -> locker.placeId().equals(place.id()))
                                    .toList();
                            int free = (int) here.stream()
                                    .filter(locker -> LockerState.of(
                                                    locker,
                                                    board == null
                                                            ? null
                                                            : board.claims().get(locker.unit()),
                                                    now)
                                            == LockerState.FREE)
                                    .count();
                            return new PlaceView(place.id(), place.name(), place.instructions(), here.size(), free);
                        })
                        .sorted(Comparator.comparing(PlaceView::name))
                        .toList(),
                null);
    }

    record PlaceChange(@Nullable String name, @Nullable String instructions) {}

    record PlaceAnswer(UUID id, String name, String instructions) {}

    @PatchMapping("/locker-places/{id}")
    PlaceAnswer changePlace(@PathVariable UUID id, @RequestBody PlaceChange request) {
        var fields = Fields.of(texts);
        var name = request.name == null ? null : fields.line("name", request.name, LockerCsv.LOCATION_MAX);
        var instructions =
                request.instructions == null ? null : fields.prose("instructions", request.instructions, 2_000);
        fields.check();
        orThrow(setup.changePlace(id, name, instructions));
        var place = lockers.recent().places().get(id);
        if (place == null) {
            throw new Problem(Plain.NO_SUCH_PLACE);
        }
        return new PlaceAnswer(id, place.name(), place.instructions());
    }

    private <T> T value(Result<T> result) {
        return switch (result) {
            case Result.Done<T>(var value) -> value;
            case Result.Refused<T>(var refusal) -> throw new Problem(refusal);
            case Result.Wrong<T>(var errors) -> {
                Fields.of(texts).reject(errors).check();
                throw new IllegalStateException("wrong without an error");
            }
        };
    }

    private static void orThrow(Optional<Refusal> refusal) {
        if (refusal.isPresent()) {
            throw new Problem(refusal.get());
        }
    }
}
