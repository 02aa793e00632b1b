package app.madang.locker.web;

import app.madang.locker.domain.FieldError;
import app.madang.locker.domain.LockerSetup;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code locker_id,location[,floor,row,column]}. Each line is read by itself, so that a broken one spoils no other:
 * a field therefore holds no line break. Reads what a Korean spreadsheet writes: a byte order mark, CRLF, code page 949.
 */
final class LockerCsv {

    static final int LINES_MAX = 20_000;

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreSurroundingSpaces(true).get();

    /** @param errors line number and what is wrong there; {@code field} is the value found */
    record Reading(List<LockerSetup.Line> lines, List<LineError> errors) {}

    record LineError(int line, FieldError error) {}

    private final Map<String, Integer> columns;
    private final Set<Integer> seen = new HashSet<>();
    private final List<LockerSetup.Line> lines = new ArrayList<>();
    private final List<LineError> errors = new ArrayList<>();

    private LockerCsv(Map<String, Integer> columns) {
        this.columns = columns;
    }

    /** Empty when the first line is not the header. */
    static Optional<Reading> read(byte[] csv) {
        var rows = decode(csv).split("\r\n|\n|\r", -1);
        var header = header(rows[0]);
        if (!header.containsKey("locker_id") || !header.containsKey("location")) {
            return Optional.empty();
        }
        var reader = new LockerCsv(header);
        for (int i = 1; i < rows.length; i++) {
            if (!rows[i].isBlank()) {
                reader.line(i + 1, rows[i]);
            }
        }
        return Optional.of(new Reading(reader.lines, reader.errors));
    }

    static boolean isTooLong(byte[] csv) {
        int lines = 0;
        for (byte character : csv) {
            if (character == '\n') {
                lines++;
            }
        }
        return lines > LINES_MAX + 1;
    }

    private static String decode(byte[] csv) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(csv)).toString();
        } catch (CharacterCodingException _) {
            text = new String(csv, Charset.forName("x-windows-949"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Map<String, Integer> header(String row) {
        var columns = new HashMap<String, Integer>();
        var names = fields(row);
        for (int i = 0; names != null && i < names.length; i++) {
            columns.putIfAbsent(names[i].strip().toLowerCase(Locale.ROOT), i);
        }
        return columns;
    }

    /** Null when the quotes do not match. */
    private static String @Nullable [] fields(String row) {
        try (var parser = CSVParser.parse(row, FORMAT)) {
            var records = parser.getRecords();
            return records.isEmpty() ? new String[0] : records.getFirst().values();
        } catch (IOException | RuntimeException _) {
            return null;
        }
    }

    private void line(int number, String row) {
        var fields = fields(row);
        if (fields == null) {
            wrong(number, "", "csv.quotes");
            return;
        }
        var id = number(field(fields, "locker_id"), 1, Integer.MAX_VALUE);
        var location = Normalizer.normalize(unguarded(field(fields, "location")), Normalizer.Form.NFC);
        if (id == null) {
            wrong(number, field(fields, "locker_id"), "csv.locker_id");
        } else if (!isName(location)) {
            wrong(number, location, location.isEmpty() ? "csv.location_missing" : "csv.location");
        } else if (!isPosition(fields, "floor", -100, 1_000)) {
            wrong(number, field(fields, "floor"), "csv.floor");
        } else if (!isPosition(fields, "row", 1, 1_000)) {
            wrong(number, field(fields, "row"), "csv.row");
        } else if (!isPosition(fields, "column", 1, 1_000)) {
            wrong(number, field(fields, "column"), "csv.column");
        } else if (!seen.add(id)) {
            wrong(number, id.toString(), "csv.twice");
        } else {
            lines.add(new LockerSetup.Line(
                    id,
                    location,
                    number(field(fields, "floor"), -100, 1_000),
                    number(field(fields, "row"), 1, 1_000),
                    number(field(fields, "column"), 1, 1_000),
                    !columns.containsKey("floor") && !columns.containsKey("row") && !columns.containsKey("column")));
        }
    }

    private void wrong(int line, String value, String message) {
        var shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
        errors.add(new LineError(line, new FieldError(shown, message)));
    }

    private String field(String[] fields, String name) {
        var index = columns.get(name);
        return index == null || index >= fields.length ? "" : fields[index].strip();
    }

    private boolean isPosition(String[] fields, String name, int least, int most) {
        var text = field(fields, name);
        return text.isEmpty() || number(text, least, most) != null;
    }

    private static @Nullable Integer number(String text, int least, int most) {
        if (!text.matches("-?[0-9]{1,10}")) {
            return null;
        }
        long value = Long.parseLong(text);
        return value < least || value > most ? null : (int) value;
    }

    static boolean isName(String text) {
        return !text.isBlank() && text.length() <= 60 && text.chars().noneMatch(Character::isISOControl);
    }

    /** A cell that a spreadsheet takes for a formula is written with an apostrophe before it, and read without. */
    static String guarded(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    static String unguarded(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@\t\r".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    /** One line of a file, quoted where needed. */
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
