package app.madang.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Charts of grouped bars, one below the other, as SVG. */
final class Plot {

    private static final int WIDTH = 880;
    private static final int HEIGHT = 300;
    private static final int LEFT = 70;
    private static final int TOP = 60;
    private static final int PLOT_HEIGHT = 170;
    private static final String[] COLOURS = {"#2f6f4f", "#c9852b", "#8a94a6", "#3b6ea8", "#a34d6b"};

    private final StringBuilder svg = new StringBuilder();

    private Plot() {}

    static String of(Map<String, Map<String, Map<String, Double>>> charts, List<String> footnotes) {
        var plot = new Plot();
        var height = charts.size() * HEIGHT + footnotes.size() * 18 + 30;
        plot.svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
                        .formatted(WIDTH, height, WIDTH, height)
                + "font-family=\"system-ui, sans-serif\" font-size=\"12\" fill=\"#222\">\n"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        var top = 0;
        for (var chart : charts.entrySet()) {
            plot.chart(top, chart.getKey(), chart.getValue());
            top += HEIGHT;
        }
        for (var note : footnotes) {
            top += 18;
            plot.text(LEFT, top, "start", note);
        }
        return plot.svg.append("</svg>\n").toString();
    }

    private void chart(int top, String title, Map<String, Map<String, Double>> groups) {
        var series = new ArrayList<>(new LinkedHashSet<>(groups.values().stream()
                .flatMap(group -> group.keySet().stream())
                .toList()));
        var max = groups.values().stream()
                .flatMap(group -> group.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        svg.append("<g transform=\"translate(0,%d)\">%n".formatted(top));
        svg.append("<text x=\"%d\" y=\"24\" font-size=\"16\" font-weight=\"600\">%s</text>%n"
                .formatted(LEFT, escaped(title)));
        legend(series);
        axis(max);
        var groupWidth = (WIDTH - LEFT - 20.0) / groups.size();
        var x = (double) LEFT;
        for (var group : groups.entrySet()) {
            bars(x, groupWidth, group.getValue(), series, max);
            text(x + groupWidth / 2, TOP + PLOT_HEIGHT + 20, "middle", group.getKey());
            x += groupWidth;
        }
        svg.append("</g>\n");
    }

    private void legend(List<String> series) {
        var x = LEFT;
        for (var i = 0; i < series.size(); i++) {
            svg.append("<rect x=\"%d\" y=\"36\" width=\"12\" height=\"12\" fill=\"%s\"/>%n".formatted(x, colour(i)));
            text(x + 18, 46, "start", series.get(i));
            x += 40 + series.get(i).length() * 7;
        }
    }

    private void axis(double max) {
        for (var step = 0; step <= 4; step++) {
            var y = TOP + PLOT_HEIGHT - PLOT_HEIGHT * step / 4;
            svg.append("<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke=\"#ddd\"/>%n"
                    .formatted(LEFT, WIDTH - 20, y, y));
            text(LEFT - 8, y + 4, "end", Report.number(max * step / 4));
        }
    }

    private void bars(double left, double groupWidth, Map<String, Double> group, List<String> series, double max) {
        var width = Math.min(60, groupWidth * 0.8 / series.size());
        var x = left + (groupWidth - width * series.size()) / 2;
        for (var i = 0; i < series.size(); i++, x += width) {
            var value = group.get(series.get(i));
            if (value == null) {
                continue;
            }
            var height = max == 0 ? 0 : PLOT_HEIGHT * value / max;
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
                    x + 1,
                    TOP + PLOT_HEIGHT - height,
                    width - 2,
                    height,
                    colour(i)));
            text(x + width / 2, TOP + PLOT_HEIGHT - height - 4, "middle", Report.number(value));
        }
    }

    private void text(double x, double y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                escaped(text)));
    }

    private static String colour(int index) {
        return COLOURS[index % COLOURS.length];
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
