package app.madang.locker.web;

import app.madang.locker.domain.LockerSetup;
import app.madang.web.Csv;
import app.madang.web.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lockers as lines of a file. */
final class LockerCsv {

    static final int FLOOR_MIN = -20;
    static final int FLOOR_MAX = 200;
    static final int POSITION_MAX = 1_000;
    static final int LOCATION_MAX = 60;

    private static final int ERRORS_MAX = 1_000;
    private static final Set<String> POSITION = Set.of("floor", "row", "column");
    private static final String FORMULA_STARTS = "=+-@\t\r";

    /** The good lines, and what is wrong with the others. */
    record Reading(List<LockerSetup.Line> lines, List<Csv.LineError> errors) {}

    private final Texts texts;
    private final Set<Integer> seen = new HashSet<>();
    private final List<LockerSetup.Line> lines = new ArrayList<>();
    private final List<Csv.LineError> errors = new ArrayList<>();

    private LockerCsv(Texts texts) {
        this.texts = texts;
    }

    /** Reads {@code locker_id,location[,floor,row,column]}. */
    static Reading read(byte[] file, Texts texts) {
        var csv = Csv.read(file, Set.of("locker_id", "location"), POSITION, texts);
        var reader = new LockerCsv(texts);
        reader.errors.addAll(csv.errors());
        csv.rows().forEach(reader::line);
        reader.errors.sort((one, other) -> Integer.compare(one.line(), other.line()));
        return new Reading(reader.lines, reader.errors);
    }

    private void line(Csv.Row row) {
        var id = number(row.get("locker_id"), 1, Integer.MAX_VALUE);
        var location = unguarded(row.get("location"));
        if (id == null) {
            wrong(row, "csv_locker_id", "locker_id");
        } else if (location.isEmpty()) {
            wrong(row, "csv_location_missing", "location");
        } else if (location.length() > LOCATION_MAX || location.chars().anyMatch(Character::isISOControl)) {
            wrong(row, "csv_location", "location");
        } else if (isNotWithin(row, "floor", FLOOR_MIN, FLOOR_MAX)) {
            wrong(row, "csv_floor", "floor");
        } else if (isNotWithin(row, "row", 1, POSITION_MAX)) {
            wrong(row, "csv_row", "row");
        } else if (isNotWithin(row, "column", 1, POSITION_MAX)) {
            wrong(row, "csv_column", "column");
        } else if (!seen.add(id)) {
            wrong(row, "csv_twice", "locker_id");
        } else {
            lines.add(new LockerSetup.Line(
                    id,
                    location,
                    number(row.get("floor"), FLOOR_MIN, FLOOR_MAX),
                    number(row.get("row"), 1, POSITION_MAX),
                    number(row.get("column"), 1, POSITION_MAX),
                    POSITION.stream().noneMatch(row.fields()::containsKey)));
        }
    }

    private void wrong(Csv.Row row, String text, String column) {
        if (errors.size() < ERRORS_MAX) {
            var value = row.get(column);
            var shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
            errors.add(new Csv.LineError(row.line(), texts.get(text, Map.of("value", shown))));
        }
    }

    private static boolean isNotWithin(Csv.Row row, String column, int least, int most) {
        return !row.get(column).isEmpty() && number(row.get(column), least, most) == null;
    }

    private static @Nullable Integer number(String text, int least, int most) {
        if (!text.matches("-?[0-9]{1,10}")) {
            return null;
        }
        long value = Long.parseLong(text);
        return value < least || value > most ? null : (int) value;
    }

    /** A cell that a spreadsheet takes for a formula is written with an apostrophe before it, and read without. */
    private static String guarded(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String unguarded(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && FORMULA_STARTS.indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    /** Writes one line, quoted where needed. */
    static void write(StringBuilder csv, List<? extends @Nullable Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            var text = cell == null ? "" : cell instanceof Number ? cell.toString() : guarded(cell.toString());
            csv.append(i == 0 ? "" : ",");
            if (text.chars().anyMatch(character -> ",\"\r\n".indexOf(character) >= 0)) {
                csv.append('"').append(text.replace("\"", "\"\"")).append('"');
            } else {
                csv.append(text);
            }
        }
        csv.append("\r\n");
    }
}
