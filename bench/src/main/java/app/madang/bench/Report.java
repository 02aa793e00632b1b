package app.madang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What one benchmark found: lines on the screen as they come, a CSV file, and a plot. */
final class Report {

    private final String name;
    private final Path directory;
    private final List<String> columns;
    private final List<String> csv = new ArrayList<>();
    private final List<String> verdicts = new ArrayList<>();
    private final Map<String, Map<String, Map<String, Double>>> charts = new LinkedHashMap<>();

    Report(String name, Settings settings, List<String> columns) {
        this.name = name;
        this.directory = settings.results();
        this.columns = columns;
        csv.add(String.join(",", columns));
        System.out.printf(
                "%n%s: %d pairs of %d s, server JVM options: %s, settings: %s, %d processors%n",
                name,
                settings.pairs(),
                settings.round().toSeconds(),
                settings.jvm().isEmpty() ? "none" : String.join(" ", settings.jvm()),
                settings.server().isEmpty() ? "none" : String.join(" ", settings.server()),
                Runtime.getRuntime().availableProcessors());
        line(columns);
    }

    void say(String text) {
        System.out.println("# " + text);
    }

    void warn(String text) {
        System.out.println("! " + text);
    }

    void row(Object... cells) {
        var texts = new ArrayList<String>();
        for (var cell : cells) {
            texts.add(String.valueOf(cell));
        }
        line(texts);
        csv.add(String.join(",", texts));
    }

    private void line(List<String> cells) {
        var text = new StringBuilder();
        for (var i = 0; i < cells.size(); i++) {
            var width = Math.max(9, columns.get(i).length() + 1);
            text.append(String.format(Locale.ROOT, i == cells.size() - 1 ? " %s" : "%" + width + "s ", cells.get(i)));
        }
        System.out.println(text);
    }

    /** Three significant digits are all that such measurements bear. */
    static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    void verdict(String what, Ratio ratio) {
        verdict(
                what,
                "%s, goal %s, %d of %d pairs reach 90 %% of it"
                        .formatted(number(ratio.median()), number(ratio.goal()), ratio.near(), ratio.pairs()),
                ratio.isMet());
    }

    void verdict(String what, String found, boolean met) {
        var text = "%s %s = %s".formatted(met ? "met    " : "NOT met", what, found);
        verdicts.add(text);
        System.out.println("= " + text);
    }

    /** One bar of a chart: in a group of bars, of a series. */
    void bar(String chart, String group, String series, double value) {
        charts.computeIfAbsent(chart, each -> new LinkedHashMap<>())
                .computeIfAbsent(group, each -> new LinkedHashMap<>())
                .put(series, value);
    }

    void close() {
        try {
            Files.createDirectories(directory);
            var file = directory.resolve(name + ".csv");
            Files.write(file, csv);
            System.out.println("\n" + String.join("\n", verdicts));
            System.out.println("written: " + file);
            if (!charts.isEmpty()) {
                var plot = directory.resolve(name + ".svg");
                Files.writeString(plot, Plot.of(charts, verdicts));
                System.out.println("written: " + plot);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
