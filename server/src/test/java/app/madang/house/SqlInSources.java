package app.madang.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SQL of a source file: what is given to {@code sql(…)}, put together from literals and constants of the file, and
 * every text block that reads like a statement.
 */
final class SqlInSources {

    private static final String LITERAL = "\"\"\"\\s*\\n.*?\"\"\"|\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final Pattern PIECE =
            Pattern.compile("\\s*(?:(" + LITERAL + ")|([A-Z][A-Z_0-9]*))\\s*", Pattern.DOTALL);
    private static final Pattern CONSTANT = Pattern.compile("String\\s+([A-Z][A-Z_0-9]*)\\s*=", Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("\\bsql\\(");
    private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"\\s*\\n.*?\"\"\"", Pattern.DOTALL);
    private static final Pattern STATEMENT = Pattern.compile(
            "\\s*(select\\s|insert\\s+into\\s|update\\s|delete\\s+from\\s|with\\s).*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private final String source;
    private final Map<String, String> constants = new HashMap<>();

    private SqlInSources(String source) {
        this.source = source;
        var matcher = CONSTANT.matcher(source);
        while (matcher.find()) {
            expression(matcher.end()).ifPresent(value -> constants.putIfAbsent(matcher.group(1), value.text()));
        }
    }

    static List<String> of(Path file) throws IOException {
        return new SqlInSources(Files.readString(file)).statements();
    }

    static List<String> of(String source) {
        return new SqlInSources(source).statements();
    }

    private List<String> statements() {
        var found = new TreeSet<String>();
        matches(CALL)
                .forEach(call -> expression(call.end())
                        .filter(value -> source.startsWith(")", value.end()))
                        .map(Value::text)
                        .filter(SqlInSources::isStatement)
                        .ifPresent(found::add));
        matches(TEXT_BLOCK).forEach(block -> {
            var alone = !source.substring(0, block.start()).stripTrailing().endsWith("+")
                    && !source.substring(block.end()).stripLeading().startsWith("+")
                    && !source.startsWith(".formatted", block.end());
            var text = literal(block.group());
            if (alone && isStatement(text)) {
                found.add(text);
            }
        });
        return List.copyOf(found);
    }

    private List<Matcher> matches(Pattern pattern) {
        return pattern.matcher(source)
                .results()
                .map(result -> {
                    var matcher = pattern.matcher(source);
                    matcher.find(result.start());
                    return matcher;
                })
                .toList();
    }

    private record Value(String text, int end) {}

    /** Literals and constants joined by plus signs; nothing when anything else is among them. */
    private Optional<Value> expression(int start) {
        var text = new StringBuilder();
        var at = start;
        while (true) {
            var piece = PIECE.matcher(source).region(at, source.length());
            if (!piece.lookingAt()) {
                return Optional.empty();
            }
            var constant = piece.group(2) == null ? literal(piece.group(1)) : constants.get(piece.group(2));
            if (constant == null) {
                return Optional.empty();
            }
            text.append(constant);
            at = piece.end();
            if (!source.startsWith("+", at)) {
                return Optional.of(new Value(text.toString(), at));
            }
            at++;
        }
    }

    private static boolean isStatement(String text) {
        return STATEMENT.matcher(text).matches();
    }

    private static String literal(String given) {
        // what the compiler has replaced before it looks at literals; no SQL of ours contains it
        var code = given.replaceAll("\\\\u+[0-9a-fA-F]{4}", "?");
        return code.startsWith("\"\"\"")
                ? code.substring(code.indexOf('\n') + 1, code.length() - 3)
                        .stripIndent()
                        .translateEscapes()
                : code.substring(1, code.length() - 1).translateEscapes();
    }
}
