package app.madang.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * A CSV file read line by line, so that a broken line costs nothing but itself: a quote that is never closed must not
 * swallow the rest. UTF-8 with or without a mark, or the encoding Korean spreadsheets write. A field holds no line
 * breaks.
 *
 * @param rows the good lines
 * @param errors the broken ones
 */
public record Csv(List<Row> rows, List<LineError> errors) {

    private static final int ERRORS_MAX = 1000;

    /** A good line; {@code fields} by header name, missing optional columns absent, values stripped and in NFC. */
    public record Row(int line, Map<String, String> fields) {

        public String get(String column) {
            return fields.getOrDefault(column, "");
        }
    }

    /** What is wrong with a line, in the reader's language; the header is line 1. */
    public record LineError(int line, String message) {}

    /**
     * Reads a file whose header names at least the required columns, in any order; columns neither required nor optional
     * are ignored. A missing header is refused as {@link Invalid}.
     */
    public static Csv read(byte[] file, Set<String> required, Set<String> optional, Texts texts) {
        var lines = decode(file).split("\\R", -1);
        var header = List.<String>of();
        var rows = new ArrayList<Row>();
        var errors = new ArrayList<LineError>();
        for (var i = 0; i < lines.length; i++) {
            if (lines[i].isBlank()) {
                continue;
            }
            var values = split(lines[i]);
            if (header.isEmpty()) {
                header = header(values, required, texts);
            } else if (values.size() != header.size()) {
                if (errors.size() < ERRORS_MAX) {
                    var key = values.isEmpty() ? "csv_broken_line" : "csv_column_count";
                    errors.add(new LineError(
                            i + 1, texts.get(key, Map.of("expected", header.size(), "found", values.size()))));
                }
            } else {
                rows.add(new Row(i + 1, fields(header, values, required, optional)));
            }
        }
        if (header.isEmpty()) {
            header(List.of(), required, texts);
        }
        return new Csv(rows, errors);
    }

    private static List<String> header(List<String> values, Set<String> required, Texts texts) {
        var names = values.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        if (!names.containsAll(required)) {
            var columns = String.join(",", required.stream().sorted().toList());
            throw new Problem(Invalid.of("header", texts.get("csv_header", Map.of("columns", columns))));
        }
        return names;
    }

    private static Map<String, String> fields(
            List<String> header, List<String> values, Set<String> required, Set<String> optional) {
        var fields = new HashMap<String, String>();
        for (var i = 0; i < header.size(); i++) {
            if (required.contains(header.get(i)) || optional.contains(header.get(i))) {
                fields.put(header.get(i), values.get(i));
            }
        }
        return fields;
    }

    /** The values of a line; none when its quotes are broken. */
    private static List<String> split(String line) {
        try (var parser = CSVParser.parse(line, CSVFormat.RFC4180)) {
            var records = parser.getRecords();
            if (records.size() != 1) {
                return List.of();
            }
            return records.getFirst().stream()
                    .map(value -> Normalizer.normalize(value.strip(), Normalizer.Form.NFC))
                    .toList();
        } catch (IOException | RuntimeException broken) {
            return List.of();
        }
    }

    private static String decode(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(file, Charset.forName("x-windows-949"));
        }
    }
}
